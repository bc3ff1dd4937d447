package io.mockarty.perf.report;

import io.mockarty.perf.metric.MetricSummary.Count;
import io.mockarty.perf.metric.MetricSummary.Level;
import io.mockarty.perf.metric.MetricSummary.Share;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.plan.Options.ReportOptions;
import io.mockarty.perf.threshold.ThresholdResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The summaries of k6 as JSON values, for scripts and tools that read those. */
public final class K6Summary {

    private static final double MILLIS = 1_000;

    private final Snapshot snapshot;
    private final Map<String, List<ThresholdResult>> thresholds;
    private final ReportOptions options;

    /**
     * Creates the summaries of a run.
     *
     * @param snapshot everything that was measured
     * @param thresholds whether the thresholds were achieved
     * @param options which figures of trends there are
     */
    public K6Summary(Snapshot snapshot, List<ThresholdResult> thresholds, ReportOptions options) {
        this.snapshot = snapshot;
        this.thresholds = thresholds.stream().collect(Collectors.groupingBy(ThresholdResult::metric));
        this.options = options;
    }

    /** {@return what {@code k6 run --summary-export} writes}. A threshold that is {@code true} there was crossed. */
    public Map<String, Object> exported() {
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (Snapshot.Entry entry : entries()) {
            Map<String, Object> values = values(entry, "value");
            List<ThresholdResult> results = thresholds.get(entry.name().toString());
            if (results != null) {
                Map<String, Object> crossed = new LinkedHashMap<>();
                results.forEach(result -> crossed.put(result.expression(), !result.ok()));
                values.put("thresholds", crossed);
            }
            metrics.put(entry.name().toString(), values);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("root_group", GroupTree.of(snapshot).byName());
        json.put("metrics", metrics);
        return json;
    }

    /**
     * {@return what {@code handleSummary} of a script is called with}
     *
     * @param stdoutTerminal whether the standard output is a terminal
     * @param stderrTerminal whether the standard error output is a terminal
     * @param setupData what {@code setup} returned, a JSON value
     */
    public Map<String, Object> handleSummaryData(
            boolean stdoutTerminal, boolean stderrTerminal, @Nullable Object setupData) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("summaryTrendStats", options.trendStats());
        shown.put("summaryTimeUnit", options.timeUnit() == null ? "" : options.timeUnit());
        shown.put("noColor", !stdoutTerminal);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("isStdOutTTY", stdoutTerminal);
        state.put("isStdErrTTY", stderrTerminal);
        state.put("testRunDurationMs", Numbers.plain(snapshot.seconds() * MILLIS));
        Map<String, Object> metrics = new LinkedHashMap<>();
        entries().forEach(entry -> metrics.put(entry.name().toString(), metric(entry)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("root_group", GroupTree.of(snapshot).inLists());
        json.put("options", shown);
        json.put("state", state);
        json.put("metrics", metrics);
        if (setupData != null) {
            json.put("setup_data", setupData);
        }
        return json;
    }

    private Map<String, Object> metric(Snapshot.Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", entry.metric().type().label());
        json.put("contains", entry.metric().kind().label());
        json.put("values", values(entry, "rate"));
        List<ThresholdResult> results = thresholds.get(entry.name().toString());
        if (results != null) {
            Map<String, Object> byExpression = new LinkedHashMap<>();
            results.forEach(result -> byExpression.put(result.expression(), Map.of("ok", result.ok())));
            json.put("thresholds", byExpression);
        }
        return json;
    }

    /** Metrics with samples, or with thresholds. */
    private List<Snapshot.Entry> entries() {
        return snapshot.metrics().stream()
                .filter(entry -> entry.samples() > 0
                        || thresholds.containsKey(entry.name().toString()))
                .toList();
    }

    private Map<String, Object> values(Snapshot.Entry entry, String nameOfShare) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (entry.summary() instanceof Count count) {
            values.put("count", Numbers.plain(count.count()));
            values.put("rate", Numbers.plain(entry.value("rate")));
        } else if (entry.summary() instanceof Level level) {
            values.put("value", Numbers.plain(level.value()));
            values.put("min", Numbers.plain(level.min()));
            values.put("max", Numbers.plain(level.max()));
        } else if (entry.summary() instanceof Share share) {
            values.put(nameOfShare, Numbers.plain(share.rate()));
            values.put("passes", share.passes());
            values.put("fails", share.fails());
        } else {
            options.trendStats().forEach(stat -> values.put(stat, Numbers.plain(entry.value(stat))));
        }
        return values;
    }
}
