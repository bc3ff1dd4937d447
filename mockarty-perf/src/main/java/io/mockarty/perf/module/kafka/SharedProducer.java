package io.mockarty.perf.module.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One producer for all users of a run; Kafka's own batches what many threads send. Thread-safe. */
final class SharedProducer implements AutoCloseable {

    static final long DEFAULT_BATCH = 16_384;

    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final KafkaProducer<byte[], byte[]> producer;

    SharedProducer(Key key) {
        Map<String, Object> all = key.address().configuration();
        int timeout = key.address().timeoutMillis();
        int linger = (int) Math.min(timeout, key.linger().toMillis());
        all.put(ProducerConfig.ACKS_CONFIG, key.acks());
        all.put(
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                key.acks().equals("all") || key.acks().equals("-1"));
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, key.compression());
        all.put(ProducerConfig.LINGER_MS_CONFIG, linger);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, key.batchSize());
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout + linger);
        producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
        return producer.send(message);
    }

    /** A producer that waits for a broker does not close before its request times out; that is not waited for. */
    @Override
    public void close() {
        Thread closing = new Thread(() -> producer.close(CLOSING), "load-test-kafka-closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(2 * CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What users must agree on to share a producer. */
    record Key(KafkaAddress address, String acks, String compression, Duration linger, int batchSize) {}
}
