package io.mockarty.mock;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One test of a request: where to read the actual value, how to compare it, and with what.
 *
 * <p>A typed view of one object of the mock document: fields this version does not know stay in {@link #json()} and are
 * written back. Immutable and thread-safe.
 *
 * @param json the object, in canonical spelling
 */
public record Condition(Map<String, @Nullable Object> json) {

    /**
     * Checks the object and brings it into canonical spelling.
     *
     * @throws InvalidMockException naming every problem, when a field has a wrong type or value
     */
    public Condition {
        json = MockSchema.CONDITION.canonical(json);
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
     * {@return where the actual value is read: a JSONPath or bare field name in a body, an XPath in an XML body, a
     * header or parameter name elsewhere; empty for the whole value, empty by default}
     */
    public String path() {
        return Fields.string(json, "path", "");
    }

    /** {@return how the actual value is compared, {@code EQUALS} by default} */
    public AssertAction assertAction() {
        return AssertAction.of(Fields.string(json, "assertAction", AssertAction.EQUALS.literal()));
    }

    /** {@return the expected value, a JSON value, or null} */
    public @Nullable Object value() {
        return json.get("value");
    }

    /** {@return a file under the template root whose content is the expected value, or null} */
    public @Nullable String valueFromFile() {
        return Fields.string(json, "valueFromFile");
    }

    /** {@return whether arrays are sorted on both sides before comparing; null when the context decides} */
    public @Nullable Boolean sortArray() {
        return (Boolean) json.get("sortArray");
    }

    /** {@return {@code base64} when the actual value is decoded before comparing, else null} */
    public @Nullable String decode() {
        return Fields.string(json, "decode");
    }

    /** Builds a {@link Condition}. Not thread-safe. */
    public static final class Builder extends ObjectBuilder<Builder> {

        Builder(Map<String, @Nullable Object> json) {
            super(json);
        }

        /**
         * Sets where the actual value is read: a JSONPath or bare field name in a body, an XPath in an XML body, a
         * header or parameter name elsewhere; empty for the whole value.
         */
        public Builder path(String path) {
            return put("path", path);
        }

        /** Sets how the actual value is compared. */
        public Builder assertAction(AssertAction assertAction) {
            return put("assertAction", assertAction.literal());
        }

        /** Sets the expected value. */
        public Builder value(@Nullable Object value) {
            return put("value", value);
        }

        /** Sets a file under the template root whose content is the expected value. */
        public Builder valueFromFile(String valueFromFile) {
            return put("valueFromFile", valueFromFile);
        }

        /** Sets whether arrays are sorted on both sides before comparing; null when the context decides. */
        public Builder sortArray(boolean sortArray) {
            return put("sortArray", sortArray);
        }

        /** Sets {@code base64} when the actual value is decoded before comparing, else null. */
        public Builder decode(String decode) {
            return put("decode", decode);
        }

        /**
         * Builds the object from what was set so far.
         *
         * @return the object
         * @throws InvalidMockException naming every problem, when a value is out of range
         */
        public Condition build() {
            return new Condition(fields());
        }
    }
}
