package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;

import org.junit.jupiter.api.Test;

/** {@code inOrder()}, and what it says. */
@MockartyTest
class InOrderTest extends AssertionTest {

    @Test
    void in_order_fails_at_the_first_that_is_missing() {
        request("/users/2", "/users/1");

        fails(() -> assertThat(mocks).inOrder(get("/users/1"), get("/users/2")), """
                Expected requests in this order:
                  1. GET /users/1 - received
                  2. GET /users/2 - not received here
                Received:
                  #1 GET /users/2 -> 200
                  #2 GET /users/1 -> 200""");
    }

    @Test
    void others_may_come_in_between() {
        request("/users/1", "/users/9", "/users/2", "/users/9", "/users/3");

        assertThat(mocks).inOrder(get("/users/1"), get("/users/2"), get("/users/3"));
    }

    @Test
    void one_request_does_not_count_twice() {
        request("/users/1");

        fails(() -> assertThat(mocks).inOrder(get("/users/1"), get("/users/1")), """
                Expected requests in this order:
                  1. GET /users/1 - received
                  2. GET /users/1 - not received here
                Received:
                  #1 GET /users/1 -> 200""");
    }
}
