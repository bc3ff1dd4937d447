package io.mockarty.perf.module.kafka;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptOptions;
import java.time.Duration;
import java.util.List;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What {@code kafka.mjs} needs of Java. Public only so that scripts can call it. */
public final class KafkaFunctions {

    private static final String PRODUCER = "kafka.producer";
    private static final String CONSUMER = "kafka.consumer";

    private final ModuleContext user;
    private final CallMeter producing;
    private final CallMeter consuming;

    KafkaFunctions(ModuleContext user) {
        this.user = user;
        producing = new CallMeter(user, "kafka_messages_produced", "kafka_produce_duration", "kafka_produce_failed");
        consuming = new CallMeter(user, "kafka_messages_consumed", "kafka_consume_duration", "kafka_consume_failed");
    }

    /**
     * {@return a producer; it connects when the first messages are produced}
     *
     * @param options {@code brokers}, and perhaps {@code acks}, {@code compression}, {@code linger}, {@code batchSize},
     *     {@code timeout}, {@code clientId}, {@code sasl}, {@code tls}
     */
    @Export
    public ScriptProducer producer(@Nullable Value options) {
        ScriptOptions read = ScriptOptions.of(PRODUCER, user.values().toJava(options));
        KafkaAddress address = KafkaAddress.read(read);
        String acks = acks(read);
        String compression = oneOf(read, "compression", List.of("none", "gzip", "snappy", "lz4", "zstd"));
        Duration linger = read.duration("linger", Duration.ZERO);
        long batch = read.whole("batchSize", SharedProducer.DEFAULT_BATCH, 0, Integer.MAX_VALUE);
        read.done();
        SharedProducer.Key key = new SharedProducer.Key(address, acks, compression, linger, (int) batch);
        return new ScriptProducer(user, producing, address, () -> user.shared(key, () -> new SharedProducer(key)));
    }

    private static String acks(ScriptOptions read) {
        Object value = read.any("acks");
        String text = value == null ? "all" : value.toString();
        if (List.of("all", "-1", "1", "0").contains(text)) {
            return text;
        }
        read.problem("acks", value, "\"all\", 1 or 0");
        return "all";
    }

    static String oneOf(ScriptOptions read, String name, List<String> allowed) {
        String value = read.text(name);
        if (value == null || allowed.contains(value)) {
            return value == null ? allowed.get(0) : value;
        }
        read.problem(name, value, String.join(", ", allowed));
        return allowed.get(0);
    }

    /**
     * {@return a consumer of this user; it connects when it first consumes}
     *
     * @param options {@code brokers}, and perhaps {@code groupId}, {@code fromBeginning}, {@code timeout},
     *     {@code clientId}, {@code sasl}, {@code tls}
     */
    @Export
    public ScriptConsumer consumer(@Nullable Value options) {
        ScriptOptions read = ScriptOptions.of(CONSUMER, user.values().toJava(options));
        KafkaAddress address = KafkaAddress.read(read);
        String group = read.text("groupId");
        boolean fromBeginning = read.flag("fromBeginning", true);
        read.done();
        ScriptConsumer consumer =
                new ScriptConsumer(user, consuming, new ConsumerSettings(address, group, fromBeginning));
        user.closeAtEnd(consumer::close);
        return consumer;
    }
}
