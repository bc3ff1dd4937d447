package io.mockarty.perf.module.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.perf.script.ScriptRun;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GraphQlModuleTest {

    private final WebServer server = WebServer.start().on("/graphql", request -> {
        Map<?, ?> sent = (Map<?, ?>) Json.parse(request.body());
        boolean bad = String.valueOf(sent.get("query")).contains("bad");
        request.respond(
                200,
                "application/json",
                bad
                        ? "{\"data\":null,\"errors\":[{\"message\":\"no field bad\"}]}"
                        : "{\"data\":{\"user\":{\"name\":\"Ann\"}},\"extensions\":{\"cost\":1}}");
    });

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void operations_have_data_and_metrics() {
        try (ScriptRun run = ScriptRun.of("""
                        var graphql = require('mockarty/graphql');
                        module.exports.default = function () {
                            var res = graphql.query(__ENV.URL + '/graphql', 'query User($id: ID!) { user(id: $id) { name } }',
                                { id: '7' }, { headers: { Authorization: 'Bearer t' } });
                            console.log(res.status, res.data.user.name, res.errors, res.extensions.cost, res.error === '');
                            console.log(res.json().data.user.name, res.timings.duration > 0);
                        };
                        """).env("URL", server.url())) {
            assertThat(run.printed()).containsExactly("200 Ann null 1 true", "Ann true");
            assertThat(Json.parse(server.requests().get(0).body()))
                    .isEqualTo(Map.of(
                            "query",
                            "query User($id: ID!) { user(id: $id) { name } }",
                            "variables",
                            Map.of("id", "7")));
            assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Bearer t");
            assertThat(run.values("graphql_reqs")).containsExactly(1.0);
            assertThat(run.values("graphql_req_failed")).containsExactly(0.0);
            assertThat(run.routes()).extracting(ScriptRun.Routed::route).containsExactly("GraphQL User");
        }
    }

    @Test
    void errors_count_as_failed_and_clients_keep_what_is_common() {
        try (ScriptRun run = ScriptRun.of("""
                        import { client } from 'mockarty/graphql';
                        const api = client(__ENV.URL + '/graphql', { headers: { 'X-Key': 'k' }, tags: { api: 'shop' } });
                        export default () => {
                            const r = api.query('{ bad }', null, { headers: { 'X-More': 'm' } });
                            console.log(r.data, r.errors[0].message);
                            api.mutate('mutation A { x } mutation B { y }', undefined, { operationName: 'B' });
                        };
                        """).env("URL", server.url())) {
            assertThat(run.printed()).containsExactly("null no field bad");
            assertThat(run.values("graphql_req_failed")).containsExactly(1.0, 0.0);
            assertThat(run.routes()).extracting(ScriptRun.Routed::route).containsExactly("GraphQL bad", "GraphQL B");
            assertThat(server.requests().get(0).header("X-Key")).isEqualTo("k");
            assertThat(server.requests().get(0).header("X-More")).isEqualTo("m");
            assertThat(run.samples())
                    .filteredOn(sample -> sample.metric().name().equals("graphql_reqs"))
                    .allSatisfy(sample -> assertThat(sample.tags().get("api")).isEqualTo("shop"));
        }
    }

    @Test
    void operations_without_a_name_are_called_like_their_first_field() {
        assertThat(GraphQlNames.of("{ users { id } }")).isEqualTo("users");
        assertThat(GraphQlNames.of("{ all: users { id } }")).isEqualTo("users");
        assertThat(GraphQlNames.of("# query X\nquery ($f: In = { a: 1 }) @live { \"no\" users }"))
                .isEqualTo("query");
        assertThat(GraphQlNames.of("mutation($a: A = {b: 1}) { addUser(a: $a) { id } }"))
                .isEqualTo("addUser");
        assertThat(GraphQlNames.of("fragment F on User { id { x } }\nquery Named { u { ...F } }"))
                .isEqualTo("Named");
        assertThat(GraphQlNames.of("")).isEqualTo("query");
    }
}
