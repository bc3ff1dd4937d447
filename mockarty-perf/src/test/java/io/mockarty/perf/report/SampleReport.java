package io.mockarty.perf.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as a run of a shop's script gives it. */
final class SampleReport {

    private SampleReport() {}

    static Map<String, Object> checkout(int points) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", "checkout.js");
        report.put("status", "failed");
        report.put("startedAt", "2026-11-24T09:30:00Z");
        report.put("finishedAt", "2026-11-24T09:35:00.412Z");
        report.put("duration_ms", 300_412.5);
        report.put("mode", "performance");
        report.put("engine", Map.of("version", "0.1.0", "javascript", "GraalJS 25.0.1 interpreter", "jvm", "17.0.15"));
        report.put(
                "warnings", List.of("The generator was the bottleneck: CPU 98 % for 12 s. Latencies may be too high."));
        report.put(
                "options",
                Map.of(
                        "stages",
                        List.of(Map.of("duration", "30s", "target", 50L), Map.of("duration", "4m", "target", 50L))));
        report.put("summary", summary());
        report.put(
                "thresholds",
                List.of(
                        threshold("http_req_duration", "p(95) < 500", false, 612.89),
                        threshold("http_req_duration", "avg < 200", true, 187.34),
                        threshold("http_req_failed", "rate < 0.01", true, 0.0042),
                        threshold("checks", "rate > 0.95", true, 0.985)));
        report.put(
                "checks",
                List.of(
                        check("status is 200", "::login", 4_988, 12),
                        check("has a token", "::login", 5_000, 0),
                        check("order was created", "::checkout::pay", 4_900, 100)));
        report.put(
                "groups",
                List.of(
                        Map.of("path", "::login", "count", 5_000L, "avg", 120.5, "p95", 340.2),
                        Map.of("path", "::checkout::pay", "count", 5_000L, "avg", 410.25, "p95", 901.75)));
        report.put("timeseries", series(points));
        report.put(
                "errors",
                List.of(
                        Map.of("message", "POST https://shop.example/orders: connection reset by peer", "count", 58L),
                        Map.of(
                                "message",
                                "POST https://shop.example/orders: request timed out after 60s",
                                "count",
                                5L)));
        return report;
    }

    private static Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("http_req_duration", trend(187.34, 15_000));
        summary.put("http_req_waiting", trend(181.1, 15_000));
        summary.put("iteration_duration", trend(1_204.6, 5_000));
        summary.put("http_reqs", Map.of("count", 15_000L, "rate", 49.93));
        summary.put("http_req_failed", Map.of("rate", 0.0042, "passes", 63L, "fails", 14_937L));
        summary.put("data_sent", Map.of("count", 4_812_000L, "rate", 16_018.2));
        summary.put("data_received", Map.of("count", 96_240_000L, "rate", 320_359.8));
        summary.put("vus", Map.of("value", 3L, "min", 1L, "max", 50L));
        summary.put("vus_max", 50L);
        summary.put("iterations", Map.of("count", 5_000L, "rate", 16.64));
        summary.put("checks", Map.of("rate", 99.25, "passes", 14_888L, "fails", 112L));
        summary.put("stddev_ms", 141.2);
        summary.put("cv_pct", 75.4);
        summary.put("throughput_stability_cv", 0.12);
        summary.put("apdex", apdex(0.92, "Good", 13_400, 1_100, 500));
        summary.put(
                "per_route_stats",
                List.of(
                        route("GET /products/{id}", 5_000, 0, 62.4, apdex(0.99, "Excellent", 4_950, 50, 0)),
                        route("POST /orders", 5_000, 0.0126, 380.9, apdex(0.78, "Fair", 3_600, 900, 500)),
                        route("POST /login", 5_000, 0, 118.7, apdex(0.98, "Excellent", 4_850, 150, 0))));
        return summary;
    }

    private static Map<String, Object> trend(double average, long count) {
        Map<String, Object> trend = new LinkedHashMap<>();
        trend.put("avg", average);
        trend.put("min", average / 20);
        trend.put("med", average * 0.8);
        trend.put("max", average * 12);
        trend.put("p90", average * 2.2);
        trend.put("p95", average * 3.27);
        trend.put("p99", average * 5.5);
        trend.put("count", count);
        return trend;
    }

    private static Map<String, Object> route(
            String name, long count, double errors, double average, Map<String, Object> apdex) {
        Map<String, Object> route = new LinkedHashMap<>();
        route.put("route", name);
        route.putAll(trend(average, count));
        route.put("err_rate", errors);
        route.put("apdex", apdex);
        return route;
    }

    private static Map<String, Object> apdex(
            double score, String rating, long satisfied, long tolerating, long frustrated) {
        return Map.of(
                "score", score,
                "rating", rating,
                "satisfied", satisfied,
                "tolerating", tolerating,
                "frustrated", frustrated,
                "total", satisfied + tolerating + frustrated,
                "thresholdT", 500L);
    }

    private static Map<String, Object> threshold(String metric, String expression, boolean ok, double actual) {
        return Map.of("metric", metric, "expression", expression, "ok", ok, "actual", actual, "line", "");
    }

    static Map<String, Object> check(String name, String group, long passes, long fails) {
        return Map.of("name", name, "group", group, "passes", passes, "fails", fails);
    }

    private static List<Object> series(int points) {
        List<Object> series = new ArrayList<>();
        for (int i = 1; i <= points; i++) {
            double load = Math.min(1, i / (points * 0.2));
            double wave = Math.sin(i / 3.0) * 12 + Math.sin(i * 1.7) * 9;
            series.add(Map.of(
                    "time_s",
                    i * 3.0,
                    "avg_ms",
                    90 + 80 * load + wave,
                    "p95_ms",
                    240 + 260 * load + wave * 6,
                    "rps",
                    52 * load + wave / 4,
                    "vus",
                    (long) (50 * load),
                    "error_rate",
                    i % 17 == 0 ? 0.03 : i % 11 == 0 ? 0.01 : 0.0));
        }
        return series;
    }
}
