package io.mockarty.perf.module.kafka;

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

class KafkaModuleTest {

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

    private static ScriptRun run(String body) {
        return ScriptRun.of("""
                        import kafka from 'mockarty/kafka';
                        const brokers = [__ENV.BROKER];
                        const show = (result) => console.log(JSON.stringify(result));
                        const attempt = (body) => { try { show(body()); } catch (e) { console.log(e.message); } };
                        """ + body).env("BROKER", kafka.broker());
    }

    @Test
    void produces_and_consumes_as_in_the_manual() throws Exception {
        kafka.create("orders", 1);
        try (ScriptRun run = ScriptRun.of("""
                var kafka = require('mockarty/kafka');
                var producer = kafka.producer({ brokers: [__ENV.BROKER] });
                var consumer = kafka.consumer({ brokers: [__ENV.BROKER], groupId: 'perf-test-group' });
                module.exports.default = function () {
                    producer.produce({
                        topic: 'orders',
                        messages: [
                            { key: 'order-1', value: JSON.stringify({ amount: 99.99 }) },
                            { key: 'order-2', value: JSON.stringify({ amount: 149.50 }) },
                        ],
                    });
                    var messages = consumer.consume({ topic: 'orders', limit: 2, timeout: '10s' });
                    check(messages, { 'consumed messages': function (m) { return m.length > 0; } });
                    messages.forEach(function (m) {
                        console.log(m.key, m.value, m.topic, m.partition, m.offset);
                    });
                };
                """).env("BROKER", kafka.broker())) {
            assertThat(run.printed())
                    .containsExactly("order-1 {\"amount\":99.99} orders 0 0", "order-2 {\"amount\":149.5} orders 0 1");
            assertThat(run.printed())
                    .containsExactly("order-1 {\"amount\":99.99} orders 0 2", "order-2 {\"amount\":149.5} orders 0 3");
            assertThat(run.sum("checks")).isEqualTo(2);
            assertThat(run.sum("kafka_messages_produced")).isEqualTo(4);
            assertThat(run.sum("kafka_messages_consumed")).isEqualTo(4);
            assertThat(run.values("kafka_produce_duration")).hasSize(2).allMatch(value -> value > 0);
            assertThat(run.values("kafka_consume_duration")).hasSize(2);
            assertThat(run.values("kafka_produce_failed")).containsExactly(0.0, 0.0);
            assertThat(run.values("kafka_consume_failed")).containsExactly(0.0, 0.0);
            assertThat(run.routes().stream().map(ScriptRun.Routed::route).distinct())
                    .containsExactly("Kafka produce orders", "Kafka consume orders");
        }
    }

    @Test
    void messages_have_keys_headers_and_values_of_many_kinds() throws Exception {
        kafka.create("kinds", 2);
        try (ScriptRun run = run("""
                const producer = kafka.producer({ brokers, acks: 1, compression: 'gzip', linger: '1ms' });
                const consumer = kafka.consumer({ brokers: brokers[0], groupId: 'kinds' });
                export default function () {
                    show(producer.produce({ topic: 'kinds', messages: [
                        { value: { a: [1] }, partition: 1, headers: { trace: 'x', n: 1 }, timestamp: 1700000000000 },
                    ] }));
                    const [message] = consumer.consume({ topic: 'kinds', limit: 1, timeout: '10s' });
                    show(message);
                    producer.produce({ topic: 'kinds', messages: [{ key: 'gone', value: null, partition: 1 },
                        { value: new Uint8Array([1, 255]), partition: 1 }] });
                    const last = consumer.consume({ topic: 'kinds', limit: 2, timeout: '10s', binary: true });
                    show([last[0].value, new Uint8Array(last[1].value), last[1].key]);
                }
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "[{\"topic\":\"kinds\",\"partition\":1,\"offset\":0}]",
                            "{\"key\":null,\"value\":\"{\\\"a\\\":[1]}\",\"topic\":\"kinds\",\"partition\":1,\"offset\":0,"
                                    + "\"timestamp\":1700000000000,\"headers\":{\"trace\":\"x\",\"n\":\"1\"}}",
                            "[null,{\"0\":1,\"1\":255},null]");
        }
    }

    @Test
    void a_group_goes_on_where_it_stopped() throws Exception {
        kafka.create("stops", 1);
        String script = """
                const producer = kafka.producer({ brokers });
                const consumer = kafka.consumer({ brokers, groupId: 'stops' });
                export default function () {
                    if (__ENV.PRODUCE) {
                        producer.produce({ topic: 'stops', messages: [1, 2, 3, 4].map((n) => ({ value: n })) });
                    }
                    const values = () => consumer.consume({ topic: 'stops', limit: 1, timeout: '10s' })
                        .map((m) => m.value);
                    show([values(), values()]);
                    consumer.close();
                }
                """;
        try (ScriptRun run = run(script).env("PRODUCE", 1)) {
            assertThat(run.printed()).containsExactly("[[\"1\"],[\"2\"]]");
        }
        try (ScriptRun run = run(script)) {
            assertThat(run.printed()).containsExactly("[[\"3\"],[\"4\"]]");
        }
    }

    @Test
    void without_a_group_a_user_reads_all_partitions() throws Exception {
        kafka.create("alone", 3);
        try (ScriptRun run = run("""
                const producer = kafka.producer({ brokers });
                const all = kafka.consumer({ brokers });
                const late = kafka.consumer({ brokers, fromBeginning: false });
                export default function () {
                    for (const partition of [0, 1, 2]) {
                        producer.produce({ topic: 'alone', messages: [{ value: partition, partition }] });
                    }
                    show(all.consume({ topic: 'alone', limit: 3, timeout: '10s' }).map((m) => m.value).sort());
                    show(late.consume({ topic: 'alone', timeout: 100 }));
                    producer.produce({ topic: 'alone', messages: [{ value: 'new', partition: 0 }] });
                    show(late.consume({ topic: 'alone', limit: 1, timeout: '10s' }).map((m) => m.value));
                }
                """)) {
            assertThat(run.printed()).containsExactly("[\"0\",\"1\",\"2\"]", "[]", "[\"new\"]");
        }
    }

    @Test
    void a_login_is_used_and_its_password_never_shown() throws Exception {
        kafka.create("login", 1);
        try (ScriptRun run = run("""
                const login = (password) => ({ brokers, timeout: '5s', sasl: { username: 'tester', password } });
                const good = kafka.producer(login('s3cret'));
                const bad = kafka.producer(login('wr0ng'));
                const message = { topic: 'login', messages: [{ value: 1 }] };
                export default function () {
                    attempt(() => good.produce(message).length);
                    attempt(() => bad.produce(message));
                }
                """).env("BROKER", kafka.loginBroker())) {
            assertThat(run.printed()).hasSize(2).satisfies(lines -> {
                assertThat(lines.get(0)).isEqualTo("1");
                assertThat(lines.get(1))
                        .startsWith("kafka.produce to login at " + kafka.loginBroker() + ": Authentication failed")
                        .doesNotContain("wr0ng");
            });
        }
    }

    @Test
    void unreachable_brokers_are_errors_within_the_timeout() throws Exception {
        String broker = "127.0.0.1:" + SilentServer.closedPort();
        try (ScriptRun run = run("""
                const producer = kafka.producer({ brokers, timeout: '300ms' });
                const consumer = kafka.consumer({ brokers, groupId: 'g', timeout: '300ms' });
                export default function () {
                    attempt(() => producer.produce({ topic: 'x', messages: [{ value: 1 }, { value: 2 }] }));
                    attempt(() => consumer.consume({ topic: 'x', limit: 1, timeout: '1s' }));
                    producer.produce({ topic: 'x', messages: [{ value: 1 }] });
                }
                """).env("BROKER", broker)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.lines().get(0)).startsWith("kafka.produce to x at " + broker + ": ");
            assertThat(run.lines().get(1)).startsWith("kafka.consume from x at " + broker + ": ");
            assertThat(run.values("kafka_produce_failed")).containsExactly(1.0, 1.0);
            assertThat(run.values("kafka_consume_failed")).containsExactly(1.0);
            assertThat(run.sum("kafka_messages_produced")).isZero();
        }
    }

    @Test
    void names_of_hosts_that_nobody_knows_are_errors_of_the_call() {
        try (ScriptRun run = run("""
                const producer = kafka.producer({ brokers });
                export default () => producer.produce({ topic: 'x', messages: [{ value: 1 }] });
                """).env("BROKER", "nowhere.invalid:9092")) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.values("kafka_produce_failed")).containsExactly(1.0);
        }
    }

    @Test
    void topics_that_do_not_exist_are_errors() {
        try (ScriptRun run = run("""
                const consumer = kafka.consumer({ brokers, groupId: 'g' });
                export default () => attempt(() => consumer.consume({ topic: 'none', timeout: '1s' }));
                """)) {
            assertThat(run.printed())
                    .containsExactly("kafka.consume: topic \"none\" (expected: a topic that exists on the cluster)");
            assertThat(run.values("kafka_consume_failed")).containsExactly(1.0);
        }
    }

    @Test
    void a_user_who_waits_for_brokers_is_cut_off() throws Exception {
        for (String call : new String[] {
            "kafka.producer({ brokers, timeout: '60s' }).produce({ topic: 'x', messages: [{ value: 1 }] })",
            "kafka.consumer({ brokers, timeout: '60s' }).consume({ topic: 'x', timeout: '60s' })"
        }) {
            try (SilentServer silent = new SilentServer();
                    ScriptRun run = run("export default () => { console.log('asks'); " + call + "; };")
                            .env("BROKER", "127.0.0.1:" + silent.port())) {
                CutOff.when(silent::isTalkedTo, run);
            }
        }
    }

    @Test
    void a_user_who_waits_for_messages_is_cut_off() throws Exception {
        kafka.create("quiet", 1);
        try (ScriptRun run = run("""
                const consumer = kafka.consumer({ brokers, groupId: 'quiet' });
                export default function () {
                    consumer.consume({ topic: 'quiet', limit: 1, timeout: 1 });
                    console.log('waits');
                    consumer.consume({ topic: 'quiet', limit: 1, timeout: '10m' });
                }
                """)) {
            CutOff.when(() -> true, run);
        }
    }

    @Test
    void wrong_options_are_all_told() {
        assertThatThrownBy(() -> run("""
                        kafka.producer({ acks: 2, compression: 'zip', sasl: { mechanism: 'GSSAPI', username: 'u' } });
                        export default () => 1;
                        """).load())
                .hasMessageContaining("kafka.producer: sasl: mechanism: \"GSSAPI\" (expected: PLAIN, SCRAM-SHA-256,");
        assertThatThrownBy(() -> run("""
                        kafka.producer({ acks: 2, compression: 'zip' });
                        export default () => 1;
                        """).load())
                .hasMessageContaining("brokers: missing (expected: an array such as ['localhost:9092'])")
                .hasMessageContaining("acks: 2 (expected: \"all\", 1 or 0)")
                .hasMessageContaining("compression: \"zip\" (expected: none, gzip, snappy, lz4, zstd)");
        try (ScriptRun run = run("""
                const producer = kafka.producer({ brokers });
                export default () => { attempt(() => producer.produce({ messages: [] }));
                    attempt(() => producer.produce({ topic: 'x', messages: [{ valu: 1 }] })); };
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "kafka.produce: topic: missing (expected: the name of a topic); messages: an array"
                                    + " (expected: an array of messages with value and perhaps key)",
                            "kafka.produce: messages[0]: valu: unknown option (expected: key, value, partition,"
                                    + " timestamp, headers)");
        }
    }

    @Test
    void many_users_share_a_producer() throws Exception {
        kafka.create("shared", 2);
        Snapshot numbers = LoadTest.inline("""
                import kafka from 'mockarty/kafka';
                const brokers = [__ENV.BROKER];
                const producer = kafka.producer({ brokers });
                export default function () { producer.produce({ topic: 'shared', messages: [{ value: 1 }] }); }
                """)
                .env("BROKER", kafka.broker())
                .vus(10)
                .iterations(100)
                .run()
                .snapshot();
        assertThat(numbers.find("kafka_messages_produced")
                        .orElseThrow()
                        .summary()
                        .count())
                .isEqualTo(100);
        assertThat(numbers.find("kafka_produce_failed").orElseThrow().value("rate"))
                .isZero();
        try (ScriptRun run = run("""
                const consumer = kafka.consumer({ brokers });
                export default () => show(consumer.consume({ topic: 'shared', limit: 100, timeout: '10s' }).length);
                """)) {
            assertThat(run.printed()).containsExactly("100");
        }
    }
}
