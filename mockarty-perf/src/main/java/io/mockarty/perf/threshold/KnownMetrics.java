package io.mockarty.perf.threshold;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.text.Suggestions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The metrics that rules may name: those of the run, and the built-in ones, which k6 has in each run even when nothing
 * uses them.
 */
final class KnownMetrics {

    private static final Map<MetricType, String> BUILT_IN = Map.of(
            MetricType.COUNTER, """
            iterations dropped_iterations http_reqs data_sent data_received ws_sessions ws_msgs_sent ws_msgs_received
            ws_messages_sent ws_messages_received grpc_reqs soap_reqs graphql_reqs mcp_reqs sse_events_received
            kafka_messages_produced kafka_messages_consumed rmq_messages_published rmq_messages_consumed
            redis_commands sql_queries smtp_messages_sent grpc_streams grpc_streams_msgs_sent
            grpc_streams_msgs_received""", MetricType.GAUGE, "vus vus_max", MetricType.RATE, """
            checks http_req_failed grpc_req_failed soap_req_failed graphql_req_failed mcp_req_failed ws_connect_failed
            sse_connect_failed kafka_produce_failed kafka_consume_failed rmq_publish_failed rmq_consume_failed
            redis_cmd_failed sql_query_failed smtp_send_failed""", MetricType.TREND, """
            iteration_duration iteration_response_time group_duration http_req_duration http_req_response_time
            http_req_blocked http_req_connecting http_req_tls_handshaking http_req_sending http_req_waiting
            http_req_receiving ws_connecting ws_session_duration ws_ping ws_send_duration ws_recv_duration
            grpc_req_duration soap_req_duration graphql_req_duration mcp_req_duration sse_connecting
            kafka_produce_duration kafka_consume_duration rmq_publish_duration rmq_consume_duration
            redis_cmd_duration sql_query_duration smtp_send_duration""");

    private final Map<String, MetricType> types = new TreeMap<>();

    KnownMetrics(MetricRegistry registry) {
        BUILT_IN.forEach((type, names) -> Stream.of(names.split("\\s+")).forEach(name -> types.put(name, type)));
        for (Metric metric : registry.all()) {
            types.put(metric.name(), metric.type());
        }
    }

    Optional<MetricType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    Optional<String> nearest(String name) {
        return Suggestions.nearest(name, types.keySet());
    }
}
