package io.mockarty.request;

import io.mockarty.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data} (RFC 7578, RFC 2046 section 5.1) into an object with one member per part. A plain
 * field is a string, a JSON part its value, and a file an object with {@code filename}, {@code contentType},
 * {@code size} and {@code content} (text, or Base64 when it is not text). A name that comes several times holds an
 * array.
 */
final class Multipart {

    private static final String LINE_BREAK = "\r\n";

    private final String body;
    private final String delimiter;

    private Multipart(byte[] body, String boundary) {
        // Latin-1 keeps every byte, so that parts can be cut as text and turned back into bytes.
        this.body = LINE_BREAK + new String(body, StandardCharsets.ISO_8859_1);
        this.delimiter = LINE_BREAK + "--" + boundary;
    }

    static Map<String, @Nullable Object> read(byte[] body, String boundary) {
        return new Multipart(body, boundary).parts();
    }

    private Map<String, @Nullable Object> parts() {
        Map<String, List<@Nullable Object>> parts = new LinkedHashMap<>();
        int from = delimiterFrom(0);
        while (from >= 0 && !body.startsWith("--", from + delimiter.length())) {
            int start = from + delimiter.length();
            int end = delimiterFrom(start);
            if (end >= 0) {
                part(body.substring(body.indexOf(LINE_BREAK, start), end), parts);
            }
            from = end;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        parts.forEach((name, all) -> values.put(name, all.size() == 1 ? all.get(0) : all));
        return values;
    }

    /** Finds a delimiter that is the whole line, but for white space and the dashes of the last one. */
    private int delimiterFrom(int from) {
        int found = body.indexOf(delimiter, from);
        while (found >= 0) {
            int behind = found + delimiter.length();
            int lineEnd = body.indexOf(LINE_BREAK, behind);
            String rest = body.substring(behind, lineEnd < 0 ? body.length() : lineEnd);
            if (rest.startsWith("--") || rest.isBlank() && lineEnd >= 0) {
                return found;
            }
            found = body.indexOf(delimiter, behind);
        }
        return -1;
    }

    private static void part(String part, Map<String, List<@Nullable Object>> parts) {
        int headEnd = part.indexOf(LINE_BREAK + LINE_BREAK);
        if (headEnd < 0) {
            return;
        }
        Map<String, String> headers = headers(part.substring(0, headEnd));
        byte[] content = part.substring(headEnd + 4).getBytes(StandardCharsets.ISO_8859_1);
        ContentType disposition = ContentType.parse(headers.getOrDefault("content-disposition", ""));
        String name = disposition.parameter("name");
        if (name != null) {
            parts.computeIfAbsent(name, key -> new ArrayList<>(1))
                    .add(value(content, disposition.parameter("filename"), headers.get("content-type")));
        }
    }

    private static @Nullable Object value(byte[] content, @Nullable String filename, @Nullable String contentType) {
        ContentType type = ContentType.parse(contentType == null ? "text/plain" : contentType);
        if (filename == null) {
            return type.isJson() ? Json.parse(content) : new String(content, type.charset());
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("filename", filename);
        file.put("contentType", type.mediaType());
        file.put("size", (long) content.length);
        file.put(
                "content",
                type.isText()
                        ? new String(content, type.charset())
                        : Base64.getEncoder().encodeToString(content));
        return file;
    }

    private static Map<String, String> headers(String head) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : head.split(LINE_BREAK)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                byte[] value = line.substring(colon + 1).trim().getBytes(StandardCharsets.ISO_8859_1);
                headers.put(
                        line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                        new String(value, StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
