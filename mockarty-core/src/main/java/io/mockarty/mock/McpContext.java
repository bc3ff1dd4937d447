package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Model Context Protocol request to answer.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record McpContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public McpContext {
        json = MockSchema.MCP.canonical(json);
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

    /** {@return the JSON-RPC method, such as {@code tools/call}, or null} */
    public @Nullable String method() {
        return Fields.string(json, "method");
    }

    /** {@return the tool name, or null} */
    public @Nullable String tool() {
        return Fields.string(json, "tool");
    }

    /** {@return the resource URI, or null} */
    public @Nullable String resource() {
        return Fields.string(json, "resource");
    }

    /** {@return what the tool does, for its listing, or null} */
    public @Nullable String description() {
        return Fields.string(json, "description");
    }

    /** {@return conditions on the params, possibly empty} */
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

    /** Builds a {@link McpContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the JSON-RPC method, such as {@code tools/call}. */
        public Builder method(String method) {
            return put("method", method);
        }

        /** Sets the tool name. */
        public Builder tool(String tool) {
            return put("tool", tool);
        }

        /** Sets the resource URI. */
        public Builder resource(String resource) {
            return put("resource", resource);
        }

        /** Sets what the tool does, for its listing. */
        public Builder description(String description) {
            return put("description", description);
        }

        /** Sets conditions on the params. */
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
        public McpContext build() {
            return new McpContext(fields());
        }
    }
}
