package io.mockarty.perf.report;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.SampleListener;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.threshold.ThresholdReader;
import io.mockarty.perf.threshold.ThresholdResult;
import io.mockarty.perf.threshold.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The measurements of a small run: ten seconds, four requests, of which one is slow and one fails. */
final class ShopRun {

    static final Options OPTIONS = Options.of(Map.of("vus", 2, "duration", "10s"), Map.of());

    final MetricRegistry registry = new MetricRegistry();
    final Thresholds thresholds;
    final Measurements measurements;
    private final Recorder recorder;

    ShopRun(SampleListener... listeners) {
        Metric duration = registry.register("http_req_duration", MetricType.TREND, ValueKind.TIME);
        Metric orderTime = registry.register("order_time", MetricType.TREND);
        ThresholdReader reader = new ThresholdReader(registry);
        reader.threshold("http_req_duration", "p(95) < 500", false, Duration.ZERO);
        reader.threshold("http_req_failed", "rate<0.5", false, Duration.ZERO);
        reader.threshold("http_req_duration{name:login}", "max<100", false, Duration.ZERO);
        reader.threshold("http_reqs", "count>3", false, Duration.ZERO);
        reader.requireValid();
        thresholds = reader.thresholds();
        measurements = new Measurements(registry, 2, thresholds.submetrics(), 100, List.of(listeners));
        recorder = measurements.recorder();
        request(
                duration,
                87.336,
                "GET /users/{id}",
                Tags.EMPTY.with("name", "login").with("group", "::login"));
        request(duration, 12.5, "GET /users/{id}", Tags.EMPTY.with("expected_response", "true"));
        request(duration, 350, "POST /orders", Tags.EMPTY.with("expected_response", "true"));
        request(duration, 1250.005, "POST /orders", Tags.EMPTY.with("expected_response", "false"));
        rest();
        recorder.add(orderTime, 7.5, Tags.EMPTY);
        measurements.tick(3, 2);
        measurements.tick(10, 1);
    }

    private void request(Metric duration, double millis, String route, Tags tags) {
        boolean failed = "false".equals(tags.get("expected_response"));
        recorder.add(registry.register("http_reqs", MetricType.COUNTER), 1, tags);
        recorder.add(duration, millis, tags);
        recorder.add(registry.register("http_req_failed", MetricType.RATE), failed ? 1 : 0, tags);
        recorder.add(registry.register("data_sent", MetricType.COUNTER, ValueKind.DATA), 120, tags);
        recorder.add(registry.register("data_received", MetricType.COUNTER, ValueKind.DATA), 130_000, tags);
        recorder.add(registry.register("http_req_waiting", MetricType.TREND, ValueKind.TIME), millis, tags);
        recorder.route(route).add(millis, failed);
    }

    private void rest() {
        Metric checks = registry.register("checks", MetricType.RATE);
        Tags login = Tags.EMPTY.with("group", "::login");
        Tags form = Tags.EMPTY.with("group", "::login::form");
        recorder.add(checks, 1, login.with("check", "status is 200"));
        recorder.add(checks, 1, form.with("check", "has token"));
        recorder.add(checks, 0, form.with("check", "has token"));
        recorder.add(checks, 1, form.with("check", "has token"));
        recorder.add(checks, 1, Tags.EMPTY.with("check", "status is 200"));
        Metric groups = registry.register("group_duration", MetricType.TREND, ValueKind.TIME);
        recorder.add(groups, 100, login);
        recorder.add(groups, 40, form);
        recorder.add(registry.register("vus", MetricType.GAUGE), 2, Tags.EMPTY);
        recorder.add(registry.register("vus", MetricType.GAUGE), 1, Tags.EMPTY);
        recorder.add(registry.register("vus_max", MetricType.GAUGE), 2, Tags.EMPTY);
        recorder.add(registry.register("iterations", MetricType.COUNTER), 4, Tags.EMPTY);
        recorder.add(registry.register("iteration_duration", MetricType.TREND, ValueKind.TIME), 61_234.5, Tags.EMPTY);
        registry.register("dropped_iterations", MetricType.COUNTER);
        recorder.add(registry.register("orders", MetricType.COUNTER), 2, Tags.EMPTY);
    }

    Snapshot snapshot() {
        return measurements.snapshot(10);
    }

    List<ThresholdResult> results() {
        return thresholds.evaluate(snapshot());
    }

    static RunFacts facts() {
        return new RunFacts(
                "shop.js",
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-02T03:04:15Z"),
                null,
                false,
                new RunFacts.Engine("0.1.0", "GraalJS 25.0.1 interpreter", "17.0.15"),
                List.of("careful"),
                Map.of("boom", 3L));
    }
}
