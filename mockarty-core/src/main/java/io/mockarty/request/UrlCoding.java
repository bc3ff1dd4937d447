package io.mockarty.request;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
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
        StringBuilder decoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (isEscape(text, i)) {
                int end = i + 3;
                while (isEscape(text, end)) {
                    end += 3;
                }
                decoded.append(new String(bytes(text, i, end), charset));
                i = end;
            } else {
                char c = text.charAt(i++);
                decoded.append(c == '+' && plusIsSpace ? ' ' : c);
            }
        }
        return decoded.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    /** The bytes that a run of escapes stands for. */
    private static byte[] bytes(String text, int from, int to) {
        byte[] bytes = new byte[(to - from) / 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) HexFormat.fromHexDigits(text, from + 3 * i + 1, from + 3 * i + 3);
        }
        return bytes;
    }
}
