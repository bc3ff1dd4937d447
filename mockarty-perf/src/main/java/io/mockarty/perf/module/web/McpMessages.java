package io.mockarty.perf.module.web;

import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages of JSON-RPC 2.0. */
final class McpMessages {

    private static final int METHOD_NOT_FOUND = -32601;

    private McpMessages() {}

    static Map<String, Object> request(long id, String method, Map<String, ?> params) {
        Map<String, Object> message = notification(method, params);
        message.put("id", id);
        return message;
    }

    static Map<String, Object> notification(String method, Map<String, ?> params) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("method", method);
        if (!params.isEmpty()) {
            message.put("params", params);
        }
        return message;
    }

    /** The response to a request among some messages: one, or an array of them; null when it is not there. */
    static @Nullable Map<?, ?> find(String text, long id) throws McpFailure {
        Object json = parse(text);
        for (Object each : json instanceof List<?> list ? list : List.of(json)) {
            if (each instanceof Map<?, ?> message && isResponse(message, id)) {
                return message;
            }
        }
        return null;
    }

    private static Object parse(String text) throws McpFailure {
        try {
            Object json = Json.parse(text);
            return json == null ? List.of() : json;
        } catch (JsonSyntaxException e) {
            throw McpFailure.lost("a message that is no JSON: " + e.getMessage());
        }
    }

    private static boolean isResponse(Map<?, ?> message, long id) {
        return !message.containsKey("method")
                && (message.get("id") instanceof Number number && number.longValue() == id
                        || Long.toString(id).equals(message.get("id")));
    }

    /** What to answer to a request of the server; null when a message is none. */
    static @Nullable Map<String, Object> answer(String text) throws McpFailure {
        if (!(parse(text) instanceof Map<?, ?> message)) {
            return null;
        }
        Object id = message.get("id");
        Object method = message.get("method");
        if (id == null || method == null) {
            return null;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        if (method.equals("ping")) {
            answer.put("result", Map.of());
        } else {
            answer.put("error", Map.of("code", METHOD_NOT_FOUND, "message", "this client cannot do " + method));
        }
        return answer;
    }

    /** The words of an error. */
    static String describe(Map<?, ?> error) {
        Object data = error.get("data");
        return "error " + error.get("code") + ": " + error.get("message")
                + (data == null ? "" : " " + Json.write(data));
    }
}
