package io.mockarty.perf.module.web;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.module.http.HttpSupport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param answer what the server answered, or null when it did not
 * @param body the body as text, empty when there is none
 * @param error what went wrong on the way, empty when nothing did
 * @param milliseconds from sending the request to the end of the answer
 */
record WebReply(@Nullable HttpAnswer answer, String body, String error, double milliseconds) {

    private static final int FIRST_ERROR = 400;

    int status() {
        return answer == null ? 0 : answer.status();
    }

    /** Whether there is no answer, or one with a status that says so. */
    boolean failed() {
        return !error.isEmpty() || status() == 0 || status() >= FIRST_ERROR;
    }

    @Nullable
    String header(String name) {
        return answer == null ? null : answer.headers().first(name);
    }

    /** What all responses have. */
    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("status", status());
        members.put("body", body);
        members.put("headers", answer == null ? Map.of() : HttpSupport.headers(answer));
        members.put("error", error);
        members.put("timings", Map.of("duration", milliseconds));
        return members;
    }
}
