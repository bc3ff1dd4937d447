package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of a server-sent event stream, in order.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record SseEventChain(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public SseEventChain {
        json = MockSchema.SSE_EVENT_CHAIN.canonical(json);
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

    /** {@return the events, possibly empty} */
    public List<SseEvent> events() {
        return Fields.parts(json, "events", SseEvent::new);
    }

    /** {@return whether the chain starts again after the last event, false by default} */
    public boolean loop() {
        return Fields.flag(json, "loop");
    }

    /** {@return the pause between two rounds, in milliseconds, at least 100, 100 by default} */
    public int loopDelay() {
        return Fields.integer(json, "loopDelay", 100);
    }

    /**
     * {@return the interval of comment lines that keep the connection open, in milliseconds; 0 for none, 0 by default}
     */
    public int heartbeat() {
        return Fields.integer(json, "heartbeat", 0);
    }

    /** {@return the most rounds; 0 for no limit, 100 by default} */
    public int maxLoops() {
        return Fields.integer(json, "maxLoops", 100);
    }

    /** {@return the longest life of the stream, in seconds; 1,200 by default, which 0 also means} */
    public int maxTime() {
        return Fields.integer(json, "maxTime", 1200);
    }

    /** {@return how many events are logged together, 10 by default} */
    public int logBatch() {
        return Fields.integer(json, "logBatch", 10);
    }

    /** Builds a {@link SseEventChain}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the events. */
        public Builder events(List<SseEvent> events) {
            return put("events", Fields.trees(events, SseEvent::json));
        }

        /** Sets whether the chain starts again after the last event. */
        public Builder loop(boolean loop) {
            return put("loop", loop);
        }

        /** Sets the pause between two rounds, in milliseconds, at least 100. */
        public Builder loopDelay(int loopDelay) {
            return put("loopDelay", loopDelay);
        }

        /** Sets the interval of comment lines that keep the connection open, in milliseconds; 0 for none. */
        public Builder heartbeat(int heartbeat) {
            return put("heartbeat", heartbeat);
        }

        /** Sets the most rounds; 0 for no limit. */
        public Builder maxLoops(int maxLoops) {
            return put("maxLoops", maxLoops);
        }

        /** Sets the longest life of the stream, in seconds; 0 means 1,200. */
        public Builder maxTime(int maxTime) {
            return put("maxTime", maxTime);
        }

        /** Sets how many events are logged together. */
        public Builder logBatch(int logBatch) {
            return put("logBatch", logBatch);
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public SseEventChain build() {
            return new SseEventChain(fields());
        }
    }
}
