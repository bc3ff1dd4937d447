package io.mockarty.acceptance.readme;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.body;
import static io.mockarty.mock.MockDsl.containing;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.matching;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.junit5.MockartyTest;
import io.mockarty.junit5.Strictness;
import io.mockarty.resolver.MockartyServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tables of docs/migration.md say of us. */
@MockartyTest(strict = Strictness.OFF)
class MigrationTableTest {

    @Test
    void parameters_of_a_route_are_written_with_a_colon_or_in_braces(MockartyServer mocks) throws Exception {
        mocks.stub(get("/users/:id").respond(ok().text("$.pathParam.id")));
        mocks.stub(get("/orders/{id}").respond(ok().text("$.pathParam.id")));
        assertThat(answer(mocks, "/users/7")).isEqualTo("7");
        assertThat(answer(mocks, "/orders/8")).isEqualTo("8");
    }

    @Test
    void a_json_body_equals_or_contains_what_is_expected(MockartyServer mocks) throws Exception {
        mocks.stub(post("/orders")
                .when(body(equalTo(Map.of("sku", "tea"))))
                .priority(10)
                .respond(ok().text("equal")));
        mocks.stub(post("/orders").when(body(containing(Map.of("sku", "tea")))).respond(ok().text("contained")));
        Shop shop = new Shop(mocks.baseUrl().toString());
        assertThat(shop.post("/orders", "{\"sku\": \"tea\"}").body()).isEqualTo("equal");
        assertThat(shop.post("/orders", "{\"sku\": \"tea\", \"qty\": 2}").body())
                .isEqualTo("contained");
        assertThat(mocks).received(post("/orders")).times(2);
    }

    @Test
    void the_higher_priority_wins_and_a_regular_expression_may_match_anywhere(MockartyServer mocks) throws Exception {
        mocks.stub(get("/x").when(header("X-Tier", matching("ol"))).priority(2).respond(ok().text("high")));
        mocks.stub(get("/x").priority(1).respond(ok().text("low")));
        assertThat(answer(mocks, "/x")).isEqualTo("high");
    }

    @Test
    void answers_in_order_start_again_after_the_last_unless_their_number_is_limited(MockartyServer mocks)
            throws Exception {
        mocks.stub(get("/again").respondInOrder(ok().text("one"), ok().text("two")));
        assertThat(answer(mocks, "/again") + answer(mocks, "/again") + answer(mocks, "/again"))
                .isEqualTo("onetwoone");

        mocks.stub(get("/over").times(1).respondInOrder(ok(), status(503)));
        Shop shop = new Shop(mocks.baseUrl().toString());
        assertThat(shop.get("/over").statusCode()).isEqualTo(200);
        assertThat(shop.get("/over").statusCode()).isEqualTo(404);
    }

    @Test
    void a_doubled_dollar_stands_for_itself(MockartyServer mocks) throws Exception {
        mocks.stub(get("/x").respond(ok().text("$$.name")));
        assertThat(answer(mocks, "/x")).isEqualTo("$.name");
    }

    @Test
    void what_came_is_in_the_journal_and_what_nobody_answered_in_a_list(MockartyServer mocks) throws Exception {
        answer(mocks, "/nobody");
        assertThat(mocks.journal().all()).hasSize(1);
        assertThat(mocks.namespace().undefinedRequests().all()).hasSize(1);
    }

    private static String answer(MockartyServer mocks, String path) throws IOException, InterruptedException {
        return new Shop(mocks.baseUrl().toString()).get(path).body();
    }
}
