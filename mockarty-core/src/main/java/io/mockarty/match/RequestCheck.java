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
        boolean textual = reader.isTextual(request);
        boolean fits = decode ? decodedFits(actual, textual) : expected.assertion.holds(actual, textual);
        return fits != expected.action.isNegation();
    }

    /** The equality that an index can look this condition up by; null when there is none. */
    @Nullable
    EqualityKey key() {
        boolean inOnePlace = !(reader instanceof BodyReader body) || body.isInBody();
        return expected.action == AssertAction.EQUALS && !decode && inOnePlace
                ? EqualityKey.of(reader, expected.value)
                : null;
    }

    private boolean decodedFits(@Nullable Object actual, boolean textual) {
        if (textual && actual instanceof List<?> several) {
            for (Object one : several) {
                if (expected.assertion.holds(decoded(one), false)) {
                    return true;
                }
            }
            return false;
        }
        return expected.assertion.holds(decoded(actual), false);
    }

    /** What the Base64 text, plain or URL-safe, says; null when it is none. */
    private @Nullable Object decoded(@Nullable Object actual) {
        if (!(actual instanceof String text)) {
            return null;
        }
        String plain;
        try {
            String standard = text.replace('-', '+').replace('_', '/');
            byte[] bytes = Base64.getDecoder().decode(standard.replaceAll("\\s", ""));
            plain = new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
        try {
            return expected.value == null || expected.value instanceof String ? plain : Json.parse(plain);
        } catch (JsonSyntaxException e) {
            return plain;
        }
    }

    Mismatch mismatch(MockRequest request) {
        return new Mismatch(field, describe(), describe(reader.read(request)));
    }

    private String describe(@Nullable Object actual) {
        Object shown = decode && !(actual instanceof List) ? decoded(actual) : actual;
        if (shown != null) {
            return shorten(Json.write(shown));
        }
        return actual == null ? "absent" : shorten(Json.write(actual)) + ", which is not Base64";
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
