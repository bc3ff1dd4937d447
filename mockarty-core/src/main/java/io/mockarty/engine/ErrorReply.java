package io.mockarty.engine;

import io.mockarty.json.Json;
import io.mockarty.match.Mismatch;
import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers that the server gives by itself, in the error envelope of the wire contract. */
public final class ErrorReply {

    private ErrorReply() {}

    /**
     * Makes an error answer.
     *
     * @param status the status code
     * @param code the stable code, such as {@code validation}
     * @param message what went wrong, in words
     * @param requestId what the request is called in this answer
     * @return the answer, as JSON
     */
    public static MockReply of(int status, String code, String message, String requestId) {
        return json(status, envelope(code, message, requestId));
    }

    static MockReply allow(List<String> methods) {
        return new MockReply(204, Headers.of("Allow", String.join(", ", methods)), new byte[0]);
    }

    static MockReply noMatch(NoMatch report, MockRequest request, String requestId) {
        String message = "no mock in namespace " + report.namespace() + " matches " + report.request();
        if (prefersText(String.join(",", request.headers().all("Accept")))) {
            byte[] text = text(message, report).getBytes(StandardCharsets.UTF_8);
            return new MockReply(404, Headers.of("Content-Type", "text/plain; charset=utf-8"), text);
        }
        Map<String, Object> body = envelope("not_found", message, requestId);
        body.put("nearest", report.nearest().stream().map(ErrorReply::json).toList());
        body.put("hints", report.hints());
        return json(404, body);
    }

    private static Map<String, Object> envelope(String code, String message, String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", message);
        body.put("code", code);
        body.put("request_id", requestId);
        return body;
    }

    private static MockReply json(int status, Map<String, Object> body) {
        byte[] bytes = (Json.writePretty(body) + "\n").getBytes(StandardCharsets.UTF_8);
        return new MockReply(status, Headers.of("Content-Type", "application/json"), bytes);
    }

    private static Map<String, Object> json(NoMatch.NearMiss miss) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", miss.id());
        body.put("mock", miss.pattern());
        body.put("mismatches", miss.mismatches().stream().map(ErrorReply::json).toList());
        body.put("hints", miss.hints());
        return body;
    }

    private static Map<String, Object> json(Mismatch mismatch) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("field", mismatch.field());
        body.put("expected", mismatch.expected());
        body.put("actual", mismatch.actual());
        return body;
    }

    private static String text(String message, NoMatch report) {
        String nearest = nearest(report);
        return message + "\n" + hints(report) + (nearest.isEmpty() ? "" : "\n" + nearest);
    }

    /** Why no mock matched, in lines. */
    static String explanation(NoMatch report) {
        return hints(report) + nearest(report);
    }

    private static String hints(NoMatch report) {
        StringBuilder text = new StringBuilder();
        report.hints().forEach(hint -> text.append("hint: ").append(hint).append('\n'));
        return text.toString();
    }

    private static String nearest(NoMatch report) {
        StringBuilder text = new StringBuilder(report.nearest().isEmpty() ? "" : "nearest mocks:\n");
        int place = 0;
        for (NoMatch.NearMiss miss : report.nearest()) {
            text.append("  ").append(++place).append(". ").append(miss.pattern());
            text.append("  (").append(miss.id()).append(")\n");
            miss.mismatches()
                    .forEach(mismatch -> text.append("       ").append(mismatch).append('\n'));
            miss.hints()
                    .forEach(hint -> text.append("       hint: ").append(hint).append('\n'));
        }
        return text.toString();
    }

    private static boolean prefersText(String accept) {
        return quality(accept, "text/plain") > quality(accept, "application/json");
    }

    /** The quality a media type is accepted with (RFC 9110 section 12.5.1), wildcards left aside; 0 when not named. */
    private static double quality(String accept, String mediaType) {
        for (String range : accept.split(",")) {
            String[] parts = range.trim().split("\\s*;\\s*", -1);
            if (parts[0].equalsIgnoreCase(mediaType)) {
                for (int i = 1; i < parts.length; i++) {
                    if (parts[i].matches("q=[01](\\.\\d{0,3})?")) {
                        return Double.parseDouble(parts[i].substring(2));
                    }
                }
                return 1;
            }
        }
        return 0;
    }
}
