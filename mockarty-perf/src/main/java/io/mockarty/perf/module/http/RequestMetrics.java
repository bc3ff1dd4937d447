package io.mockarty.perf.module.http;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpFailure;
import io.mockarty.perf.client.HttpTimings;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.RouteNames;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleContext.Position;
import io.mockarty.perf.module.http.Exchange.Hop;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts requests. Where the samples of equal requests go is worked out once. */
final class RequestMetrics {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MAX_KNOWN = 2_000;

    private final ModuleContext user;
    private final Metric requests;
    private final Metric failed;
    private final Metric duration;
    private final Metric responseTime;
    private final Metric blocked;
    private final Metric connecting;
    private final Metric tls;
    private final Metric sending;
    private final Metric waiting;
    private final Metric receiving;
    private final Metric sent;
    private final Metric received;
    private final Map<Kind, Places> known = new HashMap<>();

    RequestMetrics(ModuleContext user) {
        this.user = user;
        MetricRegistry registry = user.metrics();
        requests = registry.register("http_reqs", MetricType.COUNTER);
        failed = registry.register("http_req_failed", MetricType.RATE);
        duration = time(registry, "http_req_duration");
        responseTime = time(registry, "http_req_response_time");
        blocked = time(registry, "http_req_blocked");
        connecting = time(registry, "http_req_connecting");
        tls = time(registry, "http_req_tls_handshaking");
        sending = time(registry, "http_req_sending");
        waiting = time(registry, "http_req_waiting");
        receiving = time(registry, "http_req_receiving");
        sent = registry.register("data_sent", MetricType.COUNTER, ValueKind.DATA);
        received = registry.register("data_received", MetricType.COUNTER, ValueKind.DATA);
    }

    private static Metric time(MetricRegistry registry, String name) {
        return registry.register(name, MetricType.TREND, ValueKind.TIME);
    }

    /** Requests that are counted in the same places. */
    private record Kind(
            String method,
            String url,
            @Nullable String name,
            int status,
            int error,
            boolean expected,
            boolean judged,
            Tags tags,
            Tags own) {}

    void count(HttpTask task, Exchange exchange) {
        for (Hop hop : exchange.hops()) {
            count(task, hop);
        }
    }

    private void count(HttpTask task, Hop hop) {
        HttpAnswer answer = hop.answer();
        HttpFailure failure = hop.failure();
        int status = answer == null ? 0 : answer.status();
        ExpectedStatuses judge = task.settings().expected();
        boolean expected = answer != null && (judge == null || judge.contain(status));
        boolean first = hop.call().uri().equals(task.uri());
        Kind kind = new Kind(
                hop.call().method(),
                first ? task.url() : hop.call().uri().toString(),
                task.name(),
                status,
                failure != null ? failure.code() : status >= 400 ? 1000 + status : 0,
                expected,
                judge != null,
                user.tags(),
                task.settings().tags());
        Places places = known.get(kind);
        if (places == null) {
            if (known.size() >= MAX_KNOWN) {
                known.clear();
            }
            places = new Places(kind, answer, failure);
            known.put(kind, places);
        }
        HttpTimings timings = answer != null
                ? answer.timings()
                : Objects.requireNonNull(failure).timings();
        places.add(timings, answer);
    }

    /** Where the samples of one kind of requests go. */
    private final class Places {

        private final boolean judged;
        private final boolean isFailure;
        private final Recorder.Series toRequests;
        private final Recorder.Series toFailed;
        private final Recorder.Series toDuration;
        private final Recorder.Series toResponseTime;
        private final Recorder.Series toBlocked;
        private final Recorder.Series toConnecting;
        private final Recorder.Series toTls;
        private final Recorder.Series toSending;
        private final Recorder.Series toWaiting;
        private final Recorder.Series toReceiving;
        private final Recorder.Series toSent;
        private final Recorder.Series toReceived;
        private final Recorder.Route route;

        Places(Kind kind, @Nullable HttpAnswer answer, @Nullable HttpFailure failure) {
            judged = kind.judged();
            isFailure = !kind.expected();
            Tags tags = kind.tags().with(tags(kind, answer, failure));
            Recorder recorder = user.recorder();
            toRequests = recorder.series(requests, tags);
            toFailed = recorder.series(failed, tags);
            toDuration = recorder.series(duration, tags);
            toResponseTime = recorder.series(responseTime, tags);
            toBlocked = recorder.series(blocked, tags);
            toConnecting = recorder.series(connecting, tags);
            toTls = recorder.series(tls, tags);
            toSending = recorder.series(sending, tags);
            toWaiting = recorder.series(waiting, tags);
            toReceiving = recorder.series(receiving, tags);
            toSent = recorder.series(sent, kind.tags());
            toReceived = recorder.series(received, kind.tags());
            String name = kind.name();
            route = recorder.route(kind.method() + " "
                    + (name == null || name.contains("://")
                            ? RouteNames.normalize(name == null ? kind.url() : name)
                            : name));
        }

        private Map<String, String> tags(Kind kind, @Nullable HttpAnswer answer, @Nullable HttpFailure failure) {
            Map<String, String> tags = new TreeMap<>();
            tags.put("method", kind.method());
            tags.put("url", kind.name() != null && kind.name().contains("://") ? kind.name() : kind.url());
            tags.put("name", kind.name() == null ? kind.url() : kind.name());
            tags.put("status", Integer.toString(kind.status()));
            if (kind.judged()) {
                tags.put("expected_response", Boolean.toString(kind.expected()));
            }
            if (kind.error() != 0) {
                tags.put("error_code", Integer.toString(kind.error()));
            }
            if (failure != null) {
                tags.put("error", String.valueOf(failure.getMessage()));
            }
            if (answer != null) {
                tags.put("proto", answer.protocol());
                String version = answer.peer().tlsVersion();
                if (version != null) {
                    tags.put("tls_version", TlsNames.version(version));
                }
            }
            tags.putAll(kind.own().asMap());
            return tags;
        }

        void add(HttpTimings timings, @Nullable HttpAnswer answer) {
            double milliseconds = timings.duration() / NANOS_PER_MILLI;
            Position position = user.position();
            double late = Math.max(0, position.started() - position.intendedStart()) / NANOS_PER_MILLI;
            toRequests.add(1);
            if (judged) {
                toFailed.add(isFailure ? 1 : 0);
            }
            toDuration.add(milliseconds);
            toResponseTime.add(milliseconds + late);
            toBlocked.add(timings.blocked() / NANOS_PER_MILLI);
            toConnecting.add(timings.connecting() / NANOS_PER_MILLI);
            toTls.add(timings.tls() / NANOS_PER_MILLI);
            toSending.add(timings.sending() / NANOS_PER_MILLI);
            toWaiting.add(timings.waiting() / NANOS_PER_MILLI);
            toReceiving.add(timings.receiving() / NANOS_PER_MILLI);
            if (answer != null) {
                toSent.add((double) answer.sent());
                toReceived.add((double) answer.received());
            }
            route.add(milliseconds, judged && isFailure);
        }
    }
}
