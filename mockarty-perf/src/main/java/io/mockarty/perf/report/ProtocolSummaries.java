package io.mockarty.perf.report;

import io.mockarty.perf.metric.MetricSummary.Distribution;
import io.mockarty.perf.metric.MetricSummary.Share;
import io.mockarty.perf.metric.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report sums up for protocols other than HTTP, of those that were used. */
final class ProtocolSummaries {

    /** Requests with an answer: the name in the summary, counter, durations and failures. */
    private static final List<Calls> CALLS = List.of(
            new Calls("grpc_reqs", "grpc_reqs", "grpc_req_duration", "grpc_req_failed"),
            new Calls("soap_reqs", "soap_reqs", "soap_req_duration", "soap_req_failed"),
            new Calls("graphql_reqs", "graphql_reqs", "graphql_req_duration", "graphql_req_failed"),
            new Calls("mcp_reqs", "mcp_reqs", "mcp_req_duration", "mcp_req_failed"),
            new Calls("redis_cmds", "redis_commands", "redis_cmd_duration", "redis_cmd_failed"),
            new Calls("sql_queries", "sql_queries", "sql_query_duration", "sql_query_failed"),
            new Calls("smtp_msgs", "smtp_messages_sent", "smtp_send_duration", "smtp_send_failed"));

    private static final List<Broker> BROKERS = List.of(
            new Broker(
                    "kafka_msgs",
                    "kafka_messages_produced",
                    "kafka_messages_consumed",
                    "kafka_produce_failed",
                    "kafka_consume_failed"),
            new Broker(
                    "rmq_msgs",
                    "rmq_messages_published",
                    "rmq_messages_consumed",
                    "rmq_publish_failed",
                    "rmq_consume_failed"));

    private final Snapshot snapshot;

    private ProtocolSummaries(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    private record Broker(String name, String produced, String consumed, String notProduced, String notConsumed) {}

    private record Calls(String name, String counter, String durations, String failures) {}

    static void addTo(Map<String, Object> summary, Snapshot snapshot) {
        ProtocolSummaries protocols = new ProtocolSummaries(snapshot);
        CALLS.forEach(calls -> protocols.addCalls(summary, calls));
        BROKERS.forEach(broker -> protocols.addBroker(summary, broker));
        protocols.addWebSocket(summary);
        protocols.addEvents(summary);
    }

    private void addCalls(Map<String, Object> summary, Calls calls) {
        if (!used(calls.counter(), calls.failures())) {
            return;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", count(calls.counter()));
        json.put("rate", rate(calls.counter()));
        json.put("err_rate", share(calls.failures()));
        Distribution durations = trend(calls.durations());
        if (durations != null) {
            json.put("duration", ReportSummary.trend(durations));
        }
        summary.put(calls.name(), json);
    }

    private void addBroker(Map<String, Object> summary, Broker broker) {
        if (used(broker.produced(), broker.consumed(), broker.notProduced(), broker.notConsumed())) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("total", Numbers.plain(sum(broker.produced()) + sum(broker.consumed())));
            json.put("produced", count(broker.produced()));
            json.put("consumed", count(broker.consumed()));
            json.put("err_rate", share(broker.notProduced(), broker.notConsumed()));
            summary.put(broker.name(), json);
        }
    }

    private void addWebSocket(Map<String, Object> summary) {
        if (used("ws_sessions", "ws_connect_failed", "ws_connecting")) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("connections", count("ws_sessions"));
            json.put("sent", Numbers.plain(sum("ws_messages_sent") + sum("ws_msgs_sent")));
            json.put("received", Numbers.plain(sum("ws_messages_received") + sum("ws_msgs_received")));
            json.put("err_rate", share("ws_connect_failed"));
            summary.put("ws_msgs", json);
        }
    }

    private void addEvents(Map<String, Object> summary) {
        if (used("sse_connecting", "sse_events_received", "sse_connect_failed")) {
            Distribution connecting = trend("sse_connecting");
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("connections", Numbers.plain(connecting == null ? 0 : connecting.count()));
            json.put("events", count("sse_events_received"));
            json.put("err_rate", share("sse_connect_failed"));
            summary.put("sse_events", json);
        }
    }

    private boolean used(String... metrics) {
        return List.of(metrics).stream()
                .anyMatch(metric -> ReportSummary.measured(snapshot, metric).isPresent());
    }

    private double sum(String counter) {
        return ReportSummary.measured(snapshot, counter)
                .map(entry -> entry.summary().count())
                .orElse(0.0);
    }

    private Number count(String counter) {
        return Numbers.plain(sum(counter));
    }

    private Number rate(String counter) {
        return Numbers.plain(snapshot.seconds() > 0 ? sum(counter) / snapshot.seconds() : 0);
    }

    /** The share of failures among the samples of some rates. */
    private Number share(String... rates) {
        Share all = List.of(rates).stream()
                .flatMap(rate -> ReportSummary.measured(snapshot, rate).stream())
                .map(Snapshot.Entry::summary)
                .filter(Share.class::isInstance)
                .map(Share.class::cast)
                .reduce(new Share(0, 0), (a, b) -> new Share(a.passes() + b.passes(), a.fails() + b.fails()));
        return Numbers.plain(all.rate());
    }

    private @Nullable Distribution trend(String name) {
        return ReportSummary.measured(snapshot, name)
                .map(entry -> entry.summary() instanceof Distribution trend ? trend : null)
                .orElse(null);
    }
}
