package io.mockarty.perf.module.kafka;

import io.mockarty.perf.module.CallMeter;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A producer as one user sees it. Public only so that scripts can call it. */
public final class ScriptProducer {

    private static final String PRODUCE = "kafka.produce";

    private final ModuleContext user;
    private final CallMeter meter;
    private final KafkaAddress address;
    private final Supplier<SharedProducer> producer;

    ScriptProducer(ModuleContext user, CallMeter meter, KafkaAddress address, Supplier<SharedProducer> producer) {
        this.user = user;
        this.meter = meter;
        this.address = address;
        this.producer = producer;
    }

    /**
     * Produces messages and waits until the brokers have acknowledged all of them.
     *
     * @param options {@code topic} and {@code messages}, each with {@code value} and perhaps {@code key},
     *     {@code headers}, {@code partition}, {@code timestamp}
     * @return for each message {@code topic}, {@code partition} and {@code offset}
     */
    @Export
    public Value produce(@Nullable Value options) {
        ScriptOptions read = ScriptOptions.of(PRODUCE, user.values().toJava(options));
        String topic = read.required("topic", "the name of a topic");
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        if (read.any("messages") instanceof List<?> list && !list.isEmpty()) {
            for (int i = 0; i < list.size() && !topic.isEmpty(); i++) {
                messages.add(message(topic, ScriptOptions.of(PRODUCE + ": messages[" + i + "]", list.get(i))));
            }
        } else {
            read.problem("messages", read.any("messages"), "an array of messages with value and perhaps key");
        }
        read.done();
        return user.values().toScript(send(topic, messages));
    }

    private static ProducerRecord<byte[], byte[]> message(String topic, ScriptOptions read) {
        byte[] key = Payloads.bytes(read.any("key"));
        byte[] value = Payloads.bytes(read.any("value"));
        long partition = read.whole("partition", -1, 0, Integer.MAX_VALUE);
        long timestamp = read.whole("timestamp", -1, 0, Long.MAX_VALUE);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                topic, partition < 0 ? null : (int) partition, timestamp < 0 ? null : timestamp, key, value);
        if (read.any("headers") instanceof Map<?, ?> headers) {
            headers.forEach((name, content) -> message.headers().add(String.valueOf(name), Payloads.bytes(content)));
        } else if (read.any("headers") != null) {
            read.problem("headers", read.any("headers"), "an object");
        }
        read.done();
        return message;
    }

    private List<Map<String, Object>> send(String topic, List<ProducerRecord<byte[], byte[]>> messages) {
        long start = System.nanoTime();
        List<Map<String, Object>> places = new ArrayList<>();
        boolean failed = true;
        try {
            SharedProducer shared = producer.get();
            List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
            for (ProducerRecord<byte[], byte[]> message : messages) {
                sent.add(shared.send(message));
            }
            for (Future<RecordMetadata> each : sent) {
                places.add(shown(each.get()));
            }
            failed = false;
            return places;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException(PRODUCE + " was cut off", e);
        } catch (ExecutionException e) {
            throw problem(topic, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw problem(topic, e);
        } finally {
            meter.record("Kafka produce " + topic, start, places.size(), failed);
        }
    }

    private static Map<String, Object> shown(RecordMetadata place) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("topic", place.topic());
        shown.put("partition", place.partition());
        shown.put("offset", place.offset());
        return shown;
    }

    private ScriptException problem(String topic, Throwable cause) {
        return new ScriptException(
                PRODUCE + " to " + topic + " at " + address.place() + ": " + address.describe(cause), cause);
    }
}
