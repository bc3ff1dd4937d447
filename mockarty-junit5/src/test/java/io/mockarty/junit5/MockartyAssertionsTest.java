package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MockartyTest
class MockartyAssertionsTest {

    private MockartyServer mocks;
    private URI url;

    @BeforeEach
    void serve_users(MockartyServer server, @MockartyUrl URI baseUrl) {
        mocks = server;
        url = baseUrl;
        mocks.stub(get("/users/:id").respond(ok()));
    }

    private void request(String... paths) {
        for (String path : paths) {
            Http.get(url + path);
        }
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
    }

    @Test
    void passes_when_the_number_is_right() {
        request("/users/1", "/users/2", "/users/2");

        assertThat(mocks).received(get("/users/1")).once();
        assertThat(mocks).received(get("/users/2")).times(2);
        assertThat(mocks).received(get("/users/:id")).atLeast(3);
        assertThat(mocks).received(get("/users/:id")).atMost(3);
        assertThat(mocks).received(get("/users/:id")).between(2, 4);
        assertThat(mocks).received(get("/users/3")).never();
        assertThat(mocks).receivedInOrder(get("/users/1"), get("/users/2"));
    }

    @Test
    void assertions_can_be_chained() {
        request("/users/1");

        assertThat(mocks)
                .received(get("/users/1"))
                .once()
                .received(get("/users/2"))
                .never();
    }

    @Test
    void once_fails_when_nothing_came() {
        fails(() -> assertThat(mocks).received(get("/users/1")).once(), """
                Expected GET /users/1 exactly once, but it was received 0 times.
                No other request was received.""");
    }

    @Test
    void once_fails_with_the_nearest_request() {
        request("/users/2");

        fails(() -> assertThat(mocks).received(get("/users/1")).once(), """
                Expected GET /users/1 exactly once, but it was received 0 times.
                Nearest requests:
                  GET /users/2
                    path: expected /users/1, was /users/2""");
    }

    @Test
    void once_fails_with_the_header_that_differs() {
        request("/users/1");

        fails(
                () -> assertThat(mocks)
                        .received(get("/users/1").when(header("X-Tier", equalTo("gold"))))
                        .once(),
                """
                Expected GET /users/1 exactly once, but it was received 0 times.
                Nearest requests:
                  GET /users/1
                    header X-Tier: expected "gold", was absent""");
    }

    @Test
    void never_fails_with_what_came() {
        request("/users/1");

        fails(() -> assertThat(mocks).received(get("/users/1")).never(), """
                Expected GET /users/1 never, but it was received once.
                Received:
                  #1 GET /users/1 -> 200""");
    }

    @Test
    void times_fails_with_what_came() {
        request("/users/1", "/users/1", "/users/1");

        fails(() -> assertThat(mocks).received(get("/users/1")).times(2), """
                Expected GET /users/1 exactly 2 times, but it was received 3 times.
                Received:
                  #1 GET /users/1 -> 200
                  #2 GET /users/1 -> 200
                  #3 GET /users/1 -> 200""");
    }

    @Test
    void at_least_fails_with_the_number() {
        request("/users/1");

        fails(() -> assertThat(mocks).received(get("/users/1")).atLeast(2), """
                Expected GET /users/1 at least 2 times, but it was received once.
                No other request was received.""");
    }

    @Test
    void at_most_fails_with_what_came() {
        request("/users/1", "/users/1");

        fails(() -> assertThat(mocks).received(get("/users/1")).atMost(1), """
                Expected GET /users/1 at most once, but it was received 2 times.
                Received:
                  #1 GET /users/1 -> 200
                  #2 GET /users/1 -> 200""");
    }

    @Test
    void between_fails_with_the_range() {
        request("/users/1");

        fails(() -> assertThat(mocks).received(get("/users/1")).between(2, 3), """
                Expected GET /users/1 2 to 3 times, but it was received once.
                No other request was received.""");
    }

    @Test
    void within_waits_for_a_request_that_is_on_its_way() {
        CompletableFuture<Void> later = CompletableFuture.runAsync(
                () -> request("/users/1"), CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));

        assertThat(mocks)
                .received(get("/users/1"))
                .within(Duration.ofSeconds(10))
                .once();
        later.join();
    }

    @Test
    void within_fails_when_time_is_up() {
        fails(
                () -> assertThat(mocks)
                        .received(get("/users/1"))
                        .within(Duration.ofMillis(50))
                        .once(),
                """
                Expected GET /users/1 exactly once, but it was received 0 times.
                No other request was received.""");
    }

    @Test
    void in_order_fails_at_the_first_that_is_missing() {
        request("/users/2", "/users/1");

        fails(() -> assertThat(mocks).receivedInOrder(get("/users/1"), get("/users/2")), """
                Expected requests in this order:
                  1. GET /users/1 - received
                  2. GET /users/2 - not received here
                Received:
                  #1 GET /users/2 -> 200
                  #2 GET /users/1 -> 200""");
    }

    @Test
    void negative_counts_are_refused() {
        assertThatThrownBy(() -> assertThat(mocks).received(get("/users/1")).times(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("times: -1..-1 (expected: 0 <= min <= max)");
    }
}
