package io.mockarty.perf.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The sections of the summary, in their order. The prefix of a metric says where it belongs. */
enum SummarySection {
    CUSTOM(),
    HTTP("http_req"),
    EXECUTION("vus", "iteration", "dropped_iterations"),
    NETWORK("data_sent", "data_received"),
    GRPC("grpc_"),
    WEBSOCKET("ws_"),
    SSE("sse_"),
    SOAP("soap_"),
    GRAPHQL("graphql_"),
    MCP("mcp_"),
    KAFKA("kafka_"),
    RABBITMQ("rmq_"),
    REDIS("redis_"),
    SQL("sql_"),
    SMTP("smtp_");

    /** Parts of a request, which most people do not look at. */
    private static final Set<String> PHASES = Set.of(
            "http_req_blocked",
            "http_req_connecting",
            "http_req_tls_handshaking",
            "http_req_sending",
            "http_req_waiting",
            "http_req_receiving");

    private static final Set<String> SHOWN_ELSEWHERE = Set.of("checks", "group_duration");

    private final List<String> prefixes;

    SummarySection(String... prefixes) {
        this.prefixes = List.of(prefixes);
    }

    static SummarySection of(String metric) {
        return Arrays.stream(values())
                .filter(section -> section.prefixes.stream().anyMatch(metric::startsWith))
                .findFirst()
                .orElse(CUSTOM);
    }

    static boolean shows(String metric) {
        return !isPhase(metric) && !SHOWN_ELSEWHERE.contains(metric);
    }

    static boolean isPhase(String metric) {
        return PHASES.contains(metric);
    }
}
