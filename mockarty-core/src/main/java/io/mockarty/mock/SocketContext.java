package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket, Socket.IO, TCP or UDP message to answer.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record SocketContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public SocketContext {
        json = MockSchema.SOCKET.canonical(json);
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

    /** {@return the logical server, or null} */
    public @Nullable String serverName() {
        return Fields.string(json, "serverName");
    }

    /** {@return the event name, or null} */
    public @Nullable String event() {
        return Fields.string(json, "event");
    }

    /** {@return the Socket.IO namespace, or null} */
    public @Nullable String namespace() {
        return Fields.string(json, "namespace");
    }

    /** {@return conditions on the message, possibly empty} */
    public List<Condition> conditions() {
        return Fields.parts(json, "conditions", Condition::new);
    }

    /**
     * {@return whether arrays are sorted on both sides before comparing, where a condition does not say so itself,
     * false by default}
     */
    public boolean sortArray() {
        return Fields.flag(json, "sortArray");
    }

    /** Builds a {@link SocketContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the logical server. */
        public Builder serverName(String serverName) {
            return put("serverName", serverName);
        }

        /** Sets the event name. */
        public Builder event(String event) {
            return put("event", event);
        }

        /** Sets the Socket.IO namespace. */
        public Builder namespace(String namespace) {
            return put("namespace", namespace);
        }

        /** Sets conditions on the message. */
        public Builder conditions(List<Condition> conditions) {
            return put("conditions", Fields.trees(conditions, Condition::json));
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
        public SocketContext build() {
            return new SocketContext(fields());
        }
    }
}
