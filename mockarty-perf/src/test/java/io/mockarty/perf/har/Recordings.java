package io.mockarty.perf.har;

import io.mockarty.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small HAR files, one request each second. */
final class Recordings {

    private final List<Object> entries = new ArrayList<>();

    Recordings add(String method, String url, Map<String, String> headers, Map<String, ?> body, Object response) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", method);
        request.put("url", url);
        request.put("headers", headers(headers));
        if (!body.isEmpty()) {
            request.put("postData", body);
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("startedDateTime", "2026-11-24T09:30:%02d.000Z".formatted(entries.size()));
        entry.put("time", 1_000L);
        entry.put("request", request);
        entry.put("response", response);
        entries.add(entry);
        return this;
    }

    Recordings get(String url, Object response) {
        return add("GET", url, Map.of(), Map.of(), response);
    }

    static List<Object> headers(Map<String, String> headers) {
        List<Object> list = new ArrayList<>();
        headers.forEach((name, value) -> list.add(Map.of("name", name, "value", value)));
        return list;
    }

    static Map<String, Object> response(int status, String type, String text) {
        return Map.of(
                "status",
                (long) status,
                "headers",
                List.of(),
                "content",
                Map.of("mimeType", type, "size", (long) text.length(), "text", text));
    }

    static Map<String, Object> ok() {
        return response(200, "text/plain", "");
    }

    Path write(Path directory) {
        return write(directory, Json.write(Map.of("log", Map.of("version", "1.2", "entries", entries))));
    }

    static Path write(Path directory, String text) {
        try {
            return Files.writeString(directory.resolve("test.har"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String script(Path directory) throws IOException, InvalidHarException {
        return HarScript.write(write(directory), HarOptions.DEFAULTS);
    }
}
