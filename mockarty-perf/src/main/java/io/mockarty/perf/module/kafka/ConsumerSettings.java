package io.mockarty.perf.module.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** How a user consumes. */
record ConsumerSettings(KafkaAddress address, @Nullable String group, boolean fromBeginning) {

    KafkaConsumer<byte[], byte[]> open() {
        Map<String, Object> all = address.configuration();
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, address.timeoutMillis());
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, fromBeginning ? "earliest" : "latest");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        if (group != null) {
            all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        }
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
