package io.mockarty.mock;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that a request leaves in the stores before its answer is rendered.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record Extract(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public Extract {
        json = MockSchema.EXTRACT.canonical(json);
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

    /**
     * {@return what goes into the store of this request, by key; values are expressions or literals, possibly empty}
     */
    public Map<String, @Nullable Object> mStore() {
        return Fields.object(json, "mStore");
    }

    /** {@return what goes into the store of the chain, by key, possibly empty} */
    public Map<String, @Nullable Object> cStore() {
        return Fields.object(json, "cStore");
    }

    /** {@return what goes into the store of the namespace, by key, possibly empty} */
    public Map<String, @Nullable Object> gStore() {
        return Fields.object(json, "gStore");
    }

    /** Builds an {@link Extract}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets what goes into the store of this request, by key; values are expressions or literals. */
        public Builder mStore(Map<String, ?> mStore) {
            return put("mStore", mStore);
        }

        /** Sets what goes into the store of the chain, by key. */
        public Builder cStore(Map<String, ?> cStore) {
            return put("cStore", cStore);
        }

        /** Sets what goes into the store of the namespace, by key. */
        public Builder gStore(Map<String, ?> gStore) {
            return put("gStore", gStore);
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public Extract build() {
            return new Extract(fields());
        }
    }
}
