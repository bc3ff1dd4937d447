package io.mockarty.perf.report;

import io.mockarty.perf.report.Comparison.Judged;
import io.mockarty.perf.report.Comparison.Metric;
import io.mockarty.perf.report.Comparison.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A comparison for a terminal. */
final class ComparisonText {

    private static final Set<String> SHOWN =
            Set.of("avg", "med", "p95", "p99", "max", "count", "rate", "value", "score", "err_rate", "total");
    private static final String NONE = "-";

    private final ReportNode before;
    private final ReportNode after;
    private final List<Metric> metrics;
    private final List<Route> routes;
    private final List<Judged> limits;
    private final StringBuilder out = new StringBuilder();

    ComparisonText(ReportNode before, ReportNode after, List<Metric> metrics, List<Route> routes, List<Judged> limits) {
        this.before = before;
        this.after = after;
        this.metrics = metrics;
        this.routes = routes;
        this.limits = limits;
    }

    String write() {
        out.append("old: ").append(run(before)).append('\n');
        out.append("new: ").append(run(after)).append("\n\n");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("METRIC", "OLD", "NEW", "DELTA", "%"));
        for (Metric metric : metrics) {
            if (SHOWN.contains(metric.stat()) && !SummarySection.isPhase(metric.metric())) {
                rows.add(row(label(metric), metric.change()));
            }
        }
        table(rows);
        routes();
        limits();
        return out.toString();
    }

    private static String run(ReportNode report) {
        String name = report.text("name").isEmpty() ? "load test" : report.text("name");
        return report.has("startedAt") ? name + ", " + FigureText.moment(report.text("startedAt")) : name;
    }

    private static String label(Metric metric) {
        return metric.stat().equals("value") ? metric.metric() : metric.metric() + "." + stat(metric.stat());
    }

    private static String stat(String name) {
        return name.matches("p[0-9.]+") ? "p(" + name.substring(1) + ")" : name;
    }

    private static List<String> row(String label, Change change) {
        return List.of(label, number(change.before()), number(change.after()), signed(change.delta()), percent(change));
    }

    private void routes() {
        if (routes.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ROUTE", "P(95) OLD", "NEW", "DELTA", "%", "ERRORS OLD", "NEW", "COUNT OLD", "NEW"));
        for (Route route : routes) {
            Map<String, Change> figures = route.figures();
            List<String> row = new ArrayList<>(row(route.name(), change(figures, "p95")));
            row.add(share(change(figures, "err_rate").before()));
            row.add(share(change(figures, "err_rate").after()));
            row.add(number(change(figures, "count").before()));
            row.add(number(change(figures, "count").after()));
            rows.add(row);
        }
        out.append('\n');
        table(rows);
    }

    private static Change change(Map<String, Change> figures, String name) {
        return figures.getOrDefault(name, new Change(null, null));
    }

    private void limits() {
        if (limits.isEmpty()) {
            return;
        }
        long broken = limits.stream().filter(limit -> !limit.ok()).count();
        out.append('\n');
        out.append(broken == 0 ? "All limits kept:\n" : "Limits broken:\n");
        for (Judged judged : limits) {
            out.append(judged.ok() ? "PASS " : "FAIL ")
                    .append(judged.limit().text())
                    .append(": ");
            out.append(judged.limit().metric())
                    .append('.')
                    .append(stat(judged.limit().stat()));
            Change change = judged.change();
            if (change.delta() == null) {
                out.append(" is missing in ").append(missingIn(change)).append('\n');
            } else {
                out.append(" went from ").append(number(change.before()));
                out.append(" to ").append(number(change.after()));
                out.append(" (").append(judged.limit().relative() ? percent(change) : signed(change.delta()) + " ms");
                out.append(")\n");
            }
        }
    }

    private static String missingIn(Change change) {
        return change.isNowhere() ? "both reports" : change.before() == null ? "the old report" : "the new report";
    }

    private static String number(@Nullable Double value) {
        return value == null ? NONE : FigureText.exact(value);
    }

    private static String share(@Nullable Double value) {
        return value == null ? NONE : FigureText.percent(value).replace('\u00A0', ' ');
    }

    private static String signed(@Nullable Double value) {
        return value == null ? NONE : (value > 0 ? "+" : "") + FigureText.exact(value);
    }

    private static String percent(Change change) {
        Double percent = change.percent();
        if (percent != null) {
            return (percent > 0 ? "+" : "") + FigureText.decimals(percent, 1) + " %";
        }
        return change.delta() != null ? "from 0" : change.before() == null ? "new" : "gone";
    }

    /** The first column to the left, the others to the right. */
    private void table(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                out.append(i == 0 ? row.get(i) + padding : "  " + padding + row.get(i));
            }
            out.append('\n');
        }
    }
}
