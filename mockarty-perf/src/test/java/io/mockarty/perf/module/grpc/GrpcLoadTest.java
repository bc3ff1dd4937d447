package io.mockarty.perf.module.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.LoadTest;
import io.mockarty.perf.LoadTestResult;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GrpcLoadTest {

    private static final String PROTO = "syntax = \"proto3\"; package inventory;"
            + " service Service { rpc GetStock(Q) returns (A); }"
            + " message Q { string product_id = 1; } message A { int32 quantity = 1; }";

    @Test
    void many_users_ask_a_server_what_it_offers_once() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        try (TestServer server = TestServer.of(Map.of("inventory.proto", PROTO))
                .reflecting()
                .on("inventory.Service/GetStock", conversation -> {
                    calls.incrementAndGet();
                    conversation.send("{\"quantity\":3}");
                    conversation.end();
                })
                .start()) {
            LoadTestResult result = LoadTest.inline("""
                            var grpc = require('mockarty/grpc');
                            var grpcClient = grpc.connect(__ENV.ADDRESS, { reflect: true, plaintext: true });
                            module.exports.default = function () {
                                var invRes = grpcClient.invoke('inventory.Service/GetStock', {
                                    product_id: 'widget',
                                });
                                check(invRes, {
                                    'gRPC OK': function (r) { return r.status === 'OK'; },
                                    'stock available': function (r) { return r.message.quantity > 0; },
                                });
                            };
                            """)
                    .env("ADDRESS", server.address())
                    .vus(10)
                    .iterations(300)
                    .threshold("grpc_req_failed", "rate == 0")
                    .threshold("grpc_reqs", "count == 300")
                    .threshold("checks", "rate == 1")
                    .run();
            assertThat(result.thresholdText()).isNotEmpty();
            assertThat(result.passed()).as(result.thresholdText()).isTrue();
            assertThat(calls).hasValue(300);
            assertThat(server.metadata()).hasSize(301);
        }
    }
}
