package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server-sent event stream to serve.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record SseContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public SseContext {
        json = MockSchema.SSE.canonical(json);
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

    /** {@return the URL path of the stream, or null} */
    public @Nullable String eventPath() {
        return Fields.string(json, "eventPath");
    }

    /** {@return the event name, or null} */
    public @Nullable String eventName() {
        return Fields.string(json, "eventName");
    }

    /** {@return what the stream carries, or null} */
    public @Nullable String description() {
        return Fields.string(json, "description");
    }

    /** {@return conditions on the request, possibly empty} */
    public List<Condition> conditions() {
        return Fields.parts(json, "conditions", Condition::new);
    }

    /** {@return conditions on request headers, possibly empty} */
    public List<Condition> headerConditions() {
        return Fields.parts(json, "headerConditions", Condition::new);
    }

    /**
     * {@return whether arrays are sorted on both sides before comparing, where a condition does not say so itself,
     * false by default}
     */
    public boolean sortArray() {
        return Fields.flag(json, "sortArray");
    }

    /** Builds a {@link SseContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the URL path of the stream. */
        public Builder eventPath(String eventPath) {
            return put("eventPath", eventPath);
        }

        /** Sets the event name. */
        public Builder eventName(String eventName) {
            return put("eventName", eventName);
        }

        /** Sets what the stream carries. */
        public Builder description(String description) {
            return put("description", description);
        }

        /** Sets conditions on the request. */
        public Builder conditions(List<Condition> conditions) {
            return put("conditions", Fields.trees(conditions, Condition::json));
        }

        /** Sets conditions on request headers. */
        public Builder headerConditions(List<Condition> headerConditions) {
            return put("headerConditions", Fields.trees(headerConditions, Condition::json));
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
        public SseContext build() {
            return new SseContext(fields());
        }
    }
}
