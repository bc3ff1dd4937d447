package io.mockarty.perf.module.kafka;

import io.mockarty.perf.module.ScriptException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * A topic that one user consumes. Brokers hand out more messages than were asked for; those wait here, and only what
 * the script got is committed.
 */
final class Subscription implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final ConsumerSettings settings;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();

    private Subscription(ConsumerSettings settings, String topic, KafkaConsumer<byte[], byte[]> consumer) {
        this.settings = settings;
        this.topic = topic;
        this.consumer = consumer;
    }

    static Subscription to(ConsumerSettings settings, String topic) {
        Subscription subscription = new Subscription(settings, topic, settings.open());
        try {
            subscription.subscribe();
            return subscription;
        } catch (RuntimeException e) {
            subscription.close();
            throw e;
        }
    }

    String topic() {
        return topic;
    }

    private void subscribe() {
        // Asking for messages would never fail, however unreachable the brokers are; this does.
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            throw new ScriptException(
                    "kafka.consume: topic \"" + topic + "\" (expected: a topic that exists on the cluster)");
        }
        if (settings.group() != null) {
            consumer.subscribe(List.of(topic));
            return;
        }
        List<TopicPartition> all = partitions.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(all);
        if (settings.fromBeginning()) {
            consumer.seekToBeginning(all);
        } else {
            consumer.seekToEnd(all);
        }
    }

    /** The next messages: as many as the limit allows, or fewer when time is up before. */
    List<ConsumerRecord<byte[], byte[]>> next(long limit, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
        take(taken, limit);
        long left = deadline - System.nanoTime();
        while (taken.size() < limit && left > 0) {
            consumer.poll(Duration.ofNanos(left)).forEach(waiting::add);
            forgetOthers();
            take(taken, limit);
            left = deadline - System.nanoTime();
        }
        commit(taken);
        return taken;
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> taken, long limit) {
        while (taken.size() < limit && !waiting.isEmpty()) {
            taken.add(waiting.remove());
        }
    }

    /** Another member of the group has got a partition; it also gets what waits here. */
    private void forgetOthers() {
        Set<TopicPartition> assigned = consumer.assignment();
        waiting.removeIf(message -> !assigned.contains(new TopicPartition(message.topic(), message.partition())));
    }

    private void commit(List<ConsumerRecord<byte[], byte[]>> taken) {
        if (settings.group() == null || taken.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> message : taken) {
            offsets.put(
                    new TopicPartition(message.topic(), message.partition()),
                    new OffsetAndMetadata(message.offset() + 1));
        }
        try {
            consumer.commitSync(offsets);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            // The group was shared out anew; what is not committed is delivered again, to whoever has it now.
            waiting.clear();
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSING));
    }
}
