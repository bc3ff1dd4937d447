package io.mockarty.engine;

import static io.mockarty.mock.MockDsl.delete;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.journal.JournalEntry;
import io.mockarty.mock.MockBuilder;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.NamespaceOptions;
import io.mockarty.namespace.Worlds;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import io.mockarty.request.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlayEngineTest {

    private final Engines shop = new Engines(7);
    private final Namespace one = over("one", shop.namespace);
    private final Namespace two = over("two", shop.namespace);

    private Namespace over(String name, Namespace below) {
        return shop.namespaces.create(name, new NamespaceOptions(below, null, null));
    }

    private MockReply ask(Namespace namespace, MockRequest request) {
        return shop.engine.handle(namespace, request).reply();
    }

    private static void save(Namespace namespace, MockBuilder mock) {
        namespace.save(mock.build());
    }

    private static List<String> asked(Namespace namespace) {
        return namespace.journal().all().stream()
                .map(entry -> entry.request() + " " + entry.mockId())
                .toList();
    }

    @Test
    void the_base_keeps_a_journal_of_what_its_overlays_were_asked_and_they_do_not() {
        Namespace top = over("top", one);
        save(shop.namespace, get("/a").id("m").respond(ok()));

        ask(one, Requests.get("/a?one"));
        ask(two, Requests.get("/a?two"));
        ask(top, Requests.get("/missing"));
        ask(shop.namespace, Requests.get("/a"));

        assertThat(asked(shop.namespace))
                .containsExactly("GET /a?one m", "GET /a?two m", "GET /missing null", "GET /a m");
        assertThat(asked(one)).containsExactly("GET /a?one m", "GET /missing null");
        assertThat(asked(two)).containsExactly("GET /a?two m");
        assertThat(asked(top)).containsExactly("GET /missing null");
    }

    @Test
    void the_entry_in_the_journal_of_the_base_is_that_of_the_overlay() {
        save(one, post("/a").id("m").respond(ok().text("done")));
        one.clock().freeze(Instant.EPOCH);

        MockReply reply = ask(one, Requests.json("/a", "{\"n\":1}"));

        JournalEntry entry = shop.namespace.journal().all().get(0);
        JournalEntry same = one.journal().all().get(0);
        assertThat(entry.reply()).isSameAs(reply).isSameAs(same.reply());
        assertThat(entry.receivedAt()).isEqualTo(Instant.EPOCH);
        assertThat(entry.outcome()).isEqualTo(same.outcome());
        assertThat(entry.request().body().bytes()).isEqualTo("{\"n\":1}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void only_the_overlay_that_was_asked_has_the_undefined_request() {
        ask(one, Requests.get("/missing"));

        assertThat(one.undefinedRequests().all()).hasSize(1);
        assertThat(two.undefinedRequests().all()).isEmpty();
        assertThat(shop.namespace.undefinedRequests().all()).isEmpty();
    }

    @Test
    void options_tells_the_methods_of_the_overlay_and_its_base() {
        save(shop.namespace, get("/a").respond(ok()));
        save(one, post("/a").respond(ok()));
        save(two, delete("/a").respond(ok()));

        MockReply reply = ask(one, Requests.of("OPTIONS", "/a"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.headers().first("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void near_misses_name_mocks_of_the_base() {
        save(shop.namespace, get("/orders").id("below").withHeader("X-Api", "1").respond(ok()));
        save(one, get("/orders").id("own").withHeader("X-Api", "2").respond(ok()));

        MockReply reply = ask(one, Requests.get("/orders", "Accept", "text/plain"));

        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("""
                no mock in namespace one matches GET /orders

                nearest mocks:
                  1. GET /orders  (own)
                       header X-Api: expected "2", was absent
                  2. GET /orders  (below)
                       header X-Api: expected "1", was absent
                """);
    }

    @Test
    void a_mock_of_the_base_that_the_overlay_has_used_up_says_so() {
        save(shop.namespace, get("/a").id("once").times(1).respond(ok()));
        ask(one, Requests.get("/a"));

        MockReply reply = ask(one, Requests.get("/a", "Accept", "text/plain"));

        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("""
                no mock in namespace one matches GET /a

                nearest mocks:
                  1. GET /a  (once)
                       hint: its useLimiter is used up after 1 request
                """);
    }

    @Test
    void a_mock_that_stands_in_a_namespace_apart_is_hinted_at() {
        save(shop.namespaces.open("apart"), get("/a").respond(ok()));

        MockReply reply = ask(one, Requests.get("/a", "Accept", "text/plain"));

        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("""
                no mock in namespace one matches GET /a
                hint: namespace one has no mocks
                hint: a mock for this request stands in namespace apart
                """);
    }

    @Test
    void a_request_to_an_overlay_is_received_at_the_time_of_its_base() {
        ask(one, Requests.get("/a"));

        assertThat(one.journal().all().get(0).receivedAt()).isEqualTo(Worlds.NOON);
    }
}
