package io.mockarty.mock;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that is sent out after a mock has answered.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record Webhook(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public Webhook {
        json = MockSchema.WEBHOOK.canonical(json);
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

    /** {@return how the message is sent, {@code HTTP} by default} */
    public Type type() {
        return Type.of(Fields.string(json, "type", Type.HTTP.literal()));
    }

    /** {@return after which answers the message is sent, {@code ALWAYS} by default} */
    public Trigger trigger() {
        return Trigger.of(Fields.string(json, "trigger", Trigger.ALWAYS.literal()));
    }

    /** {@return the URL to call; may contain expressions, or null} */
    public @Nullable String url() {
        return Fields.string(json, "url");
    }

    /** {@return the request method, {@code POST} by default} */
    public String method() {
        return Fields.string(json, "method", "POST");
    }

    /** {@return the request headers; values may contain expressions, possibly empty} */
    public Map<String, String> headers() {
        return Fields.stringMap(json, "headers");
    }

    /** {@return the body; strings may contain expressions, a JSON value, or null} */
    public @Nullable Object body() {
        return json.get("body");
    }

    /** {@return how long one try may take, in milliseconds, 10,000 by default} */
    public int timeout() {
        return Fields.integer(json, "timeout", 10000);
    }

    /** {@return how many more tries follow a failed one, 0 by default} */
    public int retryCount() {
        return Fields.integer(json, "retryCount", 0);
    }

    /** {@return the pause between two tries, in milliseconds, 1,000 by default} */
    public int retryDelay() {
        return Fields.integer(json, "retryDelay", 1000);
    }

    /** {@return whether the answer goes out without waiting for this message, false by default} */
    public boolean async() {
        return Fields.flag(json, "async");
    }

    /** {@return the Kafka brokers, comma separated, or null} */
    public @Nullable String kafkaBrokers() {
        return Fields.string(json, "kafkaBrokers");
    }

    /** {@return the Kafka topic, or null} */
    public @Nullable String kafkaTopic() {
        return Fields.string(json, "kafkaTopic");
    }

    /** {@return the Kafka key, or null} */
    public @Nullable String kafkaKey() {
        return Fields.string(json, "kafkaKey");
    }

    /** {@return the SASL user, or null} */
    public @Nullable String kafkaUsername() {
        return Fields.string(json, "kafkaUsername");
    }

    /** {@return the SASL password, or null} */
    public @Nullable String kafkaPassword() {
        return Fields.string(json, "kafkaPassword");
    }

    /** {@return whether SASL is used, false by default} */
    public boolean kafkaUseSASL() {
        return Fields.flag(json, "kafkaUseSASL");
    }

    /** {@return whether TLS is used, false by default} */
    public boolean kafkaUseTLS() {
        return Fields.flag(json, "kafkaUseTLS");
    }

    /** {@return the RabbitMQ URL, or null} */
    public @Nullable String rabbitURL() {
        return Fields.string(json, "rabbitURL");
    }

    /** {@return the RabbitMQ exchange, or null} */
    public @Nullable String rabbitExchange() {
        return Fields.string(json, "rabbitExchange");
    }

    /** {@return the RabbitMQ routing key, or null} */
    public @Nullable String rabbitRoutingKey() {
        return Fields.string(json, "rabbitRoutingKey");
    }

    /** {@return the RabbitMQ queue, or null} */
    public @Nullable String rabbitQueue() {
        return Fields.string(json, "rabbitQueue");
    }

    /** {@return whether the message must be routable, false by default} */
    public boolean rabbitMandatory() {
        return Fields.flag(json, "rabbitMandatory");
    }

    /** How a message is sent. */
    public enum Type implements Literal {
        /** An HTTP request. */
        HTTP("http"),

        /** A Kafka record. */
        KAFKA("kafka"),

        /** A RabbitMQ message. */
        RABBITMQ("rabbitmq");

        private final String literal;

        Type(String literal) {
            this.literal = literal;
        }

        @Override
        public String literal() {
            return literal;
        }

        static Type of(String literal) {
            return Literal.of(values(), literal);
        }
    }

    /** After which answers a message is sent. */
    public enum Trigger implements Literal {
        /** After a status from 200 to 299. */
        ON_SUCCESS("on_success"),

        /** After a status of 400 or more. */
        ON_ERROR("on_error"),

        /** After every answer. */
        ALWAYS("always");

        private final String literal;

        Trigger(String literal) {
            this.literal = literal;
        }

        @Override
        public String literal() {
            return literal;
        }

        static Trigger of(String literal) {
            return Literal.of(values(), literal);
        }
    }

    /** Builds a {@link Webhook}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets how the message is sent. */
        public Builder type(Type type) {
            return put("type", type.literal());
        }

        /** Sets after which answers the message is sent. */
        public Builder trigger(Trigger trigger) {
            return put("trigger", trigger.literal());
        }

        /** Sets the URL to call; may contain expressions. */
        public Builder url(String url) {
            return put("url", url);
        }

        /** Sets the request method. */
        public Builder method(String method) {
            return put("method", method);
        }

        /** Sets the request headers; values may contain expressions. */
        public Builder headers(Map<String, String> headers) {
            return put("headers", headers);
        }

        /** Sets the body; strings may contain expressions. */
        public Builder body(@Nullable Object body) {
            return put("body", body);
        }

        /** Sets how long one try may take, in milliseconds. */
        public Builder timeout(int timeout) {
            return put("timeout", timeout);
        }

        /** Sets how many more tries follow a failed one. */
        public Builder retryCount(int retryCount) {
            return put("retryCount", retryCount);
        }

        /** Sets the pause between two tries, in milliseconds. */
        public Builder retryDelay(int retryDelay) {
            return put("retryDelay", retryDelay);
        }

        /** Sets whether the answer goes out without waiting for this message. */
        public Builder async(boolean async) {
            return put("async", async);
        }

        /** Sets the Kafka brokers, comma separated. */
        public Builder kafkaBrokers(String kafkaBrokers) {
            return put("kafkaBrokers", kafkaBrokers);
        }

        /** Sets the Kafka topic. */
        public Builder kafkaTopic(String kafkaTopic) {
            return put("kafkaTopic", kafkaTopic);
        }

        /** Sets the Kafka key. */
        public Builder kafkaKey(String kafkaKey) {
            return put("kafkaKey", kafkaKey);
        }

        /** Sets the SASL user. */
        public Builder kafkaUsername(String kafkaUsername) {
            return put("kafkaUsername", kafkaUsername);
        }

        /** Sets the SASL password. */
        public Builder kafkaPassword(String kafkaPassword) {
            return put("kafkaPassword", kafkaPassword);
        }

        /** Sets whether SASL is used. */
        public Builder kafkaUseSASL(boolean kafkaUseSASL) {
            return put("kafkaUseSASL", kafkaUseSASL);
        }

        /** Sets whether TLS is used. */
        public Builder kafkaUseTLS(boolean kafkaUseTLS) {
            return put("kafkaUseTLS", kafkaUseTLS);
        }

        /** Sets the RabbitMQ URL. */
        public Builder rabbitURL(String rabbitURL) {
            return put("rabbitURL", rabbitURL);
        }

        /** Sets the RabbitMQ exchange. */
        public Builder rabbitExchange(String rabbitExchange) {
            return put("rabbitExchange", rabbitExchange);
        }

        /** Sets the RabbitMQ routing key. */
        public Builder rabbitRoutingKey(String rabbitRoutingKey) {
            return put("rabbitRoutingKey", rabbitRoutingKey);
        }

        /** Sets the RabbitMQ queue. */
        public Builder rabbitQueue(String rabbitQueue) {
            return put("rabbitQueue", rabbitQueue);
        }

        /** Sets whether the message must be routable. */
        public Builder rabbitMandatory(boolean rabbitMandatory) {
            return put("rabbitMandatory", rabbitMandatory);
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public Webhook build() {
            return new Webhook(fields());
        }
    }
}
