package io.mockarty.mock;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record SseEvent(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public SseEvent {
        json = MockSchema.SSE_EVENT.canonical(json);
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

    /** {@return the event name, or null} */
    public @Nullable String eventName() {
        return Fields.string(json, "eventName");
    }

    /** {@return the data; strings may contain expressions, a JSON value, or null} */
    public @Nullable Object data() {
        return json.get("data");
    }

    /** {@return the wait before the event, in milliseconds, 0 by default} */
    public int delay() {
        return Fields.integer(json, "delay", 0);
    }

    /** {@return the event id, or null} */
    public @Nullable String id() {
        return Fields.string(json, "id");
    }

    /** {@return the reconnection time told to the client, in milliseconds; 0 to leave it out, 0 by default} */
    public long retry() {
        return Fields.number(json, "retry", 0);
    }

    /** {@return a file under the template root that holds the data, or null} */
    public @Nullable String templatePath() {
        return Fields.string(json, "templatePath");
    }

    /** Builds a {@link SseEvent}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the event name. */
        public Builder eventName(String eventName) {
            return put("eventName", eventName);
        }

        /** Sets the data; strings may contain expressions. */
        public Builder data(@Nullable Object data) {
            return put("data", data);
        }

        /** Sets the wait before the event, in milliseconds. */
        public Builder delay(int delay) {
            return put("delay", delay);
        }

        /** Sets the event id. */
        public Builder id(String id) {
            return put("id", id);
        }

        /** Sets the reconnection time told to the client, in milliseconds; 0 to leave it out. */
        public Builder retry(long retry) {
            return put("retry", retry);
        }

        /** Sets a file under the template root that holds the data. */
        public Builder templatePath(String templatePath) {
            return put("templatePath", templatePath);
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public SseEvent build() {
            return new SseEvent(fields());
        }
    }
}
