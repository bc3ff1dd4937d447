package io.mockarty.match;

import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import io.mockarty.mock.AssertAction;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled condition. Immutable and thread-safe. */
record RequestCheck(String field, ValueReader reader, Expected expected, boolean decode) {

    private static final int MAX_SHOWN = 120;

    /** What a condition expects, compiled and as it was written. */
    record Expected(AssertAction action, @Nullable Object value, Assertion assertion) {}

    boolean holds(MockRequest request) {
        Object actual = reader.read(request);
        Object value = decode ? decoded(actual) : actual;
        return assertionHolds(value) != expected.action.isNegation();
    }

    /** Of several values of one name, one that fits is enough; so a negation demands that none fits. */
    private boolean assertionHolds(@Nullable Object actual) {
        if (expected.assertion.test(actual)) {
            return true;
        }
        return reader.isTextual()
                && actual instanceof List<?> several
                && several.stream().anyMatch(expected.assertion::test);
    }

    private @Nullable Object decoded(@Nullable Object actual) {
        if (!(actual instanceof String text)) {
            return null;
        }
        try {
            String plain = new String(Base64.getDecoder().decode(text.trim()), StandardCharsets.UTF_8);
            return expected.value == null || expected.value instanceof String ? plain : Json.parse(plain);
        } catch (JsonSyntaxException e) {
            return null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Mismatch mismatch(MockRequest request) {
        Object actual = reader.read(request);
        Object value = decode ? decoded(actual) : actual;
        return new Mismatch(field, describe(), value == null ? "absent" : shorten(Json.write(value)));
    }

    private String describe() {
        String value = shorten(Json.write(expected.value));
        return switch (expected.action) {
            case EQUALS -> value;
            case NOT_EQUALS -> "not " + value;
            case CONTAINS -> "to contain " + value;
            case NOT_CONTAINS -> "not to contain " + value;
            case MATCHES -> "to match " + value;
            case NOT_EMPTY -> "to be present and not empty";
            case EMPTY -> "to be absent or empty";
            case ANY -> "anything";
        };
    }

    private static String shorten(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }
}
