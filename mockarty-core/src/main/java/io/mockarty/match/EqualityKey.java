package io.mockarty.match;

import io.mockarty.json.Json;
import io.mockarty.request.MockRequest;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An equality of a value in a request with a text or a whole number, written so that the condition holds exactly when
 * its key is among those of the request.
 */
record EqualityKey(ValueReader reader, String value) {

    /** A request with more values of one name than this is not worth looking each of them up. */
    private static final int MAX_VALUES = 16;

    static @Nullable EqualityKey of(ValueReader reader, @Nullable Object expected) {
        String value = valueKey(expected);
        return value == null ? null : new EqualityKey(reader, value);
    }

    /** Returns the keys of what a request has at one place; null when any of them may fit. */
    static @Nullable Set<String> keysOf(ValueReader reader, MockRequest request) {
        Object actual = reader.read(request);
        if (actual == null) {
            return Set.of();
        }
        if (!reader.isTextual(request)) {
            String key = valueKey(actual);
            return key == null ? Set.of() : Set.of(key);
        }
        List<?> values = actual instanceof List<?> several ? several : List.of(actual);
        if (values.size() > MAX_VALUES) {
            return null;
        }
        Set<String> keys = new LinkedHashSet<>();
        for (Object one : values) {
            if (!(one instanceof String text)) {
                return null; // numbers and objects also equal the text they are written as
            }
            keys.add(textKey(text));
            String number = numberKey(text);
            if (number != null) {
                keys.add(number);
            }
        }
        return keys;
    }

    /** Returns the key of a JSON value; null when no text and no whole number of 64 bits equals it. */
    private static @Nullable String valueKey(@Nullable Object value) {
        if (value instanceof String text) {
            return textKey(text);
        }
        if (value instanceof Long number) {
            return number.toString();
        }
        return value instanceof Number number ? wholeKey(Json.decimal(number)) : null;
    }

    private static String textKey(String text) {
        return "\"" + text;
    }

    /** Where only text can stand, a number equals every spelling of it. */
    private static @Nullable String numberKey(String text) {
        String trimmed = text.trim();
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (!Character.isDigit(c) && "+-.eE".indexOf(c) < 0) {
                return null;
            }
        }
        BigDecimal number = Json.decimal(text);
        return number == null ? null : wholeKey(number);
    }

    private static @Nullable String wholeKey(BigDecimal number) {
        try {
            return Long.toString(number.longValueExact());
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** Where the value is read; conditions with one place read one value. */
    String place() {
        return reader.place();
    }
}
