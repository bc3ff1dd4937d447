package io.mockarty.perf.module.web;

import io.mockarty.json.Json;
import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpClient.StreamedAnswer;
import io.mockarty.perf.client.HttpFailure;
import io.mockarty.perf.module.http.HttpSupport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** The transport that MCP calls Streamable HTTP: each message is a POST, answered with JSON or a stream of events. */
final class McpOverHttp implements McpTransport {

    private static final String SESSION = "Mcp-Session-Id";
    private static final long GOODBYE_NANOS = Duration.ofSeconds(2).toNanos();

    private final WebCalls calls;
    private final URI uri;
    private final Map<String, String> headers;
    private final Alarm alarm;
    private @Nullable String session;
    private @Nullable String version;

    /** Whether the server answers with JSON, so that answers can be read as a whole and connections kept. */
    private boolean plain;

    McpOverHttp(WebCalls calls, URI uri, Map<String, String> headers, Alarm alarm) {
        this.calls = calls;
        this.uri = uri;
        this.headers = headers;
        this.alarm = alarm;
    }

    @Override
    public void agreed(String agreed) {
        version = agreed;
    }

    private HttpCall call(String method, byte @Nullable [] body, long deadline) {
        Map<String, String> ofProtocol = new LinkedHashMap<>();
        ofProtocol.put("Accept", "application/json, text/event-stream");
        if (body != null) {
            ofProtocol.put("Content-Type", "application/json");
        }
        if (session != null) {
            ofProtocol.put(SESSION, session);
        }
        if (version != null) {
            ofProtocol.put("MCP-Protocol-Version", version);
        }
        return calls.call(
                method, uri, ofProtocol, headers, body, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }

    private static byte[] bytes(Map<String, Object> message) {
        return Json.write(message).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Map<?, ?> request(Map<String, Object> message, long id, long deadline) throws McpFailure {
        HttpCall call = call("POST", bytes(message), deadline);
        try {
            return plain ? whole(call, id) : streamed(call, id, deadline);
        } catch (McpFailure e) {
            throw e;
        } catch (IOException e) {
            calls.requireNotCutOff(call);
            throw McpFailure.lost(String.valueOf(e.getMessage()));
        }
    }

    private Map<?, ?> whole(HttpCall call, long id) throws IOException {
        HttpAnswer answer = calls.client().send(call);
        String text = HttpSupport.text(answer);
        requireSuccess(answer, text);
        if (!isEvents(answer)) {
            return required(McpMessages.find(text, id));
        }
        plain = false;
        for (SseEvent event : new SseParser().feed(text.toCharArray(), text.length())) {
            Map<?, ?> response = McpMessages.find(event.data(), id);
            if (response != null) {
                return response;
            }
        }
        return required(null);
    }

    private Map<?, ?> streamed(HttpCall call, long id, long deadline) throws IOException {
        StreamedAnswer answer = calls.client().stream(call);
        if (session == null) {
            session = answer.head().headers().first(SESSION);
        }
        if (!isEvents(answer.head())) {
            String text = read(answer, deadline);
            requireSuccess(answer.head(), text);
            plain = true;
            return required(McpMessages.find(text, id));
        }
        try (SseStream stream = new SseStream(answer, new SseParser(), alarm)) {
            requireSuccess(answer.head(), "");
            while (true) {
                SseEvent event = stream.next(deadline);
                if (event == null) {
                    calls.requireNotCutOff(call);
                    throw McpFailure.lost(
                            System.nanoTime() - deadline >= 0
                                    ? "no response in time"
                                    : "the stream ended without a response");
                }
                Map<?, ?> response = McpMessages.find(event.data(), id);
                if (response != null) {
                    return response;
                }
                Map<String, Object> reply = McpMessages.answer(event.data());
                if (reply != null) {
                    send(reply, deadline);
                }
            }
        }
    }

    private String read(StreamedAnswer answer, long deadline) throws IOException {
        ScheduledFuture<?> bell = alarm.at(deadline, answer.end());
        try {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            bell.cancel(false);
            answer.end().run();
        }
    }

    private static boolean isEvents(HttpAnswer answer) {
        String type = answer.headers().first("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
    }

    private static void requireSuccess(HttpAnswer answer, String text) throws McpFailure {
        if (answer.status() >= 300) {
            String words = text.strip();
            throw McpFailure.ofStatus(
                    answer.status(),
                    "status " + answer.status()
                            + (words.isEmpty() ? "" : ": " + words.substring(0, Math.min(200, words.length()))));
        }
    }

    private static Map<?, ?> required(@Nullable Map<?, ?> response) throws McpFailure {
        if (response == null) {
            throw McpFailure.lost("the answer has no response to the request");
        }
        return response;
    }

    @Override
    public void send(Map<String, Object> message, long deadline) throws McpFailure {
        HttpCall call = call("POST", bytes(message), deadline);
        try {
            HttpAnswer answer = calls.client().send(call);
            requireSuccess(answer, HttpSupport.text(answer));
        } catch (McpFailure e) {
            throw e;
        } catch (IOException e) {
            calls.requireNotCutOff(call);
            throw McpFailure.lost(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void sayGoodbye() {
        if (session == null) {
            return;
        }
        HttpCall call = call("DELETE", null, System.nanoTime() + GOODBYE_NANOS);
        try {
            calls.client().send(call);
        } catch (HttpFailure e) {
            // The server forgets the session by itself, sooner or later.
            calls.requireNotCutOff(call);
        }
    }

    @Override
    public void close() {
        session = null;
    }
}
