package io.mockarty.perf.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changed from one report to another, and which limits that broke. Immutable. */
public final class Comparison {

    private static final List<String> ROUTE_FIGURES = List.of("count", "err_rate", "avg", "med", "p95", "p99", "max");
    private static final List<String> TREND = List.of("avg", "min", "med", "p90", "p95", "p99", "max", "count");

    private final ReportNode before;
    private final ReportNode after;
    private final List<Metric> metrics;
    private final List<Route> routes;
    private final List<Judged> limits;

    private Comparison(ReportNode before, ReportNode after, List<RegressionLimit> limits) {
        this.before = before;
        this.after = after;
        this.metrics = metrics(before.node("summary"), after.node("summary"));
        this.routes = routes(before.node("summary"), after.node("summary"));
        this.limits = limits.stream().map(this::judge).toList();
    }

    /** A figure of a metric. */
    record Metric(String metric, String stat, Change change) {}

    /** The figures of a route. */
    record Route(String name, Map<String, Change> figures) {}

    /** A limit and whether it was kept. */
    record Judged(RegressionLimit limit, Change change, boolean ok) {}

    /**
     * Compares two reports.
     *
     * @param before the old report as JSON values
     * @param after the new report as JSON values
     * @param limits how far which figures may move; a figure that is not in both reports breaks its limit
     * @return what changed
     * @throws IllegalArgumentException when one of them is no report
     */
    public static Comparison of(Map<String, Object> before, Map<String, Object> after, List<RegressionLimit> limits) {
        return new Comparison(report("old report", before), report("new report", after), limits);
    }

    private static ReportNode report(String which, Map<String, Object> json) {
        ReportNode report = ReportNode.of(json);
        if (report.node("summary").isEmpty()) {
            throw new IllegalArgumentException(
                    which + ": no member \"summary\" (expected: a report written by --out json:FILE)");
        }
        return report;
    }

    private static List<Metric> metrics(ReportNode before, ReportNode after) {
        List<Metric> metrics = new ArrayList<>();
        for (String name : names(before.json(), after.json())) {
            ReportNode old = before.node(name);
            ReportNode now = after.node(name);
            Set<String> stats = old.isTrend() || now.isTrend() ? new LinkedHashSet<>(TREND) : new LinkedHashSet<>();
            stats.addAll(names(old.json(), now.json()));
            stats.forEach(stat -> add(metrics, name, stat, Change.of(old, now, stat)));
            add(metrics, name, "value", Change.of(before, after, name));
        }
        return List.copyOf(metrics);
    }

    private static void add(List<Metric> metrics, String name, String stat, Change change) {
        if (!change.isNowhere()) {
            metrics.add(new Metric(name, stat, change));
        }
    }

    private static Set<String> names(Map<?, ?> before, Map<?, ?> after) {
        Set<String> names = new LinkedHashSet<>();
        before.keySet().forEach(name -> names.add(String.valueOf(name)));
        after.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    private static List<Route> routes(ReportNode before, ReportNode after) {
        Map<String, ReportNode> old = byName(before);
        Map<String, ReportNode> now = byName(after);
        List<Route> routes = new ArrayList<>();
        for (String name : names(old, now)) {
            Map<String, Change> figures = new LinkedHashMap<>();
            for (String figure : ROUTE_FIGURES) {
                figures.put(
                        figure,
                        Change.of(
                                old.getOrDefault(name, ReportNode.of(null)),
                                now.getOrDefault(name, ReportNode.of(null)),
                                figure));
            }
            routes.add(new Route(name, figures));
        }
        return List.copyOf(routes);
    }

    private static Map<String, ReportNode> byName(ReportNode summary) {
        Map<String, ReportNode> routes = new LinkedHashMap<>();
        summary.nodes("per_route_stats").forEach(route -> routes.put(route.text("route"), route));
        return routes;
    }

    private Judged judge(RegressionLimit limit) {
        Change change = metrics.stream()
                .filter(metric ->
                        metric.metric().equals(limit.metric()) && metric.stat().equals(limit.stat()))
                .map(Metric::change)
                .findFirst()
                .orElse(new Change(null, null));
        Double old = change.before();
        Double now = change.after();
        return new Judged(limit, change, old != null && now != null && !limit.isBrokenBy(old, now));
    }

    /** {@return whether all limits were kept} */
    public boolean ok() {
        return limits.stream().allMatch(Judged::ok);
    }

    /** {@return the limits that were broken, in the order in which they were given} */
    public List<RegressionLimit> brokenLimits() {
        return limits.stream().filter(judged -> !judged.ok()).map(Judged::limit).toList();
    }

    /**
     * {@return the comparison as a table for a terminal, with a line for each limit at its end; the phases of HTTP
     * requests are left out}
     */
    public String text() {
        return new ComparisonText(before, after, metrics, routes, limits).write();
    }

    /** {@return the whole comparison as JSON values} */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", ok());
        json.put("old", run(before));
        json.put("new", run(after));
        json.put("limits", limits.stream().map(Comparison::limit).toList());
        json.put("metrics", metrics.stream().map(Comparison::metric).toList());
        json.put("routes", routes.stream().map(Comparison::route).toList());
        return json;
    }

    private static Map<String, Object> run(ReportNode report) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (String member : List.of("name", "status", "startedAt")) {
            if (report.has(member)) {
                json.put(member, report.text(member));
            }
        }
        return json;
    }

    private static Map<String, Object> limit(Judged judged) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("limit", judged.limit().text());
        json.put("ok", judged.ok());
        json.put("metric", judged.limit().metric());
        json.put("stat", judged.limit().stat());
        json.putAll(judged.change().json());
        return json;
    }

    private static Map<String, Object> metric(Metric metric) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", metric.metric());
        json.put("stat", metric.stat());
        json.putAll(metric.change().json());
        return json;
    }

    private static Map<String, Object> route(Route route) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("route", route.name());
        route.figures().forEach((figure, change) -> json.put(figure, change.json()));
        return json;
    }
}
