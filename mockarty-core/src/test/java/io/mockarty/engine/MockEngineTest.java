package io.mockarty.engine;

import static io.mockarty.mock.MockDsl.any;
import static io.mockarty.mock.MockDsl.created;
import static io.mockarty.mock.MockDsl.delete;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.notEmpty;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.options;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.request;
import static io.mockarty.mock.MockDsl.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.journal.JournalEntry;
import io.mockarty.json.Json;
import io.mockarty.mock.Mock;
import io.mockarty.mock.MockBuilder;
import io.mockarty.mock.Webhook;
import io.mockarty.namespace.Worlds;
import io.mockarty.render.WebhookCall;
import io.mockarty.request.MockReply;
import io.mockarty.request.Requests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MockEngineTest {

    private final Engines shop = new Engines(7);

    @Test
    void the_journal_has_the_entry_when_the_answer_is_there() {
        shop.save(post("/orders").id("m").respond(created()));

        MockReply reply = shop.reply(Requests.json("/orders", "{}"));

        JournalEntry entry = shop.namespace.journal().all().get(0);
        assertThat(entry.mockId()).isEqualTo("m");
        assertThat(entry.reply()).isSameAs(reply);
        assertThat(entry.receivedAt()).isEqualTo(Worlds.NOON);
        assertThat(entry.outcome().servedIn()).isPositive();
    }

    @Test
    void a_request_that_no_mock_matches_is_in_the_journal_and_among_the_undefined() {
        assertThat(shop.reply(Requests.get("/a")).status()).isEqualTo(404);

        assertThat(shop.namespace.journal().all())
                .extracting(JournalEntry::isMatched)
                .containsExactly(false);
        assertThat(shop.namespace.undefinedRequests().all()).hasSize(1);
    }

    @Test
    void values_are_extracted_before_the_answer_is_rendered() {
        shop.save(post("/a")
                .chain("c")
                .extractMock("m", "$.req.n")
                .extractChain("c", "$.sum($.mS.m, 1)")
                .extractGlobal("g", "$.sum($.cS.c, 1)")
                .respond(ok().json(List.of("$.mS.m", "$.cS.c", "$.gS.g"))));

        assertThat(shop.body(Requests.json("/a", "{\"n\":1}"))).isEqualTo("[1,2,3]");
        assertThat(shop.namespace.stores().chain("c").get("c")).isEqualTo(2L);
        assertThat(shop.namespace.stores().global().get("g")).isEqualTo(3L);
    }

    @Test
    void sixty_four_threads_lose_no_update_of_a_counter() throws Exception {
        shop.save(get("/a")
                .chain("c")
                .extractGlobal("n", "$.increment($.gS.n || 0)")
                .extractChain("n", "$.increment($.cS.n || 0)")
                .respond(ok()));
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                done.add(threads.submit(() -> {
                    for (int n = 0; n < 50; n++) {
                        shop.reply(Requests.get("/a"));
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(shop.namespace.stores().global().get("n")).isEqualTo(3_200L);
        assertThat(shop.namespace.stores().chain("c").get("n")).isEqualTo(3_200L);
    }

    private static List<String> bytesOf(long seed) {
        Engines world = new Engines(seed);
        world.save(get("/fake/:id")
                .respond(ok().json(Map.of("id", "$.pathParam.id", "uuid", "$.fake.UUID", "at", "$.fake.Timestamp"))));
        world.save(
                get("/pick").respondAtRandom(ok().json("[1]"), ok().json("[2]"), ok().json("[3]"), ok().json("[4]")));
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            for (String target : List.of("/fake/" + i, "/pick", "/missing")) {
                bodies.add(world.body(Requests.get(target)));
            }
        }
        return bodies;
    }

    @Test
    void one_seed_one_clock_and_the_same_requests_give_the_same_bytes() {
        assertThat(bytesOf(7)).isEqualTo(bytesOf(7));
        assertThat(bytesOf(7)).isNotEqualTo(bytesOf(8));
    }

    @Test
    void options_tells_the_methods_of_the_path() {
        shop.save(get("/a").respond(ok()));
        shop.save(get("/*").respond(ok()));
        shop.save(delete("/:x").respond(ok()));

        MockReply reply = shop.reply(Requests.of("OPTIONS", "/a"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.headers().first("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS");
        assertThat(reply.body()).isEmpty();
        assertThat(shop.namespace.undefinedRequests().all()).isEmpty();
        assertThat(shop.reply(Requests.of("OPTIONS", "/")).headers().first("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void a_mock_for_options_answers_and_says_why_it_does_not() {
        shop.save(options("/a").when(header("Origin", notEmpty())).respond(ok()));
        shop.save(get("/a").respond(ok()));

        assertThat(shop.reply(Requests.of("OPTIONS", "/a")).status()).isEqualTo(404);
        assertThat(shop.reply(Requests.of("OPTIONS", "/b")).status()).isEqualTo(404);
    }

    @Test
    void answers_any_and_custom_methods() {
        shop.save(any("/any").id("any").respond(ok()));
        shop.save(request("PURGE", "/purge").id("purge").respond(ok()));

        for (String method : List.of("GET", "POST", "OPTIONS", "PROPFIND", "PURGE")) {
            assertThat(shop.reply(Requests.of(method, "/any")).status()).isEqualTo(200);
        }
        assertThat(shop.reply(Requests.of("PURGE", "/purge")).status()).isEqualTo(200);
        assertThat(shop.reply(Requests.get("/purge")).status()).isEqualTo(404);
    }

    @Test
    void a_proxy_is_not_implemented_yet() {
        shop.save(() -> Mock.fromJson(
                "{\"id\":\"p\",\"http\":{\"route\":\"/*\"},\"proxy\":{\"target\":\"http://localhost:1\"}}"));

        MockReply reply = shop.reply(Requests.get("/a"));

        assertThat(reply.status()).isEqualTo(501);
        assertThat(Json.parse(reply.body()))
                .isEqualTo(Map.of(
                        "error", "mock p proxies, which this server does not do yet",
                        "code", "not_implemented",
                        "request_id", "shop-1"));
    }

    private static Webhook webhook(String url, Webhook.Trigger trigger, boolean async) {
        return Webhook.builder()
                .type(Webhook.Type.HTTP)
                .url(url)
                .trigger(trigger)
                .async(async)
                .body(Map.of("id", "$.response.id"))
                .build();
    }

    private static MockBuilder withWebhooks(MockBuilder mock) {
        List<Webhook> webhooks = List.of(
                webhook("always", Webhook.Trigger.ALWAYS, true),
                webhook("always-sync", Webhook.Trigger.ALWAYS, false),
                webhook("success", Webhook.Trigger.ON_SUCCESS, true),
                webhook("error", Webhook.Trigger.ON_ERROR, true),
                webhook("error-sync", Webhook.Trigger.ON_ERROR, false));
        return () -> mock.build().toBuilder().webhooks(webhooks).build();
    }

    @Test
    void webhooks_go_before_or_after_the_reply_as_their_trigger_says() {
        shop.save(withWebhooks(get("/ok").respond(ok().json(Map.of("id", 5)))));
        shop.save(withWebhooks(get("/error").respond(serverError())));

        MockAnswer ok = shop.engine.handle(shop.namespace, Requests.get("/ok"));
        MockAnswer error = shop.engine.handle(shop.namespace, Requests.get("/error"));

        assertThat(ok.before()).extracting(WebhookCall::url).containsExactly("always-sync");
        assertThat(ok.after()).extracting(WebhookCall::url).containsExactly("always", "success");
        assertThat(error.before()).extracting(WebhookCall::url).containsExactly("always-sync", "error-sync");
        assertThat(error.after()).extracting(WebhookCall::url).containsExactly("always", "error");
        assertThat(new String(ok.after().get(0).body(), StandardCharsets.UTF_8)).isEqualTo("{\"id\":5}");
    }
}
