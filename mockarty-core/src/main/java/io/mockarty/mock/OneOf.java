package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several answers, of which each request gets one.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record OneOf(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public OneOf {
        json = MockSchema.ONE_OF.canonical(json);
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

    /** {@return how the answer is picked, {@code ORDER} by default} */
    public Order order() {
        return Order.of(Fields.string(json, "order", Order.ORDER.literal()));
    }

    /** {@return the index of the answer that comes first, 0 by default} */
    public int offset() {
        return Fields.integer(json, "offset", 0);
    }

    /** {@return the answers, at least one} */
    public List<Response> responses() {
        return Fields.parts(json, "responses", Response::new);
    }

    /** How one of several answers is picked. */
    public enum Order implements Literal {
        /** One after the other, from the first again after the last. */
        ORDER("order"),

        /** By chance, from the seed of the namespace. */
        RANDOM("random");

        private final String literal;

        Order(String literal) {
            this.literal = literal;
        }

        @Override
        public String literal() {
            return literal;
        }

        static Order of(String literal) {
            return Literal.of(values(), literal);
        }
    }

    /** Builds a {@link OneOf}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets how the answer is picked. */
        public Builder order(Order order) {
            return put("order", order.literal());
        }

        /** Sets the index of the answer that comes first. */
        public Builder offset(int offset) {
            return put("offset", offset);
        }

        /** Sets the answers, at least one. */
        public Builder responses(List<Response> responses) {
            return put("responses", Fields.trees(responses, Response::json));
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public OneOf build() {
            return new OneOf(fields());
        }
    }
}
