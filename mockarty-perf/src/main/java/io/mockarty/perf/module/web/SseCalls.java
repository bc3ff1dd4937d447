package io.mockarty.perf.module.web;

import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpClient.StreamedAnswer;
import io.mockarty.perf.client.HttpFailure;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.RouteNames;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.http.HttpSupport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Collects events that servers send. */
final class SseCalls {

    private static final String FUNCTION = "sse.connect";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** How long browsers wait before they connect again when the server does not say. */
    private static final int RETRY_MILLIS = 3_000;

    private static final int NO_CONTENT = 204;

    private final ModuleContext user;
    private final Metric received;
    private final Metric connecting;
    private final Metric failed;
    private final Metric data;
    private final WebCalls calls;

    SseCalls(ModuleContext user) {
        this.user = user;
        calls = new WebCalls(user);
        received = user.metrics().register("sse_events_received", MetricType.COUNTER);
        connecting = user.metrics().register("sse_connecting", MetricType.TREND, ValueKind.TIME);
        failed = user.metrics().register("sse_connect_failed", MetricType.RATE);
        data = user.metrics().register("data_received", MetricType.COUNTER, ValueKind.DATA);
    }

    /** What to connect to, and until when. */
    private record Subscription(
            URI uri, String method, byte @Nullable [] body, CallOptions call, int limit, boolean again, long end) {

        boolean over() {
            return System.nanoTime() - end >= 0;
        }

        Duration left() {
            return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        }

        boolean full(List<?> events) {
            return limit > 0 && events.size() >= limit;
        }
    }

    /** {@code connect(url, options)}. */
    Value connect(Value... arguments) {
        if (arguments.length == 0 || !arguments[0].isString()) {
            throw new ScriptException(FUNCTION + ": url: missing (expected: http://host/path)");
        }
        if (user.initializing()) {
            throw new ScriptException(FUNCTION + " (expected: in an iteration, setup or teardown)");
        }
        ScriptOptions options = CallOptions.of(user, FUNCTION, arguments.length > 1 ? arguments[1] : null);
        CallOptions call = CallOptions.read(options, TIMEOUT);
        String method = options.text("method");
        String body = options.text("body");
        int limit = (int) options.whole("limit", 0, 0, Integer.MAX_VALUE);
        boolean again = options.flag("reconnect", false);
        options.done();
        return collect(new Subscription(
                HttpSupport.uri(FUNCTION, arguments[0].asString()),
                method == null ? (body == null ? "GET" : "POST") : method.toUpperCase(java.util.Locale.ROOT),
                body == null ? null : body.getBytes(StandardCharsets.UTF_8),
                call,
                limit,
                again,
                System.nanoTime() + call.timeout().toNanos()));
    }

    private Value collect(Subscription subscription) {
        List<Object> events = new ArrayList<>();
        SseParser parser = new SseParser();
        String error = "";
        while (true) {
            Connection connection = open(subscription, parser);
            error = connection.error();
            if (connection.stream() != null) {
                read(connection.stream(), subscription, events);
            }
            boolean again = subscription.again() && !connection.last() && !subscription.full(events);
            if (!again || subscription.over()) {
                break;
            }
            double wait = parser.retry() > 0 ? parser.retry() : RETRY_MILLIS;
            user.sleep(Math.min(wait, subscription.left().toNanos() / 1e6) / 1e3);
            if (subscription.over()) {
                break;
            }
            parser.restart();
        }
        Value array = user.values().toScript(events);
        array.putMember("error", error);
        return array;
    }

    /** The outcome of connecting once; the last one when the server does not want more. */
    private record Connection(@Nullable SseStream stream, String error, boolean last) {}

    private Connection open(Subscription subscription, SseParser parser) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "text/event-stream");
        headers.put("Cache-Control", "no-cache");
        if (!parser.lastId().isEmpty()) {
            headers.put("Last-Event-ID", parser.lastId());
        }
        HttpCall call = calls.call(
                subscription.method(),
                subscription.uri(),
                headers,
                subscription.call().headers(),
                subscription.body(),
                subscription.left());
        long start = System.nanoTime();
        try {
            StreamedAnswer answer = calls.client().stream(call);
            int status = answer.head().status();
            boolean ok = SseStream.isOne(answer);
            count(subscription, start, status, !ok && status != NO_CONTENT);
            if (ok) {
                return new Connection(
                        new SseStream(answer, parser, user.shared("mockarty/sse alarm", Alarm::new)), "", false);
            }
            answer.end().run();
            return status == NO_CONTENT
                    ? new Connection(null, "", true)
                    : new Connection(
                            null,
                            "status " + status + ", content type "
                                    + answer.head().headers().first("Content-Type")
                                    + " (expected: status 200, text/event-stream)",
                            true);
        } catch (HttpFailure e) {
            calls.requireNotCutOff(call);
            count(subscription, start, 0, true);
            return new Connection(null, String.valueOf(e.getMessage()), false);
        }
    }

    private Tags tags(Subscription subscription, int status) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("url", subscription.uri().toString());
        tags.put("name", route(subscription));
        tags.put("status", Integer.toString(status));
        tags.putAll(subscription.call().tags());
        return user.tags().with(tags);
    }

    private static String route(Subscription subscription) {
        return "SSE " + RouteNames.normalize(subscription.uri());
    }

    private void count(Subscription subscription, long start, int status, boolean bad) {
        double milliseconds = WebCalls.since(start);
        Tags tags = tags(subscription, status);
        user.recorder().add(connecting, milliseconds, tags);
        user.recorder().add(failed, bad ? 1 : 0, tags);
        user.recorder().route(route(subscription)).add(milliseconds, bad);
    }

    private void read(SseStream stream, Subscription subscription, List<Object> events) {
        Tags tags = tags(subscription, 200);
        try (stream) {
            while (!subscription.full(events)) {
                SseEvent event = stream.next(subscription.end());
                if (event == null) {
                    break;
                }
                events.add(event.members());
                user.recorder().add(received, 1, tags);
                user.recorder().add(data, event.data().getBytes(StandardCharsets.UTF_8).length, tags);
            }
        }
        if (calls.client().isClosed()) {
            throw new ScriptException(FUNCTION + " " + subscription.uri() + " was cut off");
        }
    }
}
