package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.header;

import org.junit.jupiter.api.Test;

/** {@code once()}, and what it says. */
@MockartyTest
class ReceivedOnceTest extends AssertionTest {

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
}
