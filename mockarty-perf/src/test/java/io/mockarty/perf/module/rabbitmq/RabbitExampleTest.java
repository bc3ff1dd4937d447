package io.mockarty.perf.module.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.ExampleScript;
import io.mockarty.perf.LoadTestResult;
import io.mockarty.perf.metric.RouteSummary;
import io.mockarty.perf.script.ScriptRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RabbitExampleTest {

    @TempDir
    private Path directory;

    /** So that the example, which waits for five messages or ten seconds, need not wait. */
    private static void publishFour(TestBroker broker) {
        try (ScriptRun run = ScriptRun.of("""
                import rabbitmq from 'mockarty/rabbitmq';
                export default function () {
                    const conn = rabbitmq.connect(__ENV.URL);
                    conn.declareQueue('task_queue');
                    for (let i = 0; i < 4; i++) {
                        conn.publish({ exchange: '', routingKey: 'task_queue', body: 'task ' + i, confirm: true });
                    }
                    conn.close();
                }
                """).env("URL", broker.url())) {
            run.printed();
        }
    }

    @Test
    void the_example_runs() throws Exception {
        try (TestBroker broker = TestBroker.start(directory)) {
            publishFour(broker);

            LoadTestResult result =
                    ExampleScript.run("rabbitmq", Map.of("amqp://guest:guest@localhost:5672/", broker.url()), 1);

            assertThat(result.snapshot()
                            .find("rmq_messages_consumed")
                            .orElseThrow()
                            .value("count"))
                    .isEqualTo(5);
            assertThat(result.snapshot().routes())
                    .extracting(RouteSummary::name)
                    .containsExactlyInAnyOrder("RMQ publish /task_queue", "RMQ consume task_queue");
        }
    }
}
