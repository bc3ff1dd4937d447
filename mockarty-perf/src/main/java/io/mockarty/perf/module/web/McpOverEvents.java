package io.mockarty.perf.module.web;

import io.mockarty.json.Json;
import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpClient.StreamedAnswer;
import io.mockarty.perf.client.HttpFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The older transport of MCP, of the version 2024-11-05: a stream of events stays open, its first event says where to
 * POST messages, and the responses come as events.
 */
final class McpOverEvents implements McpTransport {

    private final WebCalls calls;
    private final Map<String, String> headers;
    private final SseStream stream;
    private final URI endpoint;
    private @Nullable String version;

    private McpOverEvents(WebCalls calls, Map<String, String> headers, SseStream stream, URI endpoint) {
        this.calls = calls;
        this.headers = headers;
        this.stream = stream;
        this.endpoint = endpoint;
    }

    static McpOverEvents open(WebCalls calls, URI uri, Map<String, String> headers, Alarm alarm, long deadline)
            throws McpFailure {
        HttpCall call = calls.call("GET", uri, Map.of("Accept", "text/event-stream"), headers, null, left(deadline));
        StreamedAnswer answer;
        try {
            answer = calls.client().stream(call);
        } catch (HttpFailure e) {
            calls.requireNotCutOff(call);
            throw McpFailure.lost(String.valueOf(e.getMessage()));
        }
        if (!SseStream.isOne(answer)) {
            answer.end().run();
            throw McpFailure.ofStatus(
                    answer.head().status(),
                    "status " + answer.head().status() + ", content type "
                            + answer.head().headers().first("Content-Type")
                            + " (expected: status 200, text/event-stream)");
        }
        SseStream stream = new SseStream(answer, new SseParser(), alarm);
        while (true) {
            SseEvent event = stream.next(deadline);
            if (event == null) {
                calls.requireNotCutOff(call);
                throw McpFailure.lost("no event \"endpoint\" came (expected: first in the stream)");
            }
            if (event.event().equals("endpoint")) {
                return new McpOverEvents(calls, headers, stream, resolve(uri, event.data()));
            }
        }
    }

    private static URI resolve(URI uri, String endpoint) throws McpFailure {
        try {
            return uri.resolve(endpoint.strip());
        } catch (IllegalArgumentException e) {
            throw McpFailure.lost("endpoint \"" + endpoint + "\" (expected: a URL)");
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    }

    @Override
    public void agreed(String agreed) {
        version = agreed;
    }

    @Override
    public void send(Map<String, Object> message, long deadline) throws McpFailure {
        Map<String, String> ofProtocol = new LinkedHashMap<>();
        ofProtocol.put("Content-Type", "application/json");
        if (version != null) {
            ofProtocol.put("MCP-Protocol-Version", version);
        }
        WebReply reply = calls.send(calls.call(
                "POST",
                endpoint,
                ofProtocol,
                headers,
                Json.write(message).getBytes(StandardCharsets.UTF_8),
                left(deadline)));
        if (!reply.error().isEmpty()) {
            throw McpFailure.lost(reply.error());
        }
        if (reply.failed()) {
            throw McpFailure.ofStatus(
                    reply.status(),
                    "status " + reply.status() + " " + reply.body().strip());
        }
    }

    @Override
    public Map<?, ?> request(Map<String, Object> message, long id, long deadline) throws McpFailure {
        send(message, deadline);
        while (true) {
            SseEvent event = stream.next(deadline);
            if (event == null) {
                if (calls.client().isClosed()) {
                    throw new io.mockarty.perf.module.ScriptException("mcp " + endpoint + " was cut off");
                }
                throw McpFailure.lost(
                        System.nanoTime() - deadline >= 0 ? "no response in time" : "the server ended the stream");
            }
            Map<?, ?> response = McpMessages.find(event.data(), id);
            if (response != null) {
                return response;
            }
            Map<String, Object> answer = McpMessages.answer(event.data());
            if (answer != null) {
                send(answer, deadline);
            }
        }
    }

    @Override
    public void sayGoodbye() {
        // The end of the stream is the end of the session.
    }

    @Override
    public void close() {
        stream.close();
    }
}
