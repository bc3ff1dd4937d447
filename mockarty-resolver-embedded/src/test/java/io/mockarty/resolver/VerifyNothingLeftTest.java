package io.mockarty.resolver;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.journal.VerificationException;
import io.mockarty.mock.Mock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyNothingLeftTest {

    private final MockartyServer server = MockartyServer.start();

    @BeforeEach
    void stub() {
        server.clock().freeze(Instant.parse("2026-03-22T12:00:00Z"));
        server.stub(get("/a").id("a").withQuery("n", "1").respond(ok().text("fine")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void ask(String target) {
        RawClient.exchange(server.port(), head("GET", target));
    }

    @Test
    void unmatched_requests_are_shown_with_the_nearest_mocks() {
        ask("/a?n=2");
        ask("/a?n=3");

        assertThatThrownBy(server::verifyNoUnmatchedRequests)
                .isInstanceOf(VerificationException.class)
                .hasMessage("""
                        Requests that no mock matched:

                        GET /a?n=3 (2 times, the latest is shown)
                          nearest mocks:
                            1. GET /a  (a)
                                 query n: expected "1", was "3\"""");
    }

    @Test
    void nothing_is_unmatched_when_every_request_found_a_mock() {
        ask("/a?n=1");

        server.verifyNoUnmatchedRequests();
        server.verifyNoUnusedStubs();
    }

    @Test
    void a_request_that_is_on_its_way_counts_as_unmatched() {
        try (RawClient client = new RawClient(server.port())) {
            for (int i = 0; i < 100; i++) {
                client.get("/missing");
                assertThatThrownBy(server::verifyNoUnmatchedRequests).hasMessageContaining("GET /missing");
                server.namespace().undefinedRequests().clear();
            }
        }
    }

    @Test
    void unused_stubs_are_shown_with_the_nearest_requests() {
        server.stub(post("/b").id("b").respond(ok()));
        server.stub(post("/c").id("c").lenient().respond(ok()));
        ask("/a?n=2");

        assertThat(server.unusedStubs()).extracting(Mock::id).containsExactly("a", "b");
        assertThatThrownBy(() -> server.verifyNoUnusedStubs(List.of("b")))
                .isInstanceOf(VerificationException.class)
                .hasMessage("""
                        Stubs that no request used:

                        GET /a  (a)
                          Nearest requests:
                            GET /a?n=2
                              query n: expected "1", was "2\"""");
        server.verifyNoUnusedStubs(List.of("a", "b"));
    }

    @Test
    void mocks_from_files_may_go_unused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("m.json"), "{\"id\":\"file\",\"http\":{\"route\":\"/file\"},\"response\":{}}");
        server.load(file);

        assertThat(server.unusedStubs()).extracting(Mock::id).containsExactly("a");
    }

    @Test
    void the_report_tells_what_was_asked_and_answered() {
        ask("/a?n=1");
        ask("/a");

        assertThat(server.report()).isEqualTo("""
                #1 2026-03-22T12:00:00Z GET /a?n=1 -> 200 from a
                    < fine
                #2 2026-03-22T12:00:00Z GET /a -> 404
                    nearest mocks:
                      1. GET /a  (a)
                           query n: expected "1", was absent
                """);
    }

    @Test
    void an_order_is_waited_for() {
        CompletableFuture<Void> verified = CompletableFuture.runAsync(
                () -> server.verifyInOrder(Duration.ofSeconds(10), get("/first"), get("/second")));
        ask("/second");
        ask("/first");
        assertThat(verified).isNotDone();

        ask("/second");

        assertThat(verified).succeedsWithin(Duration.ofSeconds(10));
    }
}
