package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.resolver.MockartyServer;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** A mocked API that serves users, to make assertions on, and whole messages to compare. */
abstract class AssertionTest {

    MockartyServer mocks;

    @MockartyUrl
    private URI url;

    @BeforeEach
    void serve_users() {
        mocks.stub(get("/users/:id").respond(ok()));
    }

    void request(String... paths) {
        for (String path : paths) {
            Http.get(url + path);
        }
    }

    static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
    }
}
