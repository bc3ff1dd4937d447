package io.mockarty.perf;

import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.metric.Snapshot.CheckSummary;
import io.mockarty.perf.metric.Snapshot.Entry;
import io.mockarty.perf.threshold.ThresholdResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code handleSummary} gets, in the shape that k6 documents. */
final class SummaryData {

    private SummaryData() {}

    static Map<String, Object> of(LoadTestResult result) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("root_group", group("", "", result.snapshot()));
        data.put(
                "options",
                Map.of(
                        "summaryTrendStats",
                        result.options().report().trendStats(),
                        "summaryTimeUnit",
                        result.options().report().timeUnit() == null
                                ? ""
                                : result.options().report().timeUnit(),
                        "noColor",
                        false));
        data.put(
                "state",
                Map.of(
                        "isStdOutTTY", false,
                        "isStdErrTTY", false,
                        "testRunDurationMs", result.snapshot().seconds() * 1000));
        data.put("metrics", metrics(result));
        return data;
    }

    private static Map<String, Object> metrics(LoadTestResult result) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (Entry entry : result.snapshot().metrics()) {
            if (entry.samples() == 0 && thresholds(result, entry).isEmpty()) {
                continue;
            }
            Map<String, Object> metric = new LinkedHashMap<>();
            metric.put("type", entry.metric().type().label());
            metric.put("contains", entry.metric().kind().label());
            metric.put("values", values(entry, result.options().report().trendStats()));
            Map<String, Object> thresholds = thresholds(result, entry);
            if (!thresholds.isEmpty()) {
                metric.put("thresholds", thresholds);
            }
            metrics.put(entry.name().toString(), metric);
        }
        return metrics;
    }

    private static Map<String, Object> thresholds(LoadTestResult result, Entry entry) {
        Map<String, Object> thresholds = new LinkedHashMap<>();
        for (ThresholdResult threshold : result.thresholds()) {
            if (threshold.metric().equals(entry.name().toString())) {
                thresholds.put(threshold.expression(), Map.of("ok", threshold.ok()));
            }
        }
        return thresholds;
    }

    static Map<String, Object> values(Entry entry, List<String> trendStats) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> names = switch (entry.metric().type()) {
            case COUNTER -> List.of("count", "rate");
            case GAUGE -> List.of("value", "min", "max");
            case RATE -> List.of("rate", "passes", "fails");
            case TREND -> trendStats;
        };
        names.forEach(name -> values.put(name, entry.value(name)));
        return values;
    }

    private static Map<String, Object> group(String path, String name, Snapshot snapshot) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("name", name);
        group.put("path", path);
        group.put("id", id(path));
        List<Object> groups = new ArrayList<>();
        for (String child : children(path, snapshot)) {
            groups.add(group(path + "::" + child, child, snapshot));
        }
        group.put("groups", groups);
        List<Object> checks = new ArrayList<>();
        for (CheckSummary check : snapshot.checks()) {
            if (check.group().equals(path)) {
                String full = path + "::" + check.name();
                checks.add(Map.of(
                        "name", check.name(),
                        "path", full,
                        "id", id(full),
                        "passes", check.passes(),
                        "fails", check.fails()));
            }
        }
        group.put("checks", checks);
        return group;
    }

    private static List<String> children(String path, Snapshot snapshot) {
        List<String> paths = new ArrayList<>();
        snapshot.groups().forEach(group -> paths.add(group.path()));
        snapshot.checks().forEach(check -> paths.add(check.group()));
        return paths.stream()
                .filter(other -> other.startsWith(path + "::"))
                .map(other -> other.substring(path.length() + 2).split("::", 2)[0])
                .distinct()
                .sorted()
                .toList();
    }

    /** k6 identifies groups and checks by the MD5 of their path. */
    private static String id(String path) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("MD5 is missing in this JVM", e);
        }
    }
}
