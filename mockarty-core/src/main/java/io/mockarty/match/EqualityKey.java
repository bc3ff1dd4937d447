package io.mockarty.match;

import io.mockarty.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An equality of a value in a JSON body with a text or a whole number, written so that two values are equal exactly
 * when their keys are.
 */
record EqualityKey(BodyReader reader, String value) {

    static @Nullable EqualityKey of(BodyReader reader, @Nullable Object expected) {
        String value = valueKey(expected);
        return value == null ? null : new EqualityKey(reader, value);
    }

    /** Returns the key of a JSON value; null when no text and no whole number of 64 bits equals it. */
    static @Nullable String valueKey(@Nullable Object value) {
        if (value instanceof String text) {
            return "\"" + text;
        }
        if (value instanceof Long number) {
            return number.toString();
        }
        try {
            return value instanceof Number number
                    ? Long.toString(Json.decimal(number).longValueExact())
                    : null;
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** The path the value is read by; conditions with one path read one value. */
    String path() {
        return reader.toString();
    }
}
