package io.mockarty.perf.report;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricSummary.Count;
import io.mockarty.perf.metric.MetricSummary.Distribution;
import io.mockarty.perf.metric.MetricSummary.Level;
import io.mockarty.perf.metric.MetricSummary.Share;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.threshold.ThresholdResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text format of Prometheus, version 0.0.4, with the names that k6 uses: {@code k6_http_reqs_total},
 * {@code k6_http_req_failed_rate}, {@code k6_http_req_duration_p95}, ... Times are in seconds. Submetrics have their
 * tags as labels.
 */
final class PrometheusText {

    private static final double MILLIS = 1_000;

    private final Map<String, Family> families = new LinkedHashMap<>();

    private PrometheusText() {}

    /** The samples of one name, which stand together. */
    private record Family(String type, StringBuilder samples) {}

    static String of(Snapshot snapshot, List<ThresholdResult> thresholds) {
        PrometheusText text = new PrometheusText();
        snapshot.metrics().stream().filter(entry -> entry.samples() > 0).forEach(text::add);
        for (ThresholdResult result : thresholds) {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("metric", result.metric());
            labels.put("threshold", result.expression());
            text.add("mockarty_threshold_ok", "gauge", labels, result.ok() ? 1 : 0);
        }
        return text.write();
    }

    private void add(Snapshot.Entry entry) {
        String name = "k6_" + entry.metric().name();
        Map<String, String> labels = entry.name().tags().asMap();
        if (entry.summary() instanceof Count count) {
            add(name + "_total", "counter", labels, count.count());
        } else if (entry.summary() instanceof Level level) {
            add(name, "gauge", labels, inSeconds(entry.metric(), level.value()));
        } else if (entry.summary() instanceof Share share) {
            add(name + "_rate", "gauge", labels, share.rate());
        } else {
            add(name, entry.metric(), labels, (Distribution) entry.summary());
        }
    }

    private void add(String name, Metric metric, Map<String, String> labels, Distribution trend) {
        add(name + "_count", "counter", labels, trend.count());
        add(name + "_sum", "gauge", labels, inSeconds(metric, trend.sum()));
        add(name + "_avg", "gauge", labels, inSeconds(metric, trend.mean()));
        add(name + "_min", "gauge", labels, inSeconds(metric, trend.min()));
        add(name + "_med", "gauge", labels, inSeconds(metric, trend.median()));
        add(name + "_max", "gauge", labels, inSeconds(metric, trend.max()));
        for (int percent : new int[] {90, 95, 99}) {
            add(name + "_p" + percent, "gauge", labels, inSeconds(metric, trend.percentile(percent)));
        }
    }

    private static double inSeconds(Metric metric, double value) {
        return metric.kind() == ValueKind.TIME ? value / MILLIS : value;
    }

    private void add(String name, String type, Map<String, String> labels, double value) {
        StringBuilder samples = families.computeIfAbsent(name, missing -> new Family(type, new StringBuilder()))
                .samples();
        samples.append(name);
        String separator = "{";
        for (Map.Entry<String, String> label : labels.entrySet()) {
            samples.append(separator)
                    .append(label.getKey().replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^([0-9])", "_$1"))
                    .append("=\"")
                    .append(escaped(label.getValue()))
                    .append('"');
            separator = ",";
        }
        samples.append(labels.isEmpty() ? " " : "} ").append(number(value)).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private String write() {
        StringBuilder text = new StringBuilder();
        families.forEach((name, family) -> text.append("# TYPE ")
                .append(name)
                .append(' ')
                .append(family.type())
                .append('\n')
                .append(family.samples()));
        return text.toString();
    }
}
