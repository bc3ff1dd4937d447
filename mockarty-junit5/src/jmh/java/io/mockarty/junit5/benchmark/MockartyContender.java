package io.mockarty.junit5.benchmark;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;

import io.mockarty.junit5.MockartyTest;
import io.mockarty.resolver.MockartyServer;
import java.io.IOException;

/** Ours: a namespace for each test method, on one server for all. */
final class MockartyContender {

    private MockartyContender() {}

    @MockartyTest
    static class Nothing {

        @Once
        void once(MockartyServer mocks) {}

        @Many
        void many(MockartyServer mocks) {}
    }

    @MockartyTest
    static class OneRequest {

        @Once
        void once(MockartyServer mocks) throws IOException {
            test(mocks);
        }

        @Many
        void many(MockartyServer mocks) throws IOException {
            test(mocks);
        }

        private static void test(MockartyServer mocks) throws IOException {
            mocks.stub(get("/hello").respond(ok().text("hello")));
            PlainClient.get(mocks.baseUrl().getPort(), mocks.baseUrl().getPath() + "/hello");
            assertThat(mocks).received(get("/hello")).once();
        }
    }
}
