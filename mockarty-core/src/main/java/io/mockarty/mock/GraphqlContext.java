package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL operation to answer.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record GraphqlContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public GraphqlContext {
        json = MockSchema.GRAPHQL.canonical(json);
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

    /** {@return {@code query}, {@code mutation} or {@code subscription}, or null} */
    public @Nullable String operation() {
        return Fields.string(json, "operation");
    }

    /** {@return the root field, or null} */
    public @Nullable String field() {
        return Fields.string(json, "field");
    }

    /** {@return the type name, or null} */
    public @Nullable String type() {
        return Fields.string(json, "type");
    }

    /** {@return the URL path, or null} */
    public @Nullable String path() {
        return Fields.string(json, "path");
    }

    /** {@return conditions on variables and fields, possibly empty} */
    public List<Condition> conditions() {
        return Fields.parts(json, "conditions", Condition::new);
    }

    /** {@return conditions on request headers, possibly empty} */
    public List<Condition> header() {
        return Fields.parts(json, "header", Condition::new);
    }

    /**
     * {@return whether arrays are sorted on both sides before comparing, where a condition does not say so itself,
     * false by default}
     */
    public boolean sortArray() {
        return Fields.flag(json, "sortArray");
    }

    /** Builds a {@link GraphqlContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets {@code query}, {@code mutation} or {@code subscription}. */
        public Builder operation(String operation) {
            return put("operation", operation);
        }

        /** Sets the root field. */
        public Builder field(String field) {
            return put("field", field);
        }

        /** Sets the type name. */
        public Builder type(String type) {
            return put("type", type);
        }

        /** Sets the URL path. */
        public Builder path(String path) {
            return put("path", path);
        }

        /** Sets conditions on variables and fields. */
        public Builder conditions(List<Condition> conditions) {
            return put("conditions", Fields.trees(conditions, Condition::json));
        }

        /** Sets conditions on request headers. */
        public Builder header(List<Condition> header) {
            return put("header", Fields.trees(header, Condition::json));
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
        public GraphqlContext build() {
            return new GraphqlContext(fields());
        }
    }
}
