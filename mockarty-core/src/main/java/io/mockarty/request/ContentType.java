package io.mockarty.request;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A media type with its parameters (RFC 9110 section 8.3.1), also used for other headers of that shape.
 *
 * @param mediaType type and subtype in lower case, empty when unknown
 * @param parameters the parameters, names in lower case
 */
record ContentType(String mediaType, Map<String, String> parameters) {

    static ContentType parse(String header) {
        int semicolon = header.indexOf(';');
        String mediaType = semicolon < 0 ? header : header.substring(0, semicolon);
        return new ContentType(
                mediaType.trim().toLowerCase(Locale.ROOT),
                semicolon < 0 ? Map.of() : parameters(header, semicolon + 1));
    }

    private static Map<String, String> parameters(String header, int from) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = from;
        while (at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            // What has no value is no parameter: skip it.
            int start = Math.max(at, header.lastIndexOf(';', equals) + 1);
            String name = header.substring(start, equals).trim().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            at = value(header, equals + 1, value);
            parameters.putIfAbsent(name, value.toString());
        }
        return parameters;
    }

    /** Reads a token or a quoted string and returns where the next parameter starts. */
    private static int value(String header, int from, StringBuilder value) {
        int at = from;
        while (at < header.length() && header.charAt(at) == ' ') {
            at++;
        }
        boolean quoted = at < header.length() && header.charAt(at) == '"';
        if (!quoted) {
            int end = header.indexOf(';', at);
            value.append(header.substring(at, end < 0 ? header.length() : end).trim());
            return end < 0 ? header.length() : end + 1;
        }
        at++;
        while (at < header.length() && header.charAt(at) != '"') {
            if (header.charAt(at) == '\\' && at + 1 < header.length()) {
                at++;
            }
            value.append(header.charAt(at++));
        }
        int next = header.indexOf(';', at);
        return next < 0 ? header.length() : next + 1;
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    boolean isJson() {
        return mediaType.equals("application/json") || mediaType.endsWith("+json") || mediaType.equals("text/json");
    }

    boolean isXml() {
        return mediaType.equals("application/xml") || mediaType.endsWith("+xml") || mediaType.equals("text/xml");
    }

    boolean isText() {
        return mediaType.isEmpty() || mediaType.startsWith("text/") || isJson() || isXml();
    }

    /** The charset that is named, or UTF-8 when none is, or one that this JVM does not know. */
    Charset charset() {
        Charset named = namedCharset();
        return named == null ? StandardCharsets.UTF_8 : named;
    }

    /** The charset that is named, or null when none is, or one that this JVM does not know. */
    @Nullable
    Charset namedCharset() {
        String name = parameters.get("charset");
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
