package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code within()}, and what it says. */
@MockartyTest
class WithinTest extends AssertionTest {

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
    void within_also_waits_for_an_order() {
        CompletableFuture<Void> later = CompletableFuture.runAsync(
                () -> request("/users/1", "/users/2"), CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));

        assertThat(mocks).within(Duration.ofSeconds(10)).inOrder(get("/users/1"), get("/users/2"));
        later.join();
    }

    @Test
    void within_applies_to_all_that_follows() {
        CompletableFuture<Void> later = CompletableFuture.runAsync(
                () -> request("/users/1", "/users/2"), CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));

        assertThat(mocks)
                .within(Duration.ofSeconds(10))
                .received(get("/users/1"))
                .once()
                .received(get("/users/2"))
                .once();
        later.join();
    }

    @Test
    void an_order_fails_when_time_is_up() {
        request("/users/1");

        fails(() -> assertThat(mocks).within(Duration.ofMillis(50)).inOrder(get("/users/1"), get("/users/2")), """
                Expected requests in this order:
                  1. GET /users/1 - received
                  2. GET /users/2 - not received here
                Received:
                  #1 GET /users/1 -> 200""");
    }
}
