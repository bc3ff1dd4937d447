package io.mockarty.repository.jdbc;

import io.mockarty.json.Json;
import java.util.regex.Pattern;

/**
 * How names and keys are spelled in a database. PostgreSQL refuses NUL, and no database keeps half a surrogate pair; a
 * text with one of them, or with a backslash, is spelled as JSON has it. Such a text and no other holds a backslash, so
 * different texts stay different.
 */
final class StoredText {

    private static final char ESCAPE = '\\';
    private static final Pattern UNPRINTABLE =
            Pattern.compile("\0|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private StoredText() {}

    static String encode(String text) {
        if (!needsEscape(text)) {
            return text;
        }
        String json = Json.write(text);
        return json.substring(1, json.length() - 1);
    }

    static String decode(String stored) {
        return stored.indexOf(ESCAPE) < 0 ? stored : Json.text(Json.parse('"' + stored + '"'));
    }

    /**
     * Makes a text that is searched in, or for, fit for all databases: what they cannot keep becomes {@code U+FFFD}.
     */
    static String searchable(String text) {
        return needsEscape(text) ? UNPRINTABLE.matcher(text).replaceAll("\ufffd") : text;
    }

    private static boolean needsEscape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == ESCAPE || Character.isSurrogate(c) && isAlone(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlone(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
