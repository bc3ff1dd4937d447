package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;

/** AssertJ assertions on what a mocked API received, for static import beside AssertJ's own. */
public final class MockartyAssertions {

    private MockartyAssertions() {}

    /**
     * Starts an assertion.
     *
     * @param mocks the server, seen from the namespace in question
     * @return the assertion
     */
    public static MockartyServerAssert assertThat(MockartyServer mocks) {
        return new MockartyServerAssert(mocks);
    }
}
