/** The module {@code mockarty/rabbitmq}. Start with {@link io.mockarty.perf.module.rabbitmq.RabbitModule}. */
@NullMarked
package io.mockarty.perf.module.rabbitmq;

import org.jspecify.annotations.NullMarked;
