package io.mockarty.perf.module.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Metadata;
import io.grpc.Status;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GrpcModuleTest {

    private static final String USERS = """
            syntax = "proto3";
            package mypackage;
            service UserService { rpc GetUser(GetUserRequest) returns (User); rpc Watch(GetUserRequest) returns (stream User); }
            message GetUserRequest { string user_id = 1; }
            message User { string name = 1; int64 created_at = 2; repeated string roles = 3; User manager = 4; optional int32 age = 5; }
            """;

    private final TestServer server = TestServer.of(Map.of("users.proto", USERS))
            .reflecting()
            .healthy()
            .on("mypackage.UserService/GetUser", conversation -> {
                Object id = ((Map<?, ?>) conversation.requests().get(0)).get("userId");
                if ("123".equals(id)) {
                    conversation.send("{\"name\":\"Ann\",\"createdAt\":\"9007199254740993\"}");
                    conversation.end();
                } else if ("silence".equals(id)) {
                    return;
                } else {
                    Metadata trailers = new Metadata();
                    trailers.put(Metadata.Key.of("x-why", Metadata.ASCII_STRING_MARSHALLER), "gone");
                    conversation.end(Status.NOT_FOUND.withDescription("no user " + id), trailers);
                }
            })
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_example_of_the_documentation_runs() {
        try (ScriptRun run = ScriptRun.of("""
                        var grpc = require('mockarty/grpc');
                        var client = grpc.connect(__ENV.ADDRESS, {
                            reflect: true,
                            plaintext: true,
                        });
                        module.exports.default = function () {
                            var res = client.invoke('mypackage.UserService/GetUser', {
                                user_id: '123',
                            }, {
                                headers: { 'authorization': 'Bearer token123', 'x-echo': 'hello' },
                            });
                            check(res, {
                                'gRPC status OK': function (r) { return r.status === 'OK'; },
                                'has user name': function (r) { return r.message.name !== ''; },
                            });
                            console.log(JSON.stringify(res.message), JSON.stringify(res.headers['x-echo']), res.error === '');
                            console.log(res.timings.duration > 0);
                            client.close();
                        };
                        """).env("ADDRESS", server.address())) {
            assertThat(run.printed())
                    .containsExactly(
                            "{\"name\":\"Ann\",\"createdAt\":\"9007199254740993\",\"roles\":[],\"manager\":null}"
                                    + " [\"hello\"] true",
                            "true");
            assertThat(run.values("checks")).containsExactly(1.0, 1.0);
            assertThat(run.values("grpc_reqs")).containsExactly(1.0);
            assertThat(run.values("grpc_req_failed")).containsExactly(0.0);
            assertThat(run.values("grpc_req_duration"))
                    .singleElement()
                    .satisfies(ms -> assertThat(ms).isPositive());
            assertThat(run.sum("data_sent")).isEqualTo(10);
            assertThat(run.routes()).singleElement().satisfies(route -> {
                assertThat(route.route()).isEqualTo("gRPC mypackage.UserService/GetUser");
                assertThat(route.failed()).isFalse();
            });
            assertThat(run.samples())
                    .filteredOn(sample -> sample.metric().name().equals("grpc_req_duration"))
                    .singleElement()
                    .satisfies(sample -> assertThat(sample.tags().asMap())
                            .containsEntry("service", "mypackage.UserService")
                            .containsEntry("method", "GetUser")
                            .containsEntry("name", "/mypackage.UserService/GetUser")
                            .containsEntry("url", server.address() + "/mypackage.UserService/GetUser")
                            .containsEntry("status", "0"));
            assertThat(server.metadata()
                            .get(server.metadata().size() - 1)
                            .get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)))
                    .isEqualTo("Bearer token123");
        }
    }

    @Test
    void a_client_that_was_closed_connects_again() {
        try (ScriptRun run = ScriptRun.of("""
                import grpc from 'mockarty/grpc';
                const client = grpc.connect(__ENV.ADDRESS, { reflect: true, plaintext: true });
                export default () => {
                    console.log(client.invoke('mypackage.UserService/GetUser', { user_id: '123' }).status);
                    client.close();
                };
                """).env("ADDRESS", server.address())) {
            assertThat(run.printed()).containsExactly("OK");
            assertThat(run.printed()).containsExactly("OK");
        }
    }

    @Test
    void errors_have_a_name_a_text_and_trailers_and_count_as_failed() {
        try (ScriptRun run = ScriptRun.of("""
                import grpc from 'mockarty/grpc';
                const client = grpc.connect(__ENV.ADDRESS, { reflect: true, plaintext: true });
                export default () => {
                    const r = client.invoke('mypackage.UserService/GetUser', { userId: 'x' }, { tags: { name: 'missing' } });
                    console.log(r.status, r.message, r.error, JSON.stringify(r.trailers['x-why']));
                };
                """).env("ADDRESS", server.address())) {
            assertThat(run.printed()).containsExactly("NOT_FOUND null no user x [\"gone\"]");
            assertThat(run.values("grpc_req_failed")).containsExactly(1.0);
            assertThat(run.routes().get(0).failed()).isTrue();
            assertThat(run.samples())
                    .filteredOn(sample -> sample.metric().name().equals("grpc_req_failed"))
                    .allSatisfy(sample -> assertThat(sample.tags().get("name")).isEqualTo("missing"));
        }
    }

    @Test
    void a_server_that_is_not_there_makes_calls_fail_and_not_the_script() {
        String address = server.address();
        server.close();
        try (ScriptRun run = ScriptRun.of("""
                import grpc from 'mockarty/grpc';
                const client = grpc.connect(__ENV.ADDRESS, { reflect: true, plaintext: true });
                export default () => {
                    const r = client.invoke('mypackage.UserService/GetUser', {});
                    console.log(r.status, r.error);
                };
                """).env("ADDRESS", address)) {
            assertThat(run.printed())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("UNAVAILABLE " + address)
                            .contains("refused"));
            assertThat(run.values("grpc_req_failed")).containsExactly(1.0);
            assertThat(run.routes())
                    .singleElement()
                    .satisfies(route -> assertThat(route.route()).isEqualTo("gRPC mypackage.UserService/GetUser"));
        }
    }

    @Test
    void mistakes_in_calls_are_told() {
        try (ScriptRun run = ScriptRun.of("""
                import grpc from 'mockarty/grpc';
                const client = grpc.connect(__ENV.ADDRESS, { reflect: true, plaintext: true });
                const tell = (f) => { try { f(); } catch (e) { console.log(e.message); } };
                export default () => {
                    tell(() => client.invoke('mypackage.UserService/GetUsr', {}));
                    tell(() => client.invoke('mypackage.UserService/Watch', {}));
                    tell(() => client.invoke('mypackage.UserService/GetUser', { user: 1 }));
                    tell(() => client.invoke('mypackage.UserService/GetUser', {}, { timeout: 'soon' }));
                    tell(() => grpc.connect('http://localhost:1'));
                };
                """).env("ADDRESS", server.address())) {
            assertThat(run.printed())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("grpc: method \"mypackage.UserService/GetUsr\" (expected: ")
                                    .contains("mypackage.UserService/GetUser"),
                            line -> assertThat(line).contains("has streams"),
                            line -> assertThat(line).contains("user").contains("mypackage.GetUserRequest"),
                            line -> assertThat(line)
                                    .isEqualTo(
                                            "grpc.invoke: timeout: \"soon\" (expected: a duration such as 5s, 1m30s or 500ms)"),
                            line -> assertThat(line)
                                    .isEqualTo("grpc.connect: address: \"http://localhost:1\" (expected: host:port)"));
        }
    }

    @Test
    void a_call_takes_no_longer_than_its_timeout() {
        try (ScriptRun run = ScriptRun.of("""
                import grpc from 'mockarty/grpc';
                const client = grpc.connect(__ENV.ADDRESS, { reflect: true, plaintext: true });
                export default () => {
                    console.log(client.invoke('mypackage.UserService/GetUser', { user_id: 'silence' }, { timeout: 50 }).status);
                };
                """).env("ADDRESS", server.address())) {
            assertThat(run.printed()).containsExactly("DEADLINE_EXCEEDED");
        }
    }

    @Test
    void a_user_that_waits_for_an_answer_can_be_cut_off() throws InterruptedException {
        try (ScriptRun run = ScriptRun.of("""
                import grpc from 'mockarty/grpc';
                const client = grpc.connect(__ENV.ADDRESS, { reflect: true, plaintext: true });
                export default () => {
                    console.log('calling');
                    client.invoke('mypackage.UserService/GetUser', { user_id: 'silence' });
                };
                """).env("ADDRESS", server.address())) {
            run.load();
            Outcome[] outcome = new Outcome[1];
            Thread thread = new Thread(() -> outcome[0] = run.iterate());
            thread.start();
            while (run.lines().isEmpty() || server.metadata().isEmpty()) {
                Thread.onSpinWait();
            }
            run.cancel();
            thread.join(20_000);
            assertThat(outcome[0]).isEqualTo(Outcome.INTERRUPTED);
        }
    }

    @Test
    void a_server_without_reflection_is_told() {
        try (TestServer silent = TestServer.of(Map.of("users.proto", USERS)).start();
                ScriptRun run = ScriptRun.of("""
                        import grpc from 'mockarty/grpc';
                        const client = grpc.connect(__ENV.ADDRESS, { reflect: true, plaintext: true });
                        export default () => client.invoke('mypackage.UserService/GetUser', {});
                        """).env("ADDRESS", silent.address())) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.errors().keySet())
                    .singleElement()
                    .satisfies(error -> assertThat(error).contains("does not offer server reflection"));
        }
    }

    @Test
    @SuppressWarnings("deprecation") // the older reflection service is what this is about
    void servers_with_the_older_reflection_are_understood() {
        try (TestServer older = TestServer.of(Map.of("users.proto", USERS))
                        .with(io.grpc.protobuf.services.ProtoReflectionService.newInstance())
                        .on("mypackage.UserService/GetUser", conversation -> {
                            conversation.send("{\"name\":\"Old\"}");
                            conversation.end();
                        })
                        .start();
                ScriptRun run = ScriptRun.of("""
                        import grpc from 'mockarty/grpc';
                        const client = grpc.connect(__ENV.ADDRESS, { reflect: true, plaintext: true });
                        export default () => console.log(client.invoke('/mypackage.UserService/GetUser', {}).message.name);
                        """).env("ADDRESS", older.address())) {
            assertThat(run.printed()).containsExactly("Old");
        }
    }

    @Test
    void health_is_a_number() {
        try (ScriptRun run = ScriptRun.of("""
                import grpc from 'k6/net/grpc';
                const client = new grpc.Client();
                export default () => {
                    client.connect(__ENV.ADDRESS, { plaintext: true });
                    const all = client.healthCheck();
                    console.log(all.status === grpc.StatusOK, all.message.status === grpc.HealthCheckServing);
                    console.log(client.healthCheck('shop.Old').message.status === grpc.HealthCheckNotServing);
                    console.log(client.healthCheck('shop.None').status === grpc.StatusNotFound);
                };
                """).env("ADDRESS", server.address())) {
            assertThat(run.printed()).containsExactly("true true", "true", "true");
        }
    }

    @Test
    void plaintext_and_tls_exclude_each_other() {
        assertThatThrownBy(() -> ScriptRun.of("""
                        import grpc from 'mockarty/grpc';
                        grpc.connect('localhost:1', { plaintext: true, tls: true });
                        export default () => {};
                        """).load())
                .hasMessageContaining("plaintext: true (expected: not together with tls)");
    }
}
