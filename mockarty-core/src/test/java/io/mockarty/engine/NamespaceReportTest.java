package io.mockarty.engine;

import static io.mockarty.mock.MockDsl.created;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.journal.JournalBudget;
import io.mockarty.mock.Mock;
import io.mockarty.mock.MockBuilder;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.namespace.Worlds;
import io.mockarty.request.Requests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceReportTest {

    private final Engines shop = new Engines(7);

    private void stub(MockBuilder mock) {
        shop.namespace.stub(mock.build());
    }

    private String unmatched() {
        return shop.engine.unmatchedReport(shop.namespace);
    }

    private String unused(String... except) {
        return shop.engine.unusedReport(shop.namespace, List.of(except));
    }

    private String journal() {
        return shop.engine.journalReport(shop.namespace);
    }

    @Test
    void nothing_is_unmatched_when_all_requests_found_a_mock() {
        shop.save(get("/a").respond(ok()));
        shop.reply(Requests.get("/a"));

        assertThat(unmatched()).isEmpty();
    }

    @Test
    void shows_unmatched_requests_with_the_nearest_mocks_and_how_often_they_came() {
        shop.save(get("/orders").id("paged").withQuery("page", "1").respond(ok()));
        shop.reply(Requests.get("/orders?page=2"));
        shop.reply(Requests.get("/orders?page=3"));
        shop.reply(Requests.of("POST", "/orders?page=1"));

        assertThat(unmatched()).isEqualTo("""
                GET /orders?page=3 (2 times, the latest is shown)
                  nearest mocks:
                    1. GET /orders  (paged)
                         query page: expected "1", was "3"

                POST /orders?page=1
                  nearest mocks:
                    1. GET /orders  (paged)
                         method: expected GET, was POST
                         hint: wrong method: the mock answers GET
                """);
    }

    @Test
    void shows_ten_unmatched_requests_and_counts_the_others() {
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            shop.reply(Requests.get("/n/" + i));
            expected.append(i == 0 || i > 9 ? "" : "\n").append(i > 9 ? "" : """
                    GET /n/%d
                      hint: namespace shop has no mocks
                    """.formatted(i));
        }

        assertThat(unmatched()).isEqualTo(expected + "\nand 2 more\n");
    }

    @Test
    void says_that_a_mock_was_saved_after_the_request_came() {
        shop.reply(Requests.get("/a"));
        shop.save(get("/a").id("late").respond(ok()));

        assertThat(unmatched()).isEqualTo("""
                GET /a
                  nearest mocks:
                    1. GET /a  (late)
                         hint: it was saved after the request came
                """);
    }

    @Test
    void does_not_say_that_a_mock_came_late_when_it_is_used_up_or_expired() {
        shop.save(get("/used").id("used").times(1).respond(ok()));
        shop.save(get("/expired").id("expired").ttl(Duration.ofSeconds(1)).respond(ok()));
        shop.namespace.clock().advance(Duration.ofSeconds(1));
        shop.reply(Requests.get("/used"));
        shop.reply(Requests.get("/used"));
        shop.reply(Requests.get("/expired"));

        assertThat(unmatched())
                .contains("hint: its useLimiter is used up after 1 request\n", "hint: its ttl has passed\n")
                .doesNotContain("saved after");
    }

    @Test
    void shows_unused_stubs_with_the_requests_that_came_nearest() {
        stub(post("/orders").id("gold").withJson("$.tier", "gold").respond(created()));
        stub(get("/used").id("used").respond(ok()));
        stub(get("/a").id("a").respond(ok()));
        shop.reply(Requests.json("/orders", "{\"tier\":\"silver\"}"));
        shop.reply(Requests.get("/used"));

        assertThat(unused("a")).isEqualTo("""
                POST /orders  (gold)
                  Nearest requests:
                    POST /orders
                      $.tier: expected "gold", was "silver"
                    GET /used
                      method: expected POST, was GET
                      path: expected /orders, was /used
                      $.tier: expected "gold", was absent
                """);
    }

    @Test
    void shows_unused_stubs_in_order_of_saving_when_nothing_was_received() {
        stub(get("/b").id("second").respond(ok()));
        stub(get("/a").id("first").respond(ok()));

        assertThat(unused()).isEqualTo("""
                GET /b  (second)
                  No other request was received.

                GET /a  (first)
                  No other request was received.
                """);
    }

    @Test
    void names_the_protocol_of_an_unused_stub_that_no_route_finds() {
        shop.namespace.stub(
                Mock.fromJson("{\"id\":\"g\",\"grpc\":{\"service\":\"S\",\"method\":\"M\"},\"response\":{}}"));

        assertThat(unused()).isEqualTo("grpc  (g)\n");
    }

    @Test
    void says_which_mock_answered_what_an_unused_stub_was_made_for() {
        stub(get("/a").id("shadowed").respond(ok()));
        shop.save(get("/*").id("any").priority(1).respond(ok()));
        shop.reply(Requests.get("/a"));
        shop.reply(Requests.get("/b"));

        assertThat(unused()).isEqualTo("""
                GET /a  (shadowed)
                  Requests that it matches, but did not answer:
                    GET /a -> 200 from any
                  Nearest requests:
                    GET /b
                      path: expected /a, was /b
                """);
    }

    @Test
    void nothing_is_unused_when_all_is_excepted_or_lenient() {
        stub(get("/a").id("a").respond(ok()));
        stub(get("/b").id("b").lenient().respond(ok()));

        assertThat(unused("a", "unknown")).isEmpty();
    }

    @Test
    void tells_that_nothing_was_received() {
        assertThat(journal()).isEqualTo("nothing was received\n");
    }

    @Test
    void tells_what_was_received_and_answered_latest_last() {
        shop.save(post("/orders").id("create").respond(created().text("line one\nline two\n")));
        shop.save(get("/empty").id("empty").respond(ok()));
        shop.reply(Requests.json("/orders?x=1", "{\n  \"n\": 1\n}\n"));
        shop.reply(Requests.get("/empty"));
        shop.reply(Requests.get("/emptY"));
        shop.reply(Requests.of("OPTIONS", "/empty"));

        assertThat(journal()).isEqualTo("""
                #1 2026-03-22T12:00:00Z POST /orders?x=1 -> 201 from create
                    > {
                        "n": 1
                      }
                    < line one
                      line two
                #2 2026-03-22T12:00:00Z GET /empty -> 200 from empty
                #3 2026-03-22T12:00:00Z GET /emptY -> 404
                    nearest mocks:
                      1. GET /empty  (empty)
                           path: expected /empty, was /emptY
                           hint: the path differs only in upper and lower case
                      2. POST /orders  (create)
                           method: expected POST, was GET
                           path: expected /orders, was /emptY
                           hint: wrong method: the mock answers POST
                #4 2026-03-22T12:00:00Z OPTIONS /empty -> 204
                """);
    }

    @Test
    void cuts_long_bodies() {
        shop.save(post("/a").id("m").respond(ok().text("y".repeat(501))));
        shop.reply(Requests.post("/a", "text/plain", "x".repeat(500)));

        assertThat(journal())
                .isEqualTo("#1 2026-03-22T12:00:00Z POST /a -> 200 from m\n    > " + "x".repeat(500) + "\n    < "
                        + "y".repeat(500) + "... (501 bytes)\n");
    }

    @Test
    void does_not_cut_inside_a_character() {
        shop.save(get("/a").id("m").respond(ok().text("y" + "ü".repeat(300))));
        shop.reply(Requests.get("/a"));

        assertThat(journal())
                .isEqualTo("#1 2026-03-22T12:00:00Z GET /a -> 200 from m\n    < y" + "ü".repeat(249)
                        + "... (601 bytes)\n");
    }

    @Test
    void tells_the_latest_fifty_and_counts_those_before() {
        shop.save(get("/n/:n").id("m").respond(ok()));
        StringBuilder expected = new StringBuilder("2 earlier requests are left out\n");
        for (int i = 1; i <= 52; i++) {
            shop.reply(Requests.get("/n/" + i));
            expected.append(i <= 2 ? "" : "#%d 2026-03-22T12:00:00Z GET /n/%d -> 200 from m%n".formatted(i, i));
        }

        assertThat(journal()).isEqualTo(expected.toString());
    }

    @Test
    void counts_what_was_evicted_among_those_left_out() {
        Namespaces namespaces = Worlds.create(7, new JournalBudget(1_000, 100));
        Namespace small = namespaces.open("small");
        MockEngine engine = new MockEngine(namespaces);
        small.save(get("/:n").id("m").respond(ok()).build());
        for (int i = 1; i <= 200; i++) {
            engine.handle(small, Requests.get("/" + i));
        }
        int kept = small.journal().all().size();

        String report = engine.journalReport(small);

        assertThat(kept).isBetween(1, 49);
        assertThat(report.lines()).hasSize(1 + kept).first().isEqualTo(200 - kept + " earlier requests are left out");
        assertThat(report).endsWith("#200 2026-03-22T12:00:00Z GET /200 -> 200 from m\n");
    }
}
