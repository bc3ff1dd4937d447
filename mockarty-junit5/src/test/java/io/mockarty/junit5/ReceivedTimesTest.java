package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** {@code times()} and its siblings, and what they say. */
@MockartyTest
class ReceivedTimesTest extends AssertionTest {

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
    void negative_counts_are_refused() {
        assertThatThrownBy(() -> assertThat(mocks).received(get("/users/1")).times(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("times: -1..-1 (expected: 0 <= min <= max)");
    }
}
