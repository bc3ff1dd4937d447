package io.mockarty.perf.report;

import io.mockarty.perf.metric.RouteSummary;
import io.mockarty.perf.metric.SeriesPoint;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.threshold.ThresholdResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of a run as JSON values: times in milliseconds, data in bytes, rates from 0 to 1; only
 * {@code summary.checks.rate} and {@code cv_pct} are in percent.
 */
public final class RunReport {

    private static final double MILLIS = 1_000;

    private final RunFacts facts;
    private final Options options;
    private final Snapshot snapshot;
    private final List<ThresholdResult> thresholds;

    private RunReport(RunFacts facts, Options options, Snapshot snapshot, List<ThresholdResult> thresholds) {
        this.facts = facts;
        this.options = options;
        this.snapshot = snapshot;
        this.thresholds = thresholds;
    }

    /**
     * {@return the report of a run, for {@code Json.write}}
     *
     * @param facts what is not measured
     * @param options what was to be done
     * @param snapshot everything that was measured
     * @param thresholds whether the thresholds were achieved
     */
    public static Map<String, Object> of(
            RunFacts facts, Options options, Snapshot snapshot, List<ThresholdResult> thresholds) {
        return new RunReport(facts, options, snapshot, thresholds).report();
    }

    private Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", facts.name());
        report.put("status", status());
        report.put("startedAt", facts.startedAt().toString());
        report.put("finishedAt", facts.finishedAt().toString());
        report.put("duration_ms", Numbers.plain(snapshot.seconds() * MILLIS));
        if (facts.stoppedReason() != null) {
            report.put("stoppedReason", facts.stoppedReason());
        }
        report.put("mode", options.functional() ? "functional" : "performance");
        Map<String, Object> engine = new LinkedHashMap<>();
        engine.put("version", facts.engine().version());
        engine.put("javascript", facts.engine().javascript());
        engine.put("jvm", facts.engine().jvm());
        report.put("engine", engine);
        report.put("warnings", facts.warnings());
        report.put("options", options.json());
        report.put("summary", ReportSummary.of(snapshot, thresholds));
        report.put("thresholds", thresholds.stream().map(RunReport::threshold).toList());
        report.put("checks", snapshot.checks().stream().map(RunReport::check).toList());
        report.put("groups", snapshot.groups().stream().map(RunReport::group).toList());
        report.put(
                "timeseries", snapshot.series().stream().map(RunReport::point).toList());
        report.put("errors", errors());
        return report;
    }

    private String status() {
        if (facts.failed() || !thresholds.stream().allMatch(ThresholdResult::ok)) {
            return "failed";
        }
        return facts.stoppedReason() == null ? "completed" : "stopped";
    }

    private static Map<String, Object> threshold(ThresholdResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", result.metric());
        json.put("expression", result.expression());
        json.put("ok", result.ok());
        json.put("actual", Numbers.plain(result.actual()));
        json.put("line", result.line());
        return json;
    }

    private static Map<String, Object> check(Snapshot.CheckSummary check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", check.name());
        json.put("group", check.group());
        json.put("passes", check.passes());
        json.put("fails", check.fails());
        return json;
    }

    private static Map<String, Object> group(Snapshot.GroupSummary group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", group.path());
        json.put("count", Numbers.plain(group.durations().count()));
        json.put("avg", Numbers.plain(group.durations().mean()));
        json.put("p95", Numbers.plain(group.durations().percentile(95)));
        return json;
    }

    private static Map<String, Object> point(SeriesPoint point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time_s", Numbers.plain(point.seconds()));
        json.put("avg_ms", Numbers.plain(point.averageMillis()));
        json.put("p95_ms", Numbers.plain(point.p95Millis()));
        json.put("rps", Numbers.plain(point.perSecond()));
        json.put("vus", point.users());
        json.put("error_rate", Numbers.plain(point.errorRate()));
        return json;
    }

    private List<Object> errors() {
        List<Object> errors = new ArrayList<>();
        facts.errors().forEach((message, count) -> errors.add(Map.of("message", message, "count", count)));
        return errors;
    }

    /** A route with its figures. */
    static Map<String, Object> route(RouteSummary route) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("route", route.name());
        json.put("count", route.count());
        json.put("err_rate", Numbers.plain(route.errorRate()));
        json.putAll(ReportSummary.durations(route.durations()));
        json.put("apdex", ReportSummary.apdex(route.apdex()));
        return json;
    }
}
