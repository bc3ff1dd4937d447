package io.mockarty.request;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Percent-encoding (RFC 3986, and the form encoding of the URL standard), decoded exactly once. An escape that is not
 * two hexadecimal digits stays as it is; bytes that are not valid in the charset become U+FFFD.
 */
final class UrlCoding {

    private UrlCoding() {}

    /** Splits a raw path at its slashes and decodes each segment, so that {@code %2F} stays inside its segment. */
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>(6);
        int from = 1;
        while (from <= rawPath.length()) {
            int slash = rawPath.indexOf('/', from);
            int end = slash < 0 ? rawPath.length() : slash;
            segments.add(decode(rawPath.substring(from, end), false, StandardCharsets.UTF_8));
            from = end + 1;
        }
        return segments;
    }

    /** Reads {@code a=1&b=2}, in order; a name without {@code =} has the value "". */
    static Map<String, List<String>> parameters(String encoded, Charset charset) {
        if (encoded.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters
                    .computeIfAbsent(decode(name, true, charset), key -> new ArrayList<>(1))
                    .add(decode(value, true, charset));
        }
        return parameters;
    }

    static String decode(String text, boolean plusIsSpace, Charset charset) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
            return text;
        }
        byte[] source = text.getBytes(charset);
        byte[] decoded = new byte[source.length];
        int length = 0;
        for (int i = 0; i < source.length; i++) {
            byte b = source[i];
            if (b == '%' && i + 2 < source.length && hex(source[i + 1]) >= 0 && hex(source[i + 2]) >= 0) {
                b = (byte) (hex(source[i + 1]) << 4 | hex(source[i + 2]));
                i += 2;
            } else if (b == '+' && plusIsSpace) {
                b = ' ';
            }
            decoded[length++] = b;
        }
        return new String(decoded, 0, length, charset);
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
