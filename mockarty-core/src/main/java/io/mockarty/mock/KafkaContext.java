package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record to answer.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record KafkaContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public KafkaContext {
        json = MockSchema.KAFKA.canonical(json);
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

    /** {@return the topic that is consumed, or null} */
    public @Nullable String topic() {
        return Fields.string(json, "topic");
    }

    /** {@return the logical server, or null} */
    public @Nullable String serverName() {
        return Fields.string(json, "serverName");
    }

    /** {@return the consumer group, or null} */
    public @Nullable String consumerGroup() {
        return Fields.string(json, "consumerGroup");
    }

    /** {@return conditions on the record value, possibly empty} */
    public List<Condition> conditions() {
        return Fields.parts(json, "conditions", Condition::new);
    }

    /** {@return conditions on the record headers, possibly empty} */
    public List<Condition> headers() {
        return Fields.parts(json, "headers", Condition::new);
    }

    /** {@return the topic of the reply, or null} */
    public @Nullable String outputTopic() {
        return Fields.string(json, "outputTopic");
    }

    /** {@return the brokers of the reply, comma separated, or null} */
    public @Nullable String outputBrokers() {
        return Fields.string(json, "outputBrokers");
    }

    /** {@return the key of the reply, or null} */
    public @Nullable String outputKey() {
        return Fields.string(json, "outputKey");
    }

    /** {@return the headers of the reply, possibly empty} */
    public Map<String, String> outputHeaders() {
        return Fields.stringMap(json, "outputHeaders");
    }

    /**
     * {@return whether arrays are sorted on both sides before comparing, where a condition does not say so itself,
     * false by default}
     */
    public boolean sortArray() {
        return Fields.flag(json, "sortArray");
    }

    /** Builds a {@link KafkaContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the topic that is consumed. */
        public Builder topic(String topic) {
            return put("topic", topic);
        }

        /** Sets the logical server. */
        public Builder serverName(String serverName) {
            return put("serverName", serverName);
        }

        /** Sets the consumer group. */
        public Builder consumerGroup(String consumerGroup) {
            return put("consumerGroup", consumerGroup);
        }

        /** Sets conditions on the record value. */
        public Builder conditions(List<Condition> conditions) {
            return put("conditions", Fields.trees(conditions, Condition::json));
        }

        /** Sets conditions on the record headers. */
        public Builder headers(List<Condition> headers) {
            return put("headers", Fields.trees(headers, Condition::json));
        }

        /** Sets the topic of the reply. */
        public Builder outputTopic(String outputTopic) {
            return put("outputTopic", outputTopic);
        }

        /** Sets the brokers of the reply, comma separated. */
        public Builder outputBrokers(String outputBrokers) {
            return put("outputBrokers", outputBrokers);
        }

        /** Sets the key of the reply. */
        public Builder outputKey(String outputKey) {
            return put("outputKey", outputKey);
        }

        /** Sets the headers of the reply. */
        public Builder outputHeaders(Map<String, String> outputHeaders) {
            return put("outputHeaders", outputHeaders);
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
        public KafkaContext build() {
            return new KafkaContext(fields());
        }
    }
}
