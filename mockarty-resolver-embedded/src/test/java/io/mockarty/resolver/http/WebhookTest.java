package io.mockarty.resolver.http;

import static io.mockarty.journal.Times.exactly;
import static io.mockarty.journal.Times.never;
import static io.mockarty.journal.Times.once;
import static io.mockarty.mock.MockDsl.any;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.serverError;
import static io.mockarty.mock.MockDsl.status;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.mock.Webhook;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.RawClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MockartyServer server = MockartyServer.start();
    private final MockartyServer target = MockartyServer.start();

    @AfterEach
    void stop() {
        server.close();
        target.close();
    }

    private Webhook.Builder hook(String path) {
        return Webhook.builder()
                .type(Webhook.Type.HTTP)
                .method("POST")
                .url(target.baseUrl() + path)
                .timeout(5_000);
    }

    private RawClient.Answer ask() {
        return RawClient.exchange(server.port(), head("GET", "/a"));
    }

    @Test
    void a_synchronous_one_arrives_before_the_answer() {
        target.stub(post("/hook").respond(ok().delay(Duration.ofMillis(100))));
        server.stub(get("/a")
                .respond(ok().text("done"))
                .webhook(hook("/hook").async(false).build()));
        assertThat(ask().text()).isEqualTo("done");
        target.verify(post("/hook"), once());
    }

    @Test
    void an_asynchronous_one_does_not_hold_up_the_answer() {
        target.stub(post("/hook").respond(ok().delay(Duration.ofMinutes(1))));
        server.stub(get("/a")
                .respond(ok().text("done"))
                .webhook(hook("/hook").async(true).build()));
        assertThat(ask().text()).isEqualTo("done");
        target.verify(post("/hook")).was(once(), PATIENCE);
    }

    @Test
    void headers_and_body_are_rendered() {
        target.stub(any("/*").respond(ok()));
        server.stub(get("/a")
                .respond(ok().json(Map.of("id", 7)))
                .webhook(hook("/hook")
                        .async(false)
                        .headers(Map.of("X-Method", "$.response.id"))
                        .body(Map.of("id", "$.response.id"))
                        .build()));
        assertThat(ask().status()).isEqualTo(200);
        target.verify(post("/hook").withHeader("X-Method", "7").withJson("$.id", 7), once());
    }

    @Test
    void the_trigger_looks_at_the_status() {
        target.stub(any("/*").respond(ok()));
        for (int status : new int[] {200, 302, 404}) {
            server.stub(get("/a")
                    .respond(status(status))
                    .webhook(hook("/success")
                            .trigger(Webhook.Trigger.ON_SUCCESS)
                            .async(false)
                            .build())
                    .webhook(hook("/error")
                            .trigger(Webhook.Trigger.ON_ERROR)
                            .async(false)
                            .build())
                    .webhook(hook("/always")
                            .trigger(Webhook.Trigger.ALWAYS)
                            .async(false)
                            .build()));
            assertThat(ask().status()).isEqualTo(status);
        }
        target.verify(post("/success"), once());
        target.verify(post("/error"), once());
        target.verify(post("/always"), exactly(3));
    }

    @Test
    void a_failed_one_is_tried_again() {
        target.stub(post("/hook").respondInOrder(serverError(), status(400), ok()));
        server.stub(get("/a")
                .respond(ok().text("done"))
                .webhook(hook("/hook").async(false).retryCount(5).retryDelay(10).build()));
        assertThat(ask().text()).isEqualTo("done");
        target.verify(post("/hook"), exactly(3));
    }

    @Test
    void one_that_always_fails_is_given_up_and_the_answer_comes() {
        target.stub(post("/hook").respond(serverError()));
        server.stub(get("/a")
                .respond(ok().text("done"))
                .webhook(hook("/hook").async(false).retryCount(2).retryDelay(1).build()));
        assertThat(ask().text()).isEqualTo("done");
        target.verify(post("/hook"), exactly(3));
    }

    @Test
    void one_that_takes_too_long_is_given_up_and_the_answer_comes() {
        target.stub(post("/hook").respond(ok().delay(Duration.ofMinutes(1))));
        server.stub(get("/a")
                .respond(ok().text("done"))
                .webhook(hook("/hook").async(false).retryCount(0).timeout(100).build()));
        assertThat(ask().text()).isEqualTo("done");
    }

    @Test
    void no_failure_disturbs_the_answer() {
        for (String url : new String[] {
            "http://127.0.0.1:1/closed",
            "not a url",
            "http://",
            "ftp://127.0.0.1/",
            "/relative",
            "http://no-such-host.invalid/",
            "http://127.0.0.1:99999/"
        }) {
            server.stub(get("/a")
                    .respond(ok().text(url))
                    .webhook(hook("").url(url).async(false).retryCount(0).build())
                    .webhook(hook("").url(url).async(true).retryCount(0).build()));
            assertThat(ask().text()).isEqualTo(url);
        }
    }

    @Test
    void forbidden_headers_and_methods_do_not_disturb_the_answer() {
        target.stub(any("/*").respond(ok()));
        server.stub(get("/a")
                .respond(ok().text("done"))
                .webhook(hook("/1")
                        .async(false)
                        .headers(Map.of("Connection", "close"))
                        .build())
                .webhook(hook("/2").async(false).method("CONNECT").build())
                .webhook(hook("/3").async(false).headers(Map.of("X\n", "1")).build()));
        assertThat(ask().text()).isEqualTo("done");
        target.verify(any("/2"), never());
    }

    @Test
    void a_delayed_answer_waits_for_the_synchronous_ones_first() {
        target.stub(post("/hook").respond(ok()));
        server.stub(get("/a")
                .respond(ok().text("done").delay(Duration.ofMillis(50)))
                .webhook(hook("/hook").async(false).build())
                .webhook(hook("/hook").async(true).build()));
        assertThat(ask().text()).isEqualTo("done");
        target.verify(post("/hook")).was(exactly(2), PATIENCE);
    }
}
