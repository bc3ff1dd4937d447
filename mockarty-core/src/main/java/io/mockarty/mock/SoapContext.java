package io.mockarty.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A SOAP call to answer.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record SoapContext(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public SoapContext {
        json = MockSchema.SOAP.canonical(json);
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

    /** {@return the service name, or null} */
    public @Nullable String service() {
        return Fields.string(json, "service");
    }

    /** {@return the operation name, or null} */
    public @Nullable String method() {
        return Fields.string(json, "method");
    }

    /** {@return the SOAPAction value, or null} */
    public @Nullable String action() {
        return Fields.string(json, "action");
    }

    /** {@return the URL path, or null} */
    public @Nullable String path() {
        return Fields.string(json, "path");
    }

    /** {@return conditions on the body, by element name or XPath, possibly empty} */
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

    /** Builds a {@link SoapContext}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /** Sets the service name. */
        public Builder service(String service) {
            return put("service", service);
        }

        /** Sets the operation name. */
        public Builder method(String method) {
            return put("method", method);
        }

        /** Sets the SOAPAction value. */
        public Builder action(String action) {
            return put("action", action);
        }

        /** Sets the URL path. */
        public Builder path(String path) {
            return put("path", path);
        }

        /** Sets conditions on the body, by element name or XPath. */
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
        public SoapContext build() {
            return new SoapContext(fields());
        }
    }
}
