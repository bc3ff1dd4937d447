package io.mockarty.perf.module.http;

import io.mockarty.perf.module.ScriptException;
import java.nio.charset.StandardCharsets;

/** Texts that go into the head of a request. */
final class Urls {

    private static final String PLAIN = "-._~:/?#[]@!$&'()*+,;=%";

    private Urls() {}

    /** Escapes what URLs must not contain as it is, as browsers do; what is escaped already stays. */
    static String escape(String url) {
        boolean clean = true;
        for (int i = 0; i < url.length() && clean; i++) {
            clean = isPlain(url.charAt(i));
        }
        if (clean) {
            return url;
        }
        StringBuilder escaped = new StringBuilder();
        for (byte single : url.strip().getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (single & 0xff);
            if (isPlain(character)) {
                escaped.append(character);
            } else {
                escaped.append('%').append(String.format("%02X", (int) character));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || PLAIN.indexOf(character) >= 0;
    }

    /** Refuses line breaks, with which a value could smuggle in headers. */
    static String headerValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\r' || value.charAt(i) == '\n') {
                throw new ScriptException("headers." + name + ": a value with a line break (expected: one line)");
            }
        }
        return value;
    }
}
