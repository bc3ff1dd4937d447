package io.mockarty.junit5.benchmark;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.io.IOException;

/** WireMock: a server for each class, reset before each test method. */
final class WireMockContender {

    private WireMockContender() {}

    @WireMockTest
    static class Nothing {

        @Once
        void once(WireMockRuntimeInfo server) {}

        @Many
        void many(WireMockRuntimeInfo server) {}
    }

    @WireMockTest
    static class OneRequest {

        @Once
        void once(WireMockRuntimeInfo server) throws IOException {
            test(server);
        }

        @Many
        void many(WireMockRuntimeInfo server) throws IOException {
            test(server);
        }

        private static void test(WireMockRuntimeInfo server) throws IOException {
            stubFor(get(urlEqualTo("/hello")).willReturn(ok("hello")));
            PlainClient.get(server.getHttpPort(), "/hello");
            verify(1, getRequestedFor(urlEqualTo("/hello")));
        }
    }
}
