package io.mockarty.perf.module.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.perf.LoadTest;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.module.CutOff;
import io.mockarty.perf.module.SilentServer;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RabbitModuleTest {

    @TempDir
    static Path directory;

    private static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static ScriptRun run(String body) {
        return ScriptRun.of("""
                        import rabbitmq from 'mockarty/rabbitmq';
                        const conn = rabbitmq.connect(__ENV.URL);
                        const show = (result) => console.log(JSON.stringify(result));
                        const attempt = (body) => { try { show(body()); } catch (e) { console.log(e.message); } };
                        const bodies = (options) => conn.consume({ timeout: '10s', ...options }).map((m) => m.body);
                        export default function () {
                        """ + body + "}").env("URL", broker.url());
    }

    @Test
    void publishes_and_consumes_as_in_the_manual() {
        try (ScriptRun run = run("conn.declareQueue('task_queue');")) {
            run.printed();
        }
        try (ScriptRun run = ScriptRun.of("""
                var rabbitmq = require('mockarty/rabbitmq');
                module.exports.default = function () {
                    var conn = rabbitmq.connect(__ENV.URL);
                    conn.publish({
                        exchange: '',
                        routingKey: 'task_queue',
                        body: JSON.stringify({ task: 'process_order', orderId: '12345' }),
                        contentType: 'application/json',
                    });
                    var messages = conn.consume({ queue: 'task_queue', limit: 1, timeout: '10s' });
                    check(messages, { 'received messages': function (m) { return m.length > 0; } });
                    var m = messages[0];
                    console.log(m.body, m.routingKey, '[' + m.exchange + ']', m.contentType);
                    conn.close();
                };
                """).env("URL", broker.url())) {
            for (int i = 0; i < 2; i++) {
                assertThat(run.printed())
                        .containsExactly(
                                "{\"task\":\"process_order\",\"orderId\":\"12345\"} task_queue [] application/json");
            }
            assertThat(run.sum("checks")).isEqualTo(2);
            assertThat(run.sum("rmq_messages_published")).isEqualTo(2);
            assertThat(run.sum("rmq_messages_consumed")).isEqualTo(2);
            assertThat(run.values("rmq_publish_duration")).hasSize(2).allMatch(value -> value > 0);
            assertThat(run.values("rmq_consume_duration")).hasSize(2);
            assertThat(run.values("rmq_publish_failed")).containsExactly(0.0, 0.0);
            assertThat(run.values("rmq_consume_failed")).containsExactly(0.0, 0.0);
            assertThat(run.routes().stream().map(ScriptRun.Routed::route).distinct())
                    .containsExactly("RMQ publish /task_queue", "RMQ consume task_queue");
        }
    }

    @Test
    void messages_go_through_exchanges_with_headers_and_properties() {
        try (ScriptRun run = run("""
                conn.declareExchange('logs', { type: 'topic', durable: false });
                const { queue } = conn.declareQueue('', { exclusive: true, durable: false });
                conn.bindQueue(queue, 'logs', 'log.#');
                conn.publish({ exchange: 'logs', routingKey: 'log.info', body: { a: 1 }, confirm: true,
                    headers: { trace: 'x', n: 2 }, messageId: 'm1', correlationId: 'c1', persistent: true, priority: 3 });
                const [m] = conn.consume({ queue, limit: 1, timeout: '10s' });
                show([m.body, m.contentType, m.exchange, m.routingKey, m.headers.n, m.headers.trace, m.messageId, m.correlationId, m.redelivered]);
                conn.publish({ exchange: 'logs', routingKey: 'log', body: new Uint8Array([1, 255]) });
                show(new Uint8Array(conn.consume({ queue, limit: 1, timeout: '10s', binary: true })[0].body));
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "[\"{\\\"a\\\":1}\",\"application/json\",\"logs\",\"log.info\",2,\"x\","
                                    + "\"m1\",\"c1\",false]",
                            "{\"0\":1,\"1\":255}");
            assertThat(run.routes().get(0).route()).isEqualTo("RMQ publish logs/log.info");
        }
    }

    @Test
    void consuming_takes_no_more_than_the_limit_and_what_was_not_taken_stays() {
        try (ScriptRun run = run("""
                conn.declareQueue('five');
                for (let i = 0; i < 5; i++) {
                    conn.publish({ routingKey: 'five', body: String(i), confirm: true });
                }
                show(bodies({ queue: 'five', limit: 2, ack: false }));
                show(bodies({ queue: 'five', limit: 2 }));
                show(bodies({ queue: 'five', timeout: '500ms' }));
                show(bodies({ queue: 'five', limit: 3, timeout: '50ms' }));
                show(conn.declareQueue('five').messages);
                """)) {
            assertThat(run.printed())
                    .containsExactly("[\"0\",\"1\"]", "[\"0\",\"1\"]", "[\"2\",\"3\",\"4\"]", "[]", "0");
            assertThat(run.sum("rmq_messages_consumed")).isEqualTo(7);
        }
    }

    @Test
    void queues_are_purged_and_deleted() {
        try (ScriptRun run = run("""
                conn.declareQueue('brief', { durable: false, autoDelete: true });
                conn.publish({ routingKey: 'brief', body: 'x', confirm: true });
                show(conn.purgeQueue('brief'));
                conn.deleteQueue('brief');
                attempt(() => conn.consume({ queue: 'brief', timeout: '1s' }));
                """)) {
            assertThat(run.printed()).hasSize(2).satisfies(lines -> {
                assertThat(lines.get(0)).isEqualTo("1");
                assertThat(lines.get(1))
                        .startsWith("rabbitmq.consume: RabbitMQ at 127.0.0.1:" + broker.port() + ": ")
                        .contains("brief");
            });
            assertThat(run.values("rmq_consume_failed")).containsExactly(1.0);
        }
    }

    @Test
    void a_message_that_no_queue_gets_fails_when_it_is_mandatory() {
        try (ScriptRun run = run("""
                conn.publish({ routingKey: 'nowhere', body: 'lost' });
                attempt(() => conn.publish({ routingKey: 'nowhere', body: 'back', mandatory: true }));
                conn.declareQueue('somewhere');
                conn.publish({ routingKey: 'somewhere', body: 'x', mandatory: true });
                """)) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "rabbitmq.publish: no queue gets messages of exchange \"\" with routing key \"nowhere\": ");
            assertThat(run.values("rmq_publish_failed")).containsExactly(0.0, 1.0, 0.0);
        }
    }

    @Test
    void a_user_goes_on_after_the_broker_closed_its_channel() {
        try (ScriptRun run = run("""
                attempt(() => conn.publish({ exchange: 'none', routingKey: 'x', body: 'y', confirm: true }));
                conn.declareQueue('after');
                conn.publish({ routingKey: 'after', body: 'z', confirm: true });
                show(bodies({ queue: 'after', limit: 1 }));
                """)) {
            assertThat(run.printed()).hasSize(2).satisfies(lines -> {
                assertThat(lines.get(0))
                        .startsWith("rabbitmq.publish: RabbitMQ at ")
                        .contains("none");
                assertThat(lines.get(1)).isEqualTo("[\"z\"]");
            });
        }
    }

    @Test
    void an_unreachable_broker_is_an_error_of_each_call() throws Exception {
        int port = SilentServer.closedPort();
        try (ScriptRun run = run("""
                attempt(() => conn.publish({ routingKey: 'q', body: 'x' }));
                attempt(() => conn.consume({ queue: 'q' }));
                conn.publish({ routingKey: 'q', body: 'x' });
                """).env("URL", "amqp://u:s3cret@127.0.0.1:" + port)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.lines().get(0))
                    .isEqualTo("rabbitmq.publish: RabbitMQ at 127.0.0.1:" + port + ": Connection refused");
            assertThat(run.lines().get(1)).startsWith("rabbitmq.consume: RabbitMQ at 127.0.0.1:" + port);
            assertThat(run.values("rmq_publish_failed")).containsExactly(1.0, 1.0);
            assertThat(run.values("rmq_consume_failed")).containsExactly(1.0);
            assertThat(run.sum("rmq_messages_published")).isZero();
        }
    }

    @Test
    void a_wrong_password_is_told_without_showing_it() {
        String url = "amqp://tester:wr0ng@127.0.0.1:" + broker.port() + "/";
        try (ScriptRun run = run("attempt(() => conn.declareQueue('q'));").env("URL", url)) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("rabbitmq.declareQueue: RabbitMQ at ")
                    .doesNotContain("wr0ng");
        }
    }

    @Test
    void a_user_who_waits_for_the_broker_is_cut_off() throws Exception {
        try (SilentServer silent = new SilentServer();
                ScriptRun run = run("console.log('asks'); conn.publish({ routingKey: 'q', body: 'x' });")
                        .env("URL", "amqp://127.0.0.1:" + silent.port())) {
            CutOff.when(silent::isTalkedTo, run);
        }
    }

    @Test
    void a_user_who_waits_for_messages_is_cut_off() throws Exception {
        try (ScriptRun run = run("""
                conn.declareQueue('quiet');
                console.log('waits');
                conn.consume({ queue: 'quiet', limit: 1, timeout: '10m' });
                """)) {
            CutOff.when(() -> true, run);
        }
    }

    @Test
    void wrong_options_are_all_told() {
        assertThatThrownBy(() -> run("").env("URL", "http://u:s3cret@host").load())
                .hasMessageContaining("rabbitmq.connect: a URL with scheme \"http\"")
                .hasMessageNotContaining("s3cret");
        try (ScriptRun run = run("""
                attempt(() => conn.publish({ routingkey: 'x', priority: 300, headers: 1 }));
                attempt(() => conn.consume({ limit: -1 }));
                """)) {
            assertThat(run.printed()).hasSize(2).satisfies(lines -> {
                assertThat(lines.get(0))
                        .startsWith("rabbitmq.publish: priority: 300 (expected: a whole number, 0..255);"
                                + " headers: 1 (expected: an object); routingkey: unknown option (expected: exchange,");
                assertThat(lines.get(1))
                        .isEqualTo("rabbitmq.consume: queue: missing (expected: the name of a queue);"
                                + " limit: -1 (expected: a whole number, 0..65535)");
            });
        }
    }

    @Test
    void many_users_share_connections() throws Exception {
        Snapshot numbers = LoadTest.inline("""
                import rabbitmq from 'mockarty/rabbitmq';
                const conn = rabbitmq.connect(__ENV.URL, { confirms: true });
                export function setup() { conn.declareQueue('shared'); }
                export default function () {
                    conn.publish({ routingKey: 'shared', body: 'x' });
                    conn.consume({ queue: 'shared', limit: 1, timeout: '10s' });
                }
                export function teardown() { console.log(conn.declareQueue('shared').messages); }
                """)
                .env("URL", broker.url())
                .vus(10)
                .iterations(100)
                .run()
                .snapshot();
        assertThat(numbers.find("rmq_messages_published")
                        .orElseThrow()
                        .summary()
                        .count())
                .isEqualTo(100);
        assertThat(numbers.find("rmq_messages_consumed").orElseThrow().summary().count())
                .isEqualTo(100);
        assertThat(numbers.find("rmq_publish_failed").orElseThrow().value("rate"))
                .isZero();
    }
}
