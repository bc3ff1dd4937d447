package io.mockarty.perf.module.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.ExampleScript;
import io.mockarty.perf.LoadTestResult;
import io.mockarty.perf.metric.RouteSummary;
import io.mockarty.perf.module.grpc.TestServer;
import io.mockarty.perf.script.ScriptRun;
import io.mockarty.resolver.MockartyServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaExampleTest {

    private static final String STOCK = """
            syntax = "proto3";
            package inventory;
            service Service { rpc GetStock(StockRequest) returns (Stock); }
            message StockRequest { string product_id = 1; }
            message Stock { int32 quantity = 1; }
            """;

    @TempDir
    static Path directory;

    private static TestKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = TestKafka.start(directory);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    /** So that the example, which waits for ten messages or five seconds, need not wait. */
    private static void produceEight() {
        try (ScriptRun run = ScriptRun.of("""
                import kafka from 'mockarty/kafka';
                export default function () {
                    const messages = Array.from({ length: 8 }, (none, i) => ({ key: 'order-' + i, value: '{}' }));
                    kafka.producer({ brokers: [__ENV.BROKER] }).produce({ topic: 'orders', messages });
                }
                """).env("BROKER", kafka.broker())) {
            run.printed();
        }
    }

    @Test
    void the_example_runs() throws Exception {
        kafka.create("orders", 1);
        produceEight();

        LoadTestResult result = ExampleScript.run("kafka", Map.of("localhost:9092", kafka.broker()), 1);

        assertThat(result.snapshot()
                        .find("kafka_messages_consumed")
                        .orElseThrow()
                        .value("count"))
                .isEqualTo(10);
        assertThat(result.snapshot().routes())
                .extracting(RouteSummary::name)
                .containsExactlyInAnyOrder("Kafka produce orders", "Kafka consume orders");
    }

    @Test
    void the_example_of_three_protocols_runs() throws Exception {
        kafka.create("order-events", 1);
        try (MockartyServer mocks = MockartyServer.start();
                TestServer inventory = TestServer.of(Map.of("stock.proto", STOCK))
                        .reflecting()
                        .on("inventory.Service/GetStock", conversation -> {
                            conversation.send("{\"quantity\":3}");
                            conversation.end();
                        })
                        .start()) {
            mocks.load(Path.of("..", "examples", "perf", "mocks", "protocols.yaml"));

            LoadTestResult result = ExampleScript.run(
                    "multi-protocol",
                    Map.of(
                            "localhost:9092", kafka.broker(),
                            "localhost:4770", inventory.address(),
                            "localhost:8080", "127.0.0.1:" + mocks.port()),
                    4);

            assertThat(result.snapshot().routes())
                    .extracting(RouteSummary::name)
                    .containsExactlyInAnyOrder(
                            "POST /api/orders", "gRPC inventory.Service/GetStock", "Kafka produce order-events");
            assertThat(result.snapshot().routes()).allMatch(route -> route.count() == 4);
        }
    }
}
