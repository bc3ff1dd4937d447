/** The module {@code mockarty/kafka}. Start with {@link io.mockarty.perf.module.kafka.KafkaModule}. */
@NullMarked
package io.mockarty.perf.module.kafka;

import org.jspecify.annotations.NullMarked;
