package io.mockarty.perf.module.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.ExampleScript;
import io.mockarty.perf.LoadTestResult;
import io.mockarty.perf.metric.RouteSummary;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrpcExampleTest {

    private static final String USERS = """
            syntax = "proto3";
            package mypackage;
            service UserService { rpc GetUser(GetUserRequest) returns (User); }
            message GetUserRequest { string user_id = 1; }
            message User { string name = 1; }
            """;

    @Test
    void the_example_runs() throws InterruptedException {
        try (TestServer server = TestServer.of(Map.of("users.proto", USERS))
                .reflecting()
                .on("mypackage.UserService/GetUser", conversation -> {
                    conversation.send("{\"name\":\"Ann\"}");
                    conversation.end();
                })
                .start()) {
            LoadTestResult result = ExampleScript.run("grpc", Map.of("localhost:4770", server.address()), 4);

            assertThat(result.snapshot().routes())
                    .extracting(RouteSummary::name)
                    .containsExactly("gRPC mypackage.UserService/GetUser");
            assertThat(result.snapshot().find("grpc_reqs").orElseThrow().value("count"))
                    .isEqualTo(4);
        }
    }
}
