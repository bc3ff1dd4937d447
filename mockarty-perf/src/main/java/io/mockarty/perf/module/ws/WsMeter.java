package io.mockarty.perf.module.ws;

import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.RouteNames;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.module.ModuleContext;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Measures WebSockets under the names of the product, or under those of k6, which are others. Used by the thread of the
 * user only.
 */
final class WsMeter {

    private static final double NANOS_PER_MILLI = 1e6;

    private final ModuleContext user;
    private final Metric sessions;
    private final Metric connecting;
    private final Metric sent;
    private final Metric received;
    private final Metric dataSent;
    private final Metric dataReceived;
    private final @Nullable Metric failures;
    private final @Nullable Metric sending;
    private final @Nullable Metric receiving;
    private final @Nullable Metric session;
    private final @Nullable Metric ping;

    private WsMeter(ModuleContext user, boolean k6) {
        this.user = user;
        MetricRegistry registry = user.metrics();
        sessions = registry.register("ws_sessions", MetricType.COUNTER);
        connecting = time("ws_connecting");
        sent = registry.register(k6 ? "ws_msgs_sent" : "ws_messages_sent", MetricType.COUNTER);
        received = registry.register(k6 ? "ws_msgs_received" : "ws_messages_received", MetricType.COUNTER);
        dataSent = registry.register("data_sent", MetricType.COUNTER, ValueKind.DATA);
        dataReceived = registry.register("data_received", MetricType.COUNTER, ValueKind.DATA);
        failures = k6 ? null : registry.register("ws_connect_failed", MetricType.RATE);
        sending = k6 ? null : time("ws_send_duration");
        receiving = k6 ? null : time("ws_recv_duration");
        session = k6 ? time("ws_session_duration") : null;
        ping = k6 ? time("ws_ping") : null;
    }

    private Metric time(String name) {
        return user.metrics().register(name, MetricType.TREND, ValueKind.TIME);
    }

    static WsMeter ofProduct(ModuleContext user) {
        return new WsMeter(user, false);
    }

    static WsMeter ofK6(ModuleContext user) {
        return new WsMeter(user, true);
    }

    private static double millis(long nanos) {
        return Math.max(0, nanos) / NANOS_PER_MILLI;
    }

    /** Counts a connection that is open now. */
    Session connected(Target target, Link link, Tags around, long start) {
        HttpAnswer answer = link.head();
        Tags tags = connecting(target, answer, link.protocol(), around, System.nanoTime() - start, false);
        Recorder recorder = user.recorder();
        recorder.add(sessions, 1, tags);
        recorder.add(dataSent, (double) answer.sent(), around);
        recorder.add(dataReceived, (double) answer.received(), around);
        return new Session(tags, around, RouteNames.normalize(target.url()), start);
    }

    /** Counts a connection that could not be opened. */
    void failed(Target target, @Nullable HttpAnswer answer, Tags around, long start) {
        connecting(target, answer, "", around, System.nanoTime() - start, true);
    }

    private Tags connecting(
            Target target, @Nullable HttpAnswer answer, String protocol, Tags around, long nanos, boolean failed) {
        Map<String, String> more = new TreeMap<>();
        more.put("url", target.shownUrl());
        more.put("status", Integer.toString(answer == null ? 0 : answer.status()));
        if (!protocol.isEmpty()) {
            more.put("subproto", protocol);
        }
        more.putAll(target.tags().asMap());
        Tags tags = around.with(more);
        Recorder recorder = user.recorder();
        recorder.add(connecting, millis(nanos), tags);
        if (failures != null) {
            recorder.add(failures, failed ? 1 : 0, tags);
        }
        recorder.route("WS connect " + RouteNames.normalize(target.url())).add(millis(nanos), failed);
        return tags;
    }

    /** Measures what goes over one connection. */
    final class Session {

        private final Tags tags;
        private final long start;
        private final Recorder.Series toSent;
        private final Recorder.Series toReceived;
        private final Recorder.Series toDataSent;
        private final Recorder.Series toDataReceived;
        private final Recorder.Series @Nullable [] durations;
        private final Recorder.Route sendRoute;
        private final Recorder.Route receiveRoute;

        private Session(Tags tags, Tags around, String path, long start) {
            this.tags = tags;
            this.start = start;
            Recorder recorder = user.recorder();
            toSent = recorder.series(sent, tags);
            toReceived = recorder.series(received, tags);
            toDataSent = recorder.series(dataSent, around);
            toDataReceived = recorder.series(dataReceived, around);
            durations = sending == null || receiving == null
                    ? null
                    : new Recorder.Series[] {recorder.series(sending, tags), recorder.series(receiving, tags)};
            sendRoute = recorder.route("WS send " + path);
            receiveRoute = recorder.route("WS recv " + path);
        }

        /** Counts a message that was sent, or could not be. */
        void sent(int bytes, long nanos, boolean failed) {
            if (!failed) {
                toSent.add(1);
                toDataSent.add(bytes);
            }
            if (durations != null) {
                durations[0].add(millis(nanos));
            }
            sendRoute.add(millis(nanos), failed);
        }

        /** Counts a message that came in. */
        void received(int bytes) {
            toReceived.add(1);
            toDataReceived.add(bytes);
        }

        /** Counts how long a message was waited for, which failed when none came. */
        void waited(long nanos, boolean failed) {
            if (durations != null) {
                durations[1].add(millis(nanos));
            }
            receiveRoute.add(millis(nanos), failed);
        }

        /** Counts the answer to a ping. */
        void pong(long nanos) {
            if (ping != null) {
                user.recorder().add(ping, millis(nanos), tags);
            }
        }

        /** Counts the end. */
        void ended() {
            if (session != null) {
                user.recorder().add(session, millis(System.nanoTime() - start), tags);
            }
        }
    }
}
