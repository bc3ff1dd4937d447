package io.mockarty.junit5;

import io.mockarty.mock.HttpMockBuilder;
import io.mockarty.resolver.MockartyServer;
import org.assertj.core.api.AbstractAssert;

/** Asserts what a mocked API received. Not thread-safe. */
public final class MockartyServerAssert extends AbstractAssert<MockartyServerAssert, MockartyServer> {

    MockartyServerAssert(MockartyServer actual) {
        super(actual, MockartyServerAssert.class);
    }

    /**
     * Names the requests in question.
     *
     * @param request the request half of a mock, such as {@code get("/users/42")}
     * @return what must hold for them
     */
    public ReceivedAssert received(HttpMockBuilder request) {
        isNotNull();
        return new ReceivedAssert(this, actual.verify(request));
    }

    /**
     * Demands that requests came in an order, with any others in between.
     *
     * @param requests the requests, first to last
     * @return this assertion
     */
    public MockartyServerAssert receivedInOrder(HttpMockBuilder... requests) {
        isNotNull();
        actual.verifyInOrder(requests);
        return this;
    }
}
