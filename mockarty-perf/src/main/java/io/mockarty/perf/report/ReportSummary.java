package io.mockarty.perf.report;

import io.mockarty.perf.metric.Apdex;
import io.mockarty.perf.metric.MetricSummary;
import io.mockarty.perf.metric.MetricSummary.Count;
import io.mockarty.perf.metric.MetricSummary.Distribution;
import io.mockarty.perf.metric.MetricSummary.Level;
import io.mockarty.perf.metric.MetricSummary.Share;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.threshold.ThresholdResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The {@code summary} of a report. */
final class ReportSummary {

    /** In each report, whether they have samples or not. */
    private static final List<String> ALWAYS = List.of(
            "http_req_duration",
            "http_reqs",
            "http_req_failed",
            "data_sent",
            "data_received",
            "vus",
            "vus_max",
            "iterations",
            "checks");

    private static final double PERCENT = 100;
    private static final int SCORE_DECIMALS = 4;

    private ReportSummary() {}

    static Map<String, Object> of(Snapshot snapshot, List<ThresholdResult> thresholds) {
        Map<String, Object> summary = new LinkedHashMap<>();
        ALWAYS.forEach(name -> summary.put(name, empty(name)));
        Set<String> wanted = thresholds.stream().map(ThresholdResult::metric).collect(Collectors.toSet());
        for (Snapshot.Entry entry : snapshot.metrics()) {
            String name = entry.name().toString();
            if (entry.samples() > 0 || wanted.contains(name)) {
                summary.put(name, figures(name, entry.summary(), snapshot.seconds()));
            }
        }
        Distribution all = snapshot.allRoutes().durations();
        summary.put("stddev_ms", Numbers.plain(all.deviation()));
        summary.put("cv_pct", Numbers.plain(all.mean() == 0 ? 0 : all.deviation() / all.mean() * PERCENT));
        summary.put("throughput_stability_cv", Numbers.plain(Stability.ofThroughput(snapshot.series())));
        summary.put("apdex", apdex(snapshot.allRoutes().apdex()));
        summary.put(
                "per_route_stats",
                snapshot.routes().stream().map(RunReport::route).toList());
        ProtocolSummaries.addTo(summary, snapshot);
        return summary;
    }

    private static Object figures(String name, MetricSummary summary, double seconds) {
        if (name.equals("vus_max") && summary instanceof Level level) {
            return Numbers.plain(level.max());
        }
        if (name.equals("checks") && summary instanceof Share share) {
            return share(share, share.rate() * PERCENT);
        }
        if (summary instanceof Count count) {
            return count(count, seconds);
        }
        if (summary instanceof Level level) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("value", Numbers.plain(level.value()));
            json.put("min", Numbers.plain(level.min()));
            json.put("max", Numbers.plain(level.max()));
            return json;
        }
        if (summary instanceof Share share) {
            return share(share, share.rate());
        }
        return trend((Distribution) summary);
    }

    private static Map<String, Object> count(Count count, double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", Numbers.plain(count.count()));
        json.put("rate", Numbers.plain(seconds > 0 ? count.count() / seconds : 0));
        return json;
    }

    private static Map<String, Object> share(Share share, double rate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rate", Numbers.plain(rate));
        json.put("passes", share.passes());
        json.put("fails", share.fails());
        return json;
    }

    static Map<String, Object> trend(Distribution trend) {
        Map<String, Object> json = durations(trend);
        json.put("count", Numbers.plain(trend.count()));
        return json;
    }

    private static Object empty(String name) {
        if (name.equals("http_req_duration")) {
            Map<String, Object> json = new LinkedHashMap<>();
            List.of("avg", "min", "med", "max", "p90", "p95", "p99", "count").forEach(figure -> json.put(figure, 0L));
            return json;
        }
        MetricSummary none = switch (name) {
            case "http_req_failed", "checks" -> new Share(0, 0);
            case "vus", "vus_max" -> new Level(0, 0, 0);
            default -> new Count(0);
        };
        return figures(name, none, 0);
    }

    static Map<String, Object> durations(Distribution trend) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("avg", Numbers.plain(trend.mean()));
        json.put("min", Numbers.plain(trend.min()));
        json.put("med", Numbers.plain(trend.median()));
        json.put("max", Numbers.plain(trend.max()));
        json.put("p90", Numbers.plain(trend.percentile(90)));
        json.put("p95", Numbers.plain(trend.percentile(95)));
        json.put("p99", Numbers.plain(trend.percentile(99)));
        return json;
    }

    static Map<String, Object> apdex(Apdex apdex) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "score",
                Numbers.plain(Numbers.truncated(apdex.score(), SCORE_DECIMALS).doubleValue()));
        json.put("rating", apdex.rating());
        json.put("satisfied", apdex.satisfied());
        json.put("tolerating", apdex.tolerating());
        json.put("frustrated", apdex.frustrated());
        json.put("total", apdex.total());
        json.put("thresholdT", Numbers.plain(apdex.threshold()));
        return json;
    }

    /** A metric that has samples. */
    static Optional<Snapshot.Entry> measured(Snapshot snapshot, String name) {
        return snapshot.metrics().stream()
                .filter(entry -> entry.samples() > 0 && entry.name().toString().equals(name))
                .findFirst();
    }
}
