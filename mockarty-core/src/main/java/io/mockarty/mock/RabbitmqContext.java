package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A RabbitMQ message to answer.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record RabbitmqContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public RabbitmqContext {
        json = MockSchema.RABBITMQ.canonical(json);
    }

    /**
     * Starts an empty builder.
     *
     * @return a builder, not thread-safe
     */
    public static Builder builder() {
        return new Builder(Map.of());
    }

    /**
     * Starts a builder that holds everything this object holds.
     *
     * @return a builder, not thread-safe
     */
    public Builder toBuilder() {
        return new Builder(json);
    }

    /** {@return the queue that is consumed, or null} */
    public @Nullable String queue() {
        return Fields.string(json, "queue");
    }

    /** {@return the exchange, or null} */
    public @Nullable String exchange() {
        return Fields.string(json, "exchange");
    }

    /** {@return the routing key, or null} */
    public @Nullable String routingKey() {
        return Fields.string(json, "routingKey");
    }

    /** {@return the logical server, or null} */
    public @Nullable String serverName() {
        return Fields.string(json, "serverName");
    }

    /** {@return conditions on the message body, possibly empty} */
    public List<Condition> conditions() {
        return Fields.parts(json, "conditions", Condition::new);
    }

    /** {@return conditions on the message headers, possibly empty} */
    public List<Condition> headers() {
        return Fields.parts(json, "headers", Condition::new);
    }

    /** {@return the broker of the reply, or null} */
    public @Nullable String outputURL() {
        return Fields.string(json, "outputURL");
    }

    /** {@return the exchange of the reply, or null} */
    public @Nullable String outputExchange() {
        return Fields.string(json, "outputExchange");
    }

    /** {@return the routing key of the reply, or null} */
    public @Nullable String outputRoutingKey() {
        return Fields.string(json, "outputRoutingKey");
    }

    /** {@return the queue of the reply, or null} */
    public @Nullable String outputQueue() {
        return Fields.string(json, "outputQueue");
    }

    /**
     * {@return the message properties of the reply: {@code deliveryMode}, {@code correlationId}, {@code replyTo},
     * {@code contentType}, {@code priority}, {@code messageId}, {@code type}, {@code appId}, possibly empty}
     */
    public Map<String, @Nullable Object> outputProps() {
        return Fields.object(json, "outputProps");
    }

    /**
     * {@return whether arrays are sorted on both sides before comparing, where a condition does not say so itself,
     * false by default}
     */
    public boolean sortArray() {
        return Fields.flag(json, "sortArray");
    }

    /** Builds a {@link RabbitmqContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the queue that is consumed. */
        public Builder queue(String queue) {
            return put("queue", queue);
        }

        /** Sets the exchange. */
        public Builder exchange(String exchange) {
            return put("exchange", exchange);
        }

        /** Sets the routing key. */
        public Builder routingKey(String routingKey) {
            return put("routingKey", routingKey);
        }

        /** Sets the logical server. */
        public Builder serverName(String serverName) {
            return put("serverName", serverName);
        }

        /** Sets conditions on the message body. */
        public Builder conditions(List<Condition> conditions) {
            return put("conditions", Fields.trees(conditions, Condition::json));
        }

        /** Sets conditions on the message headers. */
        public Builder headers(List<Condition> headers) {
            return put("headers", Fields.trees(headers, Condition::json));
        }

        /** Sets the broker of the reply. */
        public Builder outputURL(String outputURL) {
            return put("outputURL", outputURL);
        }

        /** Sets the exchange of the reply. */
        public Builder outputExchange(String outputExchange) {
            return put("outputExchange", outputExchange);
        }

        /** Sets the routing key of the reply. */
        public Builder outputRoutingKey(String outputRoutingKey) {
            return put("outputRoutingKey", outputRoutingKey);
        }

        /** Sets the queue of the reply. */
        public Builder outputQueue(String outputQueue) {
            return put("outputQueue", outputQueue);
        }

        /**
         * Sets the message properties of the reply: {@code deliveryMode}, {@code correlationId}, {@code replyTo},
         * {@code contentType}, {@code priority}, {@code messageId}, {@code type}, {@code appId}.
         */
        public Builder outputProps(Map<String, ?> outputProps) {
            return put("outputProps", outputProps);
        }

        /** Sets whether arrays are sorted on both sides before comparing, where a condition does not say so itself. */
        public Builder sortArray(boolean sortArray) {
            return put("sortArray", sortArray);
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public RabbitmqContext build() {
            return new RabbitmqContext(fields());
        }
    }
}
