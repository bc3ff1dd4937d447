package io.mockarty.mock;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upstream server that answers instead of the mock.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record Proxy(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public Proxy {
        json = MockSchema.PROXY.canonical(json);
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

    /** {@return the base URL of the upstream server, empty by default} */
    public String target() {
        return Fields.string(json, "target", "");
    }

    /** Builds a {@link Proxy}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the base URL of the upstream server. */
        public Builder target(String target) {
            return put("target", target);
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public Proxy build() {
            return new Proxy(fields());
        }
    }
}
