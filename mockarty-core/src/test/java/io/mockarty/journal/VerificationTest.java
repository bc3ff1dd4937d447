package io.mockarty.journal;

import static io.mockarty.mock.MockDsl.any;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mockarty.match.Patterns;
import io.mockarty.mock.HttpMockBuilder;
import io.mockarty.request.Requests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Journal journal = Journals.unbounded();

    private @Nullable String failure(HttpMockBuilder request, Times times) {
        Throwable thrown =
                catchThrowable(() -> journal.verify(Patterns.of(request)).was(times));
        return thrown == null ? null : thrown.getMessage();
    }

    static Stream<Arguments> demands() {
        return Stream.of(
                Arguments.of(Times.once(), List.of(1), "exactly once"),
                Arguments.of(Times.never(), List.of(0), "never"),
                Arguments.of(Times.exactly(2), List.of(2), "exactly 2 times"),
                Arguments.of(Times.atLeast(2), List.of(2, 3), "at least 2 times"),
                Arguments.of(Times.atMost(1), List.of(0, 1), "at most once"),
                Arguments.of(Times.between(1, 2), List.of(1, 2), "1 to 2 times"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("demands")
    void allows_the_demanded_counts_and_no_others(Times times, List<Integer> allowed, String words) {
        assertThat(times).hasToString(words);
        for (int count = 0; count <= 3; count++) {
            assertThat(failure(get("/a"), times) == null)
                    .as(count + " requests")
                    .isEqualTo(allowed.contains(count));
            Journals.record(journal, Requests.get("/a"), Requests.get("/other"));
        }
    }

    @Test
    void refuses_bounds_that_make_no_sense() {
        assertThatThrownBy(() -> Times.between(2, 1)).hasMessage("times: 2..1 (expected: 0 <= min <= max)");
        assertThatThrownBy(() -> Times.atLeast(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shows_the_nearest_requests_with_what_differs() {
        Journals.record(
                journal,
                Requests.get("/far/away"),
                Requests.json("/orders", "{\"qty\":3,\"sku\":\"B\"}"),
                Requests.json("/orders", "{\"qty\":2,\"sku\":\"B\"}"),
                Requests.get("/orders"),
                Requests.get("/other"));

        assertThat(failure(post("/orders").withJson("$.qty", 2).withJson("$.sku", "A"), Times.once()))
                .isEqualTo("""
                        Expected POST /orders exactly once, but it was received 0 times.
                        Nearest requests:
                          POST /orders
                            $.sku: expected "A", was "B"
                          POST /orders
                            $.qty: expected 2, was 3
                            $.sku: expected "A", was "B"
                          GET /orders
                            method: expected POST, was GET
                            $.qty: expected 2, was absent
                            $.sku: expected "A", was absent""");
    }

    @Test
    void says_that_nothing_else_came() {
        Journals.record(journal, Requests.get("/a"));

        assertThat(failure(get("/a"), Times.atLeast(2))).isEqualTo("""
                        Expected GET /a at least 2 times, but it was received once.
                        No other request was received.""");
    }

    @Test
    void shows_what_came_too_often() {
        for (int i = 0; i < 12; i++) {
            Journals.record(journal, Requests.get("/a?n=" + i));
        }

        assertThat(failure(get("/a"), Times.never())).isEqualTo("""
                        Expected GET /a never, but it was received 12 times.
                        Received:
                          #1 GET /a?n=0 -> 200
                          #2 GET /a?n=1 -> 200
                          #3 GET /a?n=2 -> 200
                          #4 GET /a?n=3 -> 200
                          #5 GET /a?n=4 -> 200
                          #6 GET /a?n=5 -> 200
                          #7 GET /a?n=6 -> 200
                          #8 GET /a?n=7 -> 200
                          #9 GET /a?n=8 -> 200
                          #10 GET /a?n=9 -> 200
                          and 2 more""");
    }

    @Test
    void proves_an_order_with_others_in_between() {
        Journals.record(journal, Requests.get("/a"), Requests.get("/x"), Requests.get("/b"), Requests.get("/a"));

        journal.verifyInOrder(
                Stream.of(get("/a"), get("/b"), get("/a")).map(Patterns::of).toList());
    }

    @Test
    void shows_where_an_order_is_broken() {
        Journals.record(journal, Requests.get("/b"), Requests.get("/a"));

        assertThatThrownBy(() -> journal.verifyInOrder(Stream.of(get("/a"), get("/b"), any("/c"))
                        .map(Patterns::of)
                        .toList()))
                .isInstanceOf(VerificationException.class)
                .hasMessage("""
                        Expected requests in this order:
                          1. GET /a - received
                          2. GET /b - not received here
                          3. ANY /c
                        Received:
                          #1 GET /b -> 200
                          #2 GET /a -> 200""");
    }

    @Test
    void shows_an_order_of_which_nothing_came() {
        assertThatThrownBy(() -> journal.verifyInOrder(List.of(Patterns.of(get("/a")))))
                .hasMessage("""
                        Expected requests in this order:
                          1. GET /a - not received here
                        Received: nothing""");
    }

    @Test
    void refuses_to_prove_what_was_evicted() {
        Journal small = new Journal(new JournalBudget(Journals.sizeOf(Requests.get("/1")), 100));
        Journals.record(small, Requests.get("/1"), Requests.get("/2"), Requests.get("/3"));
        Verification three = small.verify(Patterns.of(get("/3")));

        three.was(Times.atLeast(1));
        for (Times times : List.of(Times.once(), Times.atMost(2), Times.between(1, 5))) {
            assertThatThrownBy(() -> three.was(times))
                    .isInstanceOf(VerificationException.class)
                    .hasMessage("Cannot prove that GET /3 was received " + times + ": 2 older requests were evicted "
                            + "from the journal. Raise the journal's limit, or verify earlier.");
        }
        assertThatThrownBy(() -> small.verify(Patterns.of(get("/1"))).was(Times.never()))
                .hasMessageStartingWith("Cannot prove that GET /1 was received never: ");
        assertThatThrownBy(() -> three.was(Times.atLeast(2))).hasMessage("""
                        Expected GET /3 at least 2 times, but it was received once.
                        No other request was received.
                        (2 older requests were evicted from the journal.)""");
    }

    @Test
    void refuses_to_prove_what_may_stand_in_a_body_that_was_cut() {
        Journal short10 = new Journal(new JournalBudget(100_000, 10));
        Journals.record(short10, Requests.json("/x", "{\"pad\":\"pppppppppp\",\"id\":7}"));
        Verification seven = short10.verify(Patterns.of(post("/x").withJson("$.id", 7)));

        assertThatThrownBy(() -> seven.was(Times.never()))
                .hasMessage("Cannot prove that POST /x was received never: the body of a request was cut in the "
                        + "journal. Raise the journal's limit for bodies (journalBodyBytes).");
        assertThatThrownBy(() -> seven.was(Times.once()))
                .hasMessageEndingWith(
                        "This may be wrong: the body of a request was cut in the journal; raise its limit for"
                                + " bodies (journalBodyBytes).");
        short10.verify(Patterns.of(post("/y"))).was(Times.never());
    }

    @Test
    void watches_the_whole_time_that_something_never_comes() {
        Verification never = journal.verify(Patterns.of(get("/late")));
        CompletableFuture<Void> watching = CompletableFuture.runAsync(() -> never.was(Times.never(), LONG));

        Journals.record(journal, Requests.get("/other"));
        assertThat(watching).isNotDone();
        Journals.record(journal, Requests.get("/late"));

        assertThat(watching).failsWithin(LONG).withThrowableThat().withMessageContaining("GET /late never");
    }

    @Test
    void waits_for_a_request_that_another_thread_makes() {
        Verification verification = journal.verify(Patterns.of(get("/a")));
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> verification.was(Times.exactly(3), LONG));

        for (int i = 0; i < 3; i++) {
            assertThat(waiting).isNotDone();
            Journals.record(journal, Requests.get("/other"), Requests.get("/a"));
        }

        waiting.join();
    }

    @Test
    void a_demand_that_is_met_does_not_wait() {
        Journals.record(journal, Requests.get("/a"));

        journal.verify(Patterns.of(get("/a"))).was(Times.once(), Duration.ofDays(1_000_000_000));
    }

    @Test
    void gives_up_when_time_is_out() {
        assertThatThrownBy(() -> journal.verify(Patterns.of(get("/a"))).was(Times.once(), Duration.ofMillis(1)))
                .isInstanceOf(VerificationException.class)
                .hasMessage("""
                        Expected GET /a exactly once, but it was received 0 times.
                        No other request was received.""");
    }

    @Test
    void requests_are_recorded_while_a_verification_waits() {
        Verification verification = journal.verify(Patterns.of(get("/last")));
        List<CompletableFuture<Void>> waiting = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> verification.was(Times.once(), LONG)))
                .limit(2)
                .toList();

        for (int i = 0; i < 5_000; i++) {
            Journals.record(journal, Requests.get("/a" + i));
        }
        Journals.record(journal, Requests.get("/last"));

        waiting.forEach(CompletableFuture::join);
        assertThat(journal.all()).hasSize(5_001);
    }
}
