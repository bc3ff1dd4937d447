package io.mockarty.perf.module.ws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.ExampleScript;
import io.mockarty.perf.LoadTestResult;
import io.mockarty.perf.metric.RouteSummary;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WsExampleTest {

    @Test
    void the_example_runs() throws InterruptedException {
        try (EchoServer server = EchoServer.plain()) {
            LoadTestResult result = ExampleScript.run("ws", Map.of("ws://localhost:8080/ws", server.url("/ws")), 4);

            assertThat(result.snapshot().routes())
                    .extracting(RouteSummary::name)
                    .containsExactlyInAnyOrder("WS connect /ws", "WS send /ws", "WS recv /ws");
            assertThat(result.snapshot().find("ws_sessions").orElseThrow().value("count"))
                    .isEqualTo(4);
        }
    }
}
