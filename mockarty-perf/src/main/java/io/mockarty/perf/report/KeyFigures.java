package io.mockarty.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The handful of figures that stand at the top. A run without HTTP has them too, from its routes. */
final class KeyFigures {

    private static final double MILLIS = 1_000;
    private static final double PERCENT = 100;

    private final ReportNode report;
    private final ReportNode summary;

    private KeyFigures(ReportNode report) {
        this.report = report;
        this.summary = report.node("summary");
    }

    /**
     * One of them.
     *
     * @param label what it is
     * @param value the figure with its unit
     * @param note what helps to understand it; may be empty
     * @param kind {@code bad} when it should worry people, else empty
     */
    record Figure(String label, String value, String note, String kind) {}

    static List<Figure> of(ReportNode report) {
        return new KeyFigures(report).figures();
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(requests());
        duration(figures);
        double errors = errorRate();
        figures.add(new Figure("Errors", FigureText.percent(errors), "of all requests", errors > 0 ? "bad" : ""));
        ReportNode checks = summary.node("checks");
        if (checks.number("passes") + checks.number("fails") > 0) {
            figures.add(new Figure(
                    "Checks",
                    FigureText.percent(checks.number("rate") / PERCENT),
                    FigureText.number(checks.number("passes")) + " passed, " + FigureText.number(checks.number("fails"))
                            + " failed",
                    checks.number("fails") > 0 ? "bad" : ""));
        }
        figures.add(new Figure(
                "Users",
                FigureText.number(users()),
                "at most, " + FigureText.number(summary.node("iterations").number("count")) + " iterations",
                ""));
        double dropped = summary.node("dropped_iterations").number("count");
        if (dropped > 0) {
            figures.add(new Figure("Dropped", FigureText.number(dropped), "iterations that found no user", "bad"));
        }
        double received = summary.node("data_received").number("count");
        if (received > 0) {
            figures.add(new Figure(
                    "Received",
                    FigureText.bytes(received),
                    FigureText.bytes(summary.node("data_sent").number("count")) + " sent",
                    ""));
        }
        return figures;
    }

    private Figure requests() {
        double http = summary.node("http_reqs").number("count");
        double all = Math.max(http, routed());
        double seconds = report.number("duration_ms") / MILLIS;
        double rate =
                all == http && http > 0 ? summary.node("http_reqs").number("rate") : seconds > 0 ? all / seconds : 0;
        return new Figure("Requests", FigureText.number(all), FigureText.number(rate) + " per second", "");
    }

    private double routed() {
        return summary.nodes("per_route_stats").stream()
                .mapToDouble(route -> route.number("count"))
                .sum();
    }

    private void duration(List<Figure> figures) {
        String name = "http_req_duration";
        if (summary.node(name).number("count") == 0) {
            name = summary.json().entrySet().stream()
                    .filter(entry -> String.valueOf(entry.getKey()).matches("\\w+_duration"))
                    .filter(entry -> ReportNode.of(entry.getValue()).isTrend())
                    .filter(entry -> ReportNode.of(entry.getValue()).number("count") > 0)
                    .map(entry -> String.valueOf(entry.getKey()))
                    .filter(other -> !other.equals("iteration_duration") && !other.equals("group_duration"))
                    .findFirst()
                    .orElse("iteration_duration");
        }
        ReportNode trend = summary.node(name);
        if (!trend.isTrend()) {
            return;
        }
        String median = "median " + FigureText.millis(trend.number("med")) + ", max "
                + FigureText.duration(trend.number("max"));
        String label = name.equals("http_req_duration") ? "95 % within" : "95 % of " + name + " within";
        figures.add(new Figure(label, FigureText.millis(trend.number("p95")), median, ""));
    }

    private double errorRate() {
        ReportNode failed = summary.node("http_req_failed");
        List<ReportNode> routes = summary.nodes("per_route_stats");
        double all = routed();
        if (routes.isEmpty() || all == 0) {
            return failed.number("rate");
        }
        double errors = routes.stream()
                .mapToDouble(route -> route.number("count") * route.number("err_rate"))
                .sum();
        return summary.node("http_reqs").number("count") >= all ? failed.number("rate") : errors / all;
    }

    private double users() {
        Map<?, ?> all = summary.json();
        return all.get("vus_max") instanceof Number
                ? summary.number("vus_max")
                : Math.max(
                        summary.node("vus_max").number("max"),
                        summary.node("vus").number("max"));
    }
}
