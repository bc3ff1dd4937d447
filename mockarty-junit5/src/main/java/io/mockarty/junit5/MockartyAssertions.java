package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import org.assertj.core.api.Assertions;

/** All assertions of AssertJ, and those on what a mocked API received, so that one static import has both. */
public final class MockartyAssertions extends Assertions {

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
