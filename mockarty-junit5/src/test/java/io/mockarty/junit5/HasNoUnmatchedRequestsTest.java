package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code hasNoUnmatchedRequests()}, and what it says. */
@MockartyTest
class HasNoUnmatchedRequestsTest extends AssertionTest {

    @Test
    void passes_when_each_request_found_a_mock() {
        request("/users/1");

        assertThat(mocks).hasNoUnmatchedRequests();
    }

    @Test
    @MockartyTest(strict = Strictness.OFF)
    void fails_with_the_nearest_mocks() {
        request("/user/1", "/users/1");

        fails(() -> assertThat(mocks).hasNoUnmatchedRequests(), """
                Requests that no mock matched:

                GET /user/1
                  nearest mocks:
                    1. GET /users/:id  (mock-1)
                         path: expected /users/:id, was /user/1""");
    }
}
