package io.mockarty.repository.jdbc;

import io.mockarty.journal.JournalEntry;
import io.mockarty.json.Json;
import io.mockarty.repository.LoggedRequest;
import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and answers as JSON. A body that is UTF-8 stands there as text, any other in Base64. */
final class ExchangeCodec {

    private ExchangeCodec() {}

    static String write(LoggedRequest logged) {
        JournalEntry entry = logged.entry();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("node", logged.node());
        json.put("receivedAt", entry.receivedAt().toString());
        json.put("servedInNanos", entry.outcome().servedIn().toNanos());
        json.put("truncated", entry.outcome().truncated());
        json.put("request", json(entry.request()));
        json.put("reply", json(entry.reply()));
        return Json.write(json);
    }

    /** Reads what {@link #write(LoggedRequest)} wrote, together with what stands in columns. */
    static LoggedRequest logged(String source, long sequence, @Nullable String mockId, Instant arrivedAt) {
        Map<?, ?> json = object(Json.parse(source));
        JournalEntry.Outcome outcome = new JournalEntry.Outcome(
                Duration.ofNanos(number(json, "servedInNanos")), Boolean.TRUE.equals(json.get("truncated")));
        JournalEntry entry = new JournalEntry(
                sequence,
                Instant.parse(text(json, "receivedAt")),
                request(object(json.get("request"))),
                reply(object(json.get("reply"))),
                mockId,
                outcome);
        return new LoggedRequest(entry, text(json, "node"), arrivedAt);
    }

    static String write(MockRequest request) {
        return Json.write(json(request));
    }

    static MockRequest request(String source) {
        return request(object(Json.parse(source)));
    }

    private static Map<String, Object> json(MockRequest request) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", request.method());
        json.put("target", request.target());
        json.put("headers", headers(request.headers()));
        putBody(json, request.body().bytes());
        return json;
    }

    private static MockRequest request(Map<?, ?> json) {
        return MockRequest.of(text(json, "method"), text(json, "target"), headers(json), body(json));
    }

    private static Map<String, Object> json(MockReply reply) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", (long) reply.status());
        json.put("delayNanos", reply.delay().toNanos());
        json.put("headers", headers(reply.headers()));
        putBody(json, reply.body());
        return json;
    }

    private static MockReply reply(Map<?, ?> json) {
        return new MockReply(
                Math.toIntExact(number(json, "status")),
                headers(json),
                body(json),
                Duration.ofNanos(number(json, "delayNanos")));
    }

    private static List<List<String>> headers(Headers headers) {
        List<List<String>> fields = new ArrayList<>();
        headers.forEach((name, value) -> fields.add(List.of(name, value)));
        return fields;
    }

    private static Headers headers(Map<?, ?> json) {
        Headers.Builder headers = Headers.builder();
        if (json.get("headers") instanceof List<?> fields) {
            for (Object field : fields) {
                if (field instanceof List<?> pair) {
                    headers.add(Json.text(pair.get(0)), Json.text(pair.get(1)));
                }
            }
        }
        return headers.build();
    }

    private static void putBody(Map<String, Object> json, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)) {
            json.put("body", text);
        } else {
            json.put("bodyBase64", Base64.getEncoder().encodeToString(body));
        }
    }

    private static byte[] body(Map<?, ?> json) {
        return json.containsKey("bodyBase64")
                ? Base64.getDecoder().decode(text(json, "bodyBase64"))
                : text(json, "body").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? object : Map.of();
    }

    private static String text(Map<?, ?> json, String name) {
        return Json.text(json.get(name));
    }

    private static long number(Map<?, ?> json, String name) {
        return json.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
