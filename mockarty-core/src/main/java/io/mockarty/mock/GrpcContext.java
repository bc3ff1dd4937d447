package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gRPC call to answer.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record GrpcContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public GrpcContext {
        json = MockSchema.GRPC.canonical(json);
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

    /** {@return the full service name, such as {@code shop.v1.Orders}, or null} */
    public @Nullable String service() {
        return Fields.string(json, "service");
    }

    /** {@return the method name, or null} */
    public @Nullable String method() {
        return Fields.string(json, "method");
    }

    /** {@return {@code unary}, {@code server-stream}, {@code client-stream} or {@code bidirectional}, or null} */
    public @Nullable String methodType() {
        return Fields.string(json, "methodType");
    }

    /** {@return conditions on the request message, possibly empty} */
    public List<Condition> conditions() {
        return Fields.parts(json, "conditions", Condition::new);
    }

    /** {@return conditions on the metadata, possibly empty} */
    public List<Condition> meta() {
        return Fields.parts(json, "meta", Condition::new);
    }

    /**
     * {@return whether arrays are sorted on both sides before comparing, where a condition does not say so itself,
     * false by default}
     */
    public boolean sortArray() {
        return Fields.flag(json, "sortArray");
    }

    /** Builds a {@link GrpcContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the full service name, such as {@code shop.v1.Orders}. */
        public Builder service(String service) {
            return put("service", service);
        }

        /** Sets the method name. */
        public Builder method(String method) {
            return put("method", method);
        }

        /** Sets {@code unary}, {@code server-stream}, {@code client-stream} or {@code bidirectional}. */
        public Builder methodType(String methodType) {
            return put("methodType", methodType);
        }

        /** Sets conditions on the request message. */
        public Builder conditions(List<Condition> conditions) {
            return put("conditions", Fields.trees(conditions, Condition::json));
        }

        /** Sets conditions on the metadata. */
        public Builder meta(List<Condition> meta) {
            return put("meta", Fields.trees(meta, Condition::json));
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
        public GrpcContext build() {
            return new GrpcContext(fields());
        }
    }
}
