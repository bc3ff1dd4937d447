package io.mockarty.junit5.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;

/** MockWebServer: a server for each test method. */
final class MockWebServerContender {

    private MockWebServerContender() {}

    static class Nothing {

        @StartStop
        final MockWebServer server = new MockWebServer();

        @Once
        void once() {}

        @Many
        void many() {}
    }

    static class OneRequest {

        @StartStop
        final MockWebServer server = new MockWebServer();

        @Once
        void once() throws IOException, InterruptedException {
            test();
        }

        @Many
        void many() throws IOException, InterruptedException {
            test();
        }

        private void test() throws IOException, InterruptedException {
            server.enqueue(new MockResponse.Builder().body("hello").build());
            PlainClient.get(server.getPort(), "/hello");
            assertEquals("/hello", server.takeRequest().getTarget());
        }
    }
}
