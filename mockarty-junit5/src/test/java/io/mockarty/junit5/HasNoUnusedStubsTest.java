package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code hasNoUnusedStubs()}, and what it says. */
@MockartyTest
class HasNoUnusedStubsTest extends AssertionTest {

    @Test
    void passes_when_each_stub_was_used() {
        request("/users/1");

        assertThat(mocks).hasNoUnusedStubs();
    }

    @Test
    void fails_with_the_nearest_requests() {
        fails(() -> assertThat(mocks).hasNoUnusedStubs(), """
                Stubs that no request used:

                GET /users/:id  (mock-1)
                  No other request was received.""");
    }
}
