package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;

import org.junit.jupiter.api.Test;

/** {@code never()}, and what it says. */
@MockartyTest
class ReceivedNeverTest extends AssertionTest {

    @Test
    void never_fails_with_what_came() {
        request("/users/1");

        fails(() -> assertThat(mocks).received(get("/users/1")).never(), """
                Expected GET /users/1 never, but it was received once.
                Received:
                  #1 GET /users/1 -> 200""");
    }
}
