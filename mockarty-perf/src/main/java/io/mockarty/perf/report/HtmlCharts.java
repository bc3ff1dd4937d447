package io.mockarty.perf.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The charts over time: what a script draws, a sentence for those who cannot see it, and the numbers as a table. */
final class HtmlCharts {

    private static final List<String> COLUMNS = List.of("time_s", "avg_ms", "p95_ms", "rps", "vus", "error_rate");
    private static final int ROWS = 120;
    private static final double SECOND = 1_000;

    private HtmlCharts() {}

    /** The series by column, as the script wants them. */
    static Map<String, Object> columns(ReportNode report) {
        Map<String, Object> columns = new LinkedHashMap<>();
        List<ReportNode> points = report.nodes("timeseries");
        for (String column : COLUMNS) {
            List<Object> values = new ArrayList<>(points.size());
            points.forEach(point -> values.add(rounded(point.number(column))));
            columns.put(column, values);
        }
        return columns;
    }

    /** Four decimals are more than a chart can show, and 10,000 points are written in half the space. */
    private static Number rounded(double value) {
        double rounded = Math.rint(value * 1e4) / 1e4;
        return rounded == Math.rint(rounded) ? (Number) (long) rounded : rounded;
    }

    static void write(Html html, ReportNode report) {
        List<ReportNode> points = report.nodes("timeseries");
        if (points.isEmpty()) {
            return;
        }
        html.open("section", "class", "charts", "aria-labelledby", "h-charts");
        html.element("h2", "Over time", "id", "h-charts");
        html.open("div", "class", "grid");
        chart(html, "latency", "Latency", "ms", latency(points));
        chart(html, "throughput", "Throughput", "requests per second", spread(points, "rps", "requests per second"));
        chart(html, "users", "Users", "at work", spread(points, "vus", "users"));
        chart(html, "errors", "Errors", "% of requests", errors(points));
        html.close();
        html.element("noscript", "The charts need JavaScript; the table below has their numbers.");
        table(html, points);
        html.close().line();
    }

    private static void chart(Html html, String id, String title, String unit, String sentence) {
        html.open("figure");
        html.open("h3").text(title + " ").element("small", unit).close();
        html.open("div", "class", "chart", "data-chart", id, "role", "img", "aria-label", title + ". " + sentence);
        html.close();
        html.element("figcaption", sentence);
        html.close();
    }

    private static String latency(List<ReportNode> points) {
        ReportNode worst = highest(points, "p95_ms");
        return "Highest p95 " + FigureText.millis(worst.number("p95_ms")) + " at " + clock(worst)
                + "; averages from "
                + FigureText.number(lowest(points, "avg_ms").number("avg_ms")) + " to "
                + FigureText.millis(highest(points, "avg_ms").number("avg_ms")) + ".";
    }

    private static String spread(List<ReportNode> points, String column, String unit) {
        return "From " + FigureText.number(lowest(points, column).number(column)) + " to "
                + FigureText.number(highest(points, column).number(column)) + " " + unit + ".";
    }

    private static String errors(List<ReportNode> points) {
        ReportNode worst = highest(points, "error_rate");
        return worst.number("error_rate") == 0
                ? "No errors."
                : "At most " + FigureText.percent(worst.number("error_rate")) + ", at " + clock(worst) + ".";
    }

    private static ReportNode highest(List<ReportNode> points, String column) {
        ReportNode highest = points.get(0);
        for (ReportNode point : points) {
            highest = point.number(column) > highest.number(column) ? point : highest;
        }
        return highest;
    }

    private static ReportNode lowest(List<ReportNode> points, String column) {
        ReportNode lowest = points.get(0);
        for (ReportNode point : points) {
            lowest = point.number(column) < lowest.number(column) ? point : lowest;
        }
        return lowest;
    }

    private static String clock(ReportNode point) {
        return FigureText.duration(point.number("time_s") * SECOND);
    }

    private static void table(Html html, List<ReportNode> points) {
        int step = (points.size() + ROWS - 1) / ROWS;
        html.open("details", "class", "series");
        html.element(
                "summary", step == 1 ? "The numbers as a table" : "The numbers as a table, one of " + step + " points");
        HtmlTables.open(
                html, "The series over time", "Time", "Average, ms", "p95, ms", "Requests/s", "Users", "Errors");
        for (int i = 0; i < points.size(); i += step) {
            ReportNode point = points.get(i);
            html.open("tr").rowHeading(clock(point));
            for (String column : List.of("avg_ms", "p95_ms", "rps", "vus")) {
                html.element("td", FigureText.number(point.number(column)));
            }
            html.element("td", FigureText.percent(point.number("error_rate")))
                    .close()
                    .line();
        }
        HtmlTables.close(html);
        html.close();
    }
}
