package io.mockarty.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.SeriesPoint;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.plan.Options;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportTest {

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    private static Map<String, Object> summary(Map<String, Object> report) {
        return object(report.get("summary"));
    }

    @Test
    void has_the_figures_of_the_run() {
        ShopRun run = new ShopRun();
        Map<String, Object> report = RunReport.of(ShopRun.facts(), ShopRun.OPTIONS, run.snapshot(), run.results());

        assertThat(report)
                .containsEntry("name", "shop.js")
                .containsEntry("status", "failed")
                .containsEntry("startedAt", "2026-01-02T03:04:05Z")
                .containsEntry("finishedAt", "2026-01-02T03:04:15Z")
                .containsEntry("duration_ms", 10_000L)
                .containsEntry("mode", "performance")
                .doesNotContainKey("stoppedReason");
        Map<String, Object> summary = summary(report);
        assertThat(Json.write(summary.get("http_req_duration")))
                .isEqualTo("{\"avg\":424.96025,\"min\":12.5,\"med\":218.668,\"max\":1250.005,\"p90\":980.0035,"
                        + "\"p95\":1115.00425,\"p99\":1223.00485,\"count\":4}");
        assertThat(Json.write(summary.get("http_reqs"))).isEqualTo("{\"count\":4,\"rate\":0.4}");
        assertThat(Json.write(summary.get("http_req_failed"))).isEqualTo("{\"rate\":0.25,\"passes\":1,\"fails\":3}");
        assertThat(Json.write(summary.get("checks"))).isEqualTo("{\"rate\":80,\"passes\":4,\"fails\":1}");
        assertThat(Json.write(summary.get("vus"))).isEqualTo("{\"value\":1,\"min\":1,\"max\":2}");
        assertThat(summary).containsEntry("vus_max", 2L).containsKey("http_req_duration{name:login}");
        assertThat(Json.write(summary.get("apdex")))
                .isEqualTo("{\"score\":0.625,\"rating\":\"Poor\",\"satisfied\":2,\"tolerating\":1,\"frustrated\":1,"
                        + "\"total\":4,\"thresholdT\":100}");
        assertThat(Json.write(report.get("thresholds")))
                .startsWith("[{\"metric\":\"http_req_duration\",\"expression\":\"p(95) < 500\",\"ok\":false,"
                        + "\"actual\":1115.00425,\"line\":\"FAIL [http_req_duration] p(95) < 500: actual=1115.00\"},");
        assertThat(Json.write(report.get("checks")))
                .contains("{\"name\":\"has token\",\"group\":\"::login::form\",\"passes\":2,\"fails\":1}");
        assertThat(Json.write(report.get("groups")))
                .isEqualTo("[{\"path\":\"::login\",\"count\":1,\"avg\":100,\"p95\":100},"
                        + "{\"path\":\"::login::form\",\"count\":1,\"avg\":40,\"p95\":40}]");
        assertThat(Json.write(report.get("timeseries")))
                .startsWith("[{\"time_s\":3,\"avg_ms\":424.96025,\"p95_ms\":1115.00425,\"rps\":1.333333,\"vus\":2,"
                        + "\"error_rate\":0.25},");
        assertThat(report).containsEntry("errors", List.of(Map.of("message", "boom", "count", 3L)));
    }

    @Test
    void has_routes_with_figures_and_satisfaction_of_their_own() {
        ShopRun run = new ShopRun();
        Map<String, Object> report = RunReport.of(ShopRun.facts(), ShopRun.OPTIONS, run.snapshot(), run.results());
        List<?> routes = (List<?>) summary(report).get("per_route_stats");
        assertThat(routes).hasSize(2);
        assertThat(Json.write(routes))
                .contains("{\"route\":\"POST /orders\",\"count\":2,\"err_rate\":0.5,\"avg\":800.0025,")
                .contains("\"apdex\":{\"score\":0.25,\"rating\":\"Unacceptable\"");
        double deviation = ((Number) summary(report).get("stddev_ms")).doubleValue();
        assertThat(deviation).isBetween(492.5, 492.6);
        assertThat(((Number) summary(report).get("cv_pct")).doubleValue()).isBetween(115.8, 116.0);
    }

    @Test
    void says_why_a_run_ended_early() {
        ShopRun run = new ShopRun();
        RunFacts facts = ShopRun.facts();
        RunFacts stopped = new RunFacts(
                facts.name(),
                facts.startedAt(),
                facts.finishedAt(),
                "auto_stop: High error rate",
                false,
                facts.engine(),
                List.of(),
                Map.of());
        assertThat(RunReport.of(stopped, ShopRun.OPTIONS, run.snapshot(), List.of()))
                .containsEntry("status", "stopped")
                .containsEntry("stoppedReason", "auto_stop: High error rate");
        assertThat(RunReport.of(facts, ShopRun.OPTIONS, run.snapshot(), List.of()))
                .containsEntry("status", "completed");
    }

    @Test
    void has_the_key_figures_even_when_nothing_was_measured() {
        Measurements nothing = new Measurements(new MetricRegistry(), 1, List.of(), 500, List.of());
        Map<String, Object> report =
                RunReport.of(ShopRun.facts(), Options.of(Map.of(), Map.of()), nothing.snapshot(0), List.of());
        assertThat(report).containsEntry("mode", "functional");
        assertThat(Json.write(summary(report)))
                .isEqualTo("{\"http_req_duration\":{\"avg\":0,\"min\":0,\"med\":0,\"max\":0,\"p90\":0,\"p95\":0,"
                        + "\"p99\":0,\"count\":0},\"http_reqs\":{\"count\":0,\"rate\":0},"
                        + "\"http_req_failed\":{\"rate\":0,\"passes\":0,\"fails\":0},"
                        + "\"data_sent\":{\"count\":0,\"rate\":0},\"data_received\":{\"count\":0,\"rate\":0},"
                        + "\"vus\":{\"value\":0,\"min\":0,\"max\":0},\"vus_max\":0,"
                        + "\"iterations\":{\"count\":0,\"rate\":0},\"checks\":{\"rate\":0,\"passes\":0,\"fails\":0},"
                        + "\"stddev_ms\":0,\"cv_pct\":0,\"throughput_stability_cv\":0,"
                        + "\"apdex\":{\"score\":1,\"rating\":\"Excellent\",\"satisfied\":0,\"tolerating\":0,"
                        + "\"frustrated\":0,\"total\":0,\"thresholdT\":500},\"per_route_stats\":[]}");
    }

    @Test
    void sums_up_the_protocols_that_were_used() {
        MetricRegistry registry = new MetricRegistry();
        Measurements run = new Measurements(registry, 1, List.of(), 500, List.of());
        Recorder recorder = run.recorder();
        count(registry, recorder, "grpc_reqs", 4);
        recorder.add(registry.register("grpc_req_duration", MetricType.TREND, ValueKind.TIME), 12.3, Tags.EMPTY);
        recorder.add(registry.register("grpc_req_failed", MetricType.RATE), 0, Tags.EMPTY);
        recorder.add(registry.register("grpc_req_failed", MetricType.RATE), 1, Tags.EMPTY);
        count(registry, recorder, "kafka_messages_produced", 3);
        count(registry, recorder, "kafka_messages_consumed", 2);
        recorder.add(registry.register("kafka_produce_failed", MetricType.RATE), 0, Tags.EMPTY);
        recorder.add(registry.register("kafka_consume_failed", MetricType.RATE), 1, Tags.EMPTY);
        count(registry, recorder, "rmq_messages_published", 1);
        count(registry, recorder, "ws_sessions", 1);
        count(registry, recorder, "ws_messages_sent", 5);
        count(registry, recorder, "ws_msgs_sent", 2);
        count(registry, recorder, "ws_messages_received", 6);
        recorder.add(registry.register("sse_connecting", MetricType.TREND, ValueKind.TIME), 1, Tags.EMPTY);
        count(registry, recorder, "sse_events_received", 25);
        count(registry, recorder, "redis_commands", 9);
        registry.register("mcp_reqs", MetricType.COUNTER);

        Map<String, Object> summary =
                summary(RunReport.of(ShopRun.facts(), ShopRun.OPTIONS, run.snapshot(2), List.of()));
        assertThat(object(summary.get("grpc_reqs")))
                .containsEntry("count", 4L)
                .containsEntry("rate", 2L)
                .containsEntry("err_rate", 0.5)
                .containsKey("duration");
        assertThat(Json.write(summary.get("kafka_msgs")))
                .isEqualTo("{\"total\":5,\"produced\":3,\"consumed\":2,\"err_rate\":0.5}");
        assertThat(Json.write(summary.get("rmq_msgs")))
                .isEqualTo("{\"total\":1,\"produced\":1,\"consumed\":0,\"err_rate\":0}");
        assertThat(Json.write(summary.get("ws_msgs")))
                .isEqualTo("{\"connections\":1,\"sent\":7,\"received\":6,\"err_rate\":0}");
        assertThat(Json.write(summary.get("sse_events"))).isEqualTo("{\"connections\":1,\"events\":25,\"err_rate\":0}");
        assertThat(Json.write(summary.get("redis_cmds"))).isEqualTo("{\"count\":9,\"rate\":4.5,\"err_rate\":0}");
        assertThat(summary).doesNotContainKeys("mcp_reqs", "soap_reqs", "smtp_msgs");
    }

    private static void count(MetricRegistry registry, Recorder recorder, String name, double by) {
        recorder.add(registry.register(name, MetricType.COUNTER), by, Tags.EMPTY);
    }

    @Test
    void extreme_samples_do_not_break_it() {
        MetricRegistry registry = new MetricRegistry();
        Measurements run = new Measurements(registry, 1, List.of(), 500, List.of());
        run.recorder().add(registry.register("wide", MetricType.TREND), 1e300, Tags.EMPTY);
        run.recorder().add(registry.register("wide", MetricType.TREND), -1e300, Tags.EMPTY);
        run.recorder().add(registry.register("data_sent", MetricType.COUNTER, ValueKind.DATA), 1e17, Tags.EMPTY);
        Map<String, Object> report = RunReport.of(ShopRun.facts(), ShopRun.OPTIONS, run.snapshot(1), List.of());
        assertThat(Json.parse(Json.write(report))).isNotNull();
        Options.ReportOptions all = Options.of(Map.of("summaryTrendStats", List.of("stddev", "sum", "max")), Map.of())
                .report();
        assertThat(new TextSummary(all, false).write(run.snapshot(1), List.of()))
                .contains("wide", "100 PB");
    }

    @Test
    void throughput_is_stable_when_each_interval_has_as_many_requests() {
        assertThat(Stability.ofThroughput(List.of())).isZero();
        assertThat(Stability.ofThroughput(List.of(point(3, 10), point(6, 10), point(6.1, 80))))
                .isZero();
        assertThat(Stability.ofThroughput(List.of(point(3, 5), point(6, 15)))).isEqualTo(0.5);
        assertThat(Stability.ofThroughput(List.of(point(3, 0)))).isZero();
    }

    private static SeriesPoint point(double seconds, double perSecond) {
        return new SeriesPoint(seconds, 1, 1, perSecond, 1, 0);
    }
}
