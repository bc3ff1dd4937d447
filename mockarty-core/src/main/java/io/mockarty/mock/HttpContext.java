package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request to answer: route, method and the conditions on body, query and headers.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record HttpContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public HttpContext {
        json = MockSchema.HTTP.canonical(json);
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
     * {@return the route: literal segments, {@code :name} or {@code {name}} parameters, a trailing {@code *} for the
     * rest, or null}
     */
    public @Nullable String route() {
        return Fields.string(json, "route");
    }

    /** {@return the normalised route as other servers of the family write it; kept, not interpreted, or null} */
    public @Nullable String routePattern() {
        return Fields.string(json, "routePattern");
    }

    /** {@return the request method in upper case, {@code ANY} for all, {@code GET} by default} */
    public String httpMethod() {
        return Fields.string(json, "httpMethod", "GET");
    }

    /** {@return conditions on the body, possibly empty} */
    public List<Condition> conditions() {
        return Fields.parts(json, "conditions", Condition::new);
    }

    /** {@return conditions on query parameters, possibly empty} */
    public List<Condition> queryParams() {
        return Fields.parts(json, "queryParams", Condition::new);
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

    /** Builds a {@link HttpContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /**
         * Sets the route: literal segments, {@code :name} or {@code {name}} parameters, a trailing {@code *} for the
         * rest.
         */
        public Builder route(String route) {
            return put("route", route);
        }

        /** Sets the normalised route as other servers of the family write it; kept, not interpreted. */
        public Builder routePattern(String routePattern) {
            return put("routePattern", routePattern);
        }

        /** Sets the request method in upper case, {@code ANY} for all. */
        public Builder httpMethod(String httpMethod) {
            return put("httpMethod", httpMethod);
        }

        /** Sets conditions on the body. */
        public Builder conditions(List<Condition> conditions) {
            return put("conditions", Fields.trees(conditions, Condition::json));
        }

        /** Sets conditions on query parameters. */
        public Builder queryParams(List<Condition> queryParams) {
            return put("queryParams", Fields.trees(queryParams, Condition::json));
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
        public HttpContext build() {
            return new HttpContext(fields());
        }
    }
}
