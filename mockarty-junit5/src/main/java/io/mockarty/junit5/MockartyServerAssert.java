package io.mockarty.junit5;

import io.mockarty.mock.HttpMockBuilder;
import io.mockarty.resolver.MockartyServer;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/** Asserts what a mocked API received. Not thread-safe. */
public final class MockartyServerAssert extends AbstractAssert<MockartyServerAssert, MockartyServer> {

    private final Duration atMost;

    MockartyServerAssert(MockartyServer actual) {
        this(actual, Duration.ZERO);
    }

    private MockartyServerAssert(MockartyServer actual, Duration atMost) {
        super(actual, MockartyServerAssert.class);
        this.atMost = atMost;
    }

    /**
     * Waits for requests that are still on their way, in what is asserted next.
     *
     * @param longest how long
     * @return the same assertion, with a wait
     */
    public MockartyServerAssert within(Duration longest) {
        return new MockartyServerAssert(actual, longest);
    }

    /**
     * Names the requests in question.
     *
     * @param request the request half of a mock, such as {@code get("/users/42")}
     * @return what must hold for them
     */
    public ReceivedAssert received(HttpMockBuilder request) {
        isNotNull();
        return new ReceivedAssert(this, actual.verify(request), atMost);
    }

    /**
     * Demands that requests came in an order, with any others in between.
     *
     * @param requests the requests, first to last
     * @return this assertion
     */
    public MockartyServerAssert inOrder(HttpMockBuilder... requests) {
        isNotNull();
        actual.verifyInOrder(atMost, requests);
        return this;
    }

    /**
     * Demands that each request so far has found a mock.
     *
     * @return this assertion
     */
    public MockartyServerAssert hasNoUnmatchedRequests() {
        isNotNull();
        actual.verifyNoUnmatchedRequests();
        return this;
    }

    /**
     * Demands that each stub has answered a request, but for lenient ones.
     *
     * @return this assertion
     */
    public MockartyServerAssert hasNoUnusedStubs() {
        isNotNull();
        actual.verifyNoUnusedStubs();
        return this;
    }
}
