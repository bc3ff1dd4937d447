package io.mockarty.perf.module.kafka;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A consumer of one user. Public only so that scripts can call it. */
public final class ScriptConsumer {

    private static final String CONSUME = "kafka.consume";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private final ModuleContext user;
    private final CallMeter meter;
    private final ConsumerSettings settings;
    private @Nullable Subscription subscription;

    ScriptConsumer(ModuleContext user, CallMeter meter, ConsumerSettings settings) {
        this.user = user;
        this.meter = meter;
        this.settings = settings;
    }

    /**
     * Consumes messages.
     *
     * @param options {@code topic}, and perhaps {@code limit} (0 for all that come in time), {@code timeout} (5 s), and
     *     {@code binary} for keys and values as {@code ArrayBuffer}
     * @return messages with {@code key}, {@code value}, {@code topic}, {@code partition}, {@code offset},
     *     {@code timestamp}, {@code headers}
     */
    @Export
    public Value consume(@Nullable Value options) {
        ScriptOptions read = ScriptOptions.of(CONSUME, user.values().toJava(options));
        String topic = read.required("topic", "the name of a topic");
        long limit = read.whole("limit", 0, 0, Integer.MAX_VALUE);
        Duration timeout = read.duration("timeout", DEFAULT_TIMEOUT);
        boolean binary = read.flag("binary", false);
        read.done();
        List<Map<String, @Nullable Object>> messages = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : next(topic, limit == 0 ? Long.MAX_VALUE : limit, timeout)) {
            messages.add(shown(message, binary));
        }
        return user.values().toScript(messages);
    }

    private List<ConsumerRecord<byte[], byte[]>> next(String topic, long limit, Duration timeout) {
        long start = System.nanoTime();
        int count = 0;
        boolean failed = true;
        try {
            List<ConsumerRecord<byte[], byte[]>> messages = subscribed(topic).next(limit, timeout);
            count = messages.size();
            failed = false;
            return messages;
        } catch (InterruptException e) {
            throw new ScriptException(CONSUME + " was cut off", e);
        } catch (KafkaException e) {
            KafkaAddress address = settings.address();
            throw new ScriptException(
                    CONSUME + " from " + topic + " at " + address.place() + ": " + address.describe(e), e);
        } finally {
            meter.record("Kafka consume " + topic, start, count, failed);
        }
    }

    private Subscription subscribed(String topic) {
        Subscription current = subscription;
        if (current == null || !current.topic().equals(topic)) {
            close();
            current = Subscription.to(settings, topic);
            subscription = current;
        }
        return current;
    }

    private static Map<String, @Nullable Object> shown(ConsumerRecord<byte[], byte[]> message, boolean binary) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("key", Payloads.shown(message.key(), binary));
        shown.put("value", Payloads.shown(message.value(), binary));
        shown.put("topic", message.topic());
        shown.put("partition", message.partition());
        shown.put("offset", message.offset());
        shown.put("timestamp", message.timestamp());
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), Payloads.shown(header.value(), false));
        }
        shown.put("headers", headers);
        return shown;
    }

    /** Leaves the group. The next {@link #consume} joins it again. */
    @Export
    public void close() {
        Subscription current = subscription;
        subscription = null;
        if (current != null) {
            current.close();
        }
    }
}
