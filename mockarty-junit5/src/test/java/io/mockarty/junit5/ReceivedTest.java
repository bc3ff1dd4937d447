package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;

import org.junit.jupiter.api.Test;

/** Assertions that hold say nothing and can be chained. */
@MockartyTest
class ReceivedTest extends AssertionTest {

    @Test
    void passes_when_the_number_is_right() {
        request("/users/1", "/users/2", "/users/2");

        assertThat(mocks).received(get("/users/1")).once();
        assertThat(mocks).received(get("/users/2")).times(2);
        assertThat(mocks).received(get("/users/:id")).atLeast(3);
        assertThat(mocks).received(get("/users/:id")).atMost(3);
        assertThat(mocks).received(get("/users/:id")).between(2, 4);
        assertThat(mocks).received(get("/users/3")).never();
        assertThat(mocks).inOrder(get("/users/1"), get("/users/2"));
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
}
