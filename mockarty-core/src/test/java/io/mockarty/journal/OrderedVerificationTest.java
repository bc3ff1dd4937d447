package io.mockarty.journal;

import static io.mockarty.mock.MockDsl.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.match.Patterns;
import io.mockarty.match.RequestPattern;
import io.mockarty.request.Requests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedVerificationTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Journal journal = Journals.unbounded();

    private static List<RequestPattern> patterns(String... paths) {
        return Stream.of(paths).map(path -> Patterns.of(get(path))).toList();
    }

    @Test
    void waits_for_what_another_thread_asks() {
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> journal.verifyInOrder(patterns("/a", "/b", "/a"), LONG));

        for (String path : List.of("/b", "/a", "/other", "/b")) {
            Journals.record(journal, Requests.get(path));
            assertThat(waiting).isNotDone();
        }
        Journals.record(journal, Requests.get("/a"));

        assertThat(waiting).succeedsWithin(LONG);
    }

    @Test
    void an_order_that_has_come_is_not_waited_for() {
        Journals.record(journal, Requests.get("/a"), Requests.get("/b"));

        journal.verifyInOrder(patterns("/a", "/b"), Duration.ofDays(1_000_000_000));
    }

    @Test
    void no_requests_are_always_in_order() {
        journal.verifyInOrder(List.of(), LONG);
    }

    @Test
    void shows_where_the_order_is_broken_when_time_is_out() {
        Journals.record(journal, Requests.get("/b"), Requests.get("/a"));

        assertThatThrownBy(() -> journal.verifyInOrder(patterns("/a", "/b"), Duration.ofMillis(1)))
                .isInstanceOf(VerificationException.class)
                .hasMessage("""
                        Expected requests in this order:
                          1. GET /a - received
                          2. GET /b - not received here
                        Received:
                          #1 GET /b -> 200
                          #2 GET /a -> 200""");
    }

    @Test
    void an_interrupt_ends_the_wait() {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                journal.verifyInOrder(patterns("/a"), LONG.multipliedBy(10));
                ended.complete(false);
            } catch (VerificationException e) {
                ended.complete(Thread.currentThread().isInterrupted());
            }
        });
        waiter.start();

        waiter.interrupt();

        assertThat(ended).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void the_nearest_requests_of_a_pattern_are_told_without_a_demand() {
        Journals.record(journal, Requests.get("/orders"), Requests.get("/order"));

        assertThat(journal.verify(Patterns.of(get("/orders").withQuery("page", "1")))
                        .nearest())
                .isEqualTo("""
                        Nearest requests:
                          GET /orders
                            query page: expected "1", was absent
                          GET /order
                            path: expected /orders, was /order
                            query page: expected "1", was absent""");
    }

    @Test
    void the_nearest_requests_are_none_when_nothing_came() {
        assertThat(journal.verify(Patterns.of(get("/orders"))).nearest()).isEqualTo("No other request was received.");
    }
}
