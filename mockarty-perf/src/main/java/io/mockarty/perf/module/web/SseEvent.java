package io.mockarty.perf.module.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event that a server sent.
 *
 * @param id the last id that the server gave, or empty
 * @param event its type, {@code message} when the server gave none
 * @param data its text
 * @param retry how long to wait before a new connection, in milliseconds, or 0 when the server did not say
 */
record SseEvent(String id, String event, String data, int retry) {

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("event", event);
        members.put("data", data);
        members.put("retry", retry);
        return members;
    }
}
