package io.mockarty.perf.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The tables of figures: routes, groups, metrics. The first column names the row and stays in sight. */
final class HtmlTables {

    private static final List<String> TIMES = List.of("avg", "min", "med", "p90", "p95", "p99", "max");

    private HtmlTables() {}

    /** Opens a table that scrolls by itself where the page is narrow. A column that starts with a slash has words. */
    static void open(Html html, String caption, String... columns) {
        start(html, caption, "plain");
        for (String column : columns) {
            boolean words = column.startsWith("/");
            html.element("th", words ? column.substring(1) : column, "scope", "col", "class", words ? "word" : "");
        }
        html.close().close().line().open("tbody");
    }

    static void close(Html html) {
        html.close().close().close().line();
    }

    private static void start(Html html, String caption, String type) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table", "class", type);
        html.element("caption", caption);
        html.open("thead").open("tr");
    }

    static void routes(Html html, ReportNode report) {
        List<ReportNode> routes = report.node("summary").nodes("per_route_stats");
        if (routes.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "h-routes");
        html.open("h2", "id", "h-routes").text("Routes ").element("small", "times in ms");
        html.close();
        start(html, "Figures by route, times in milliseconds", "sortable");
        for (String column :
                List.of("Route", "Count", "Errors", "Avg", "Min", "Median", "p90", "p95", "p99", "Max", "APDEX")) {
            html.open("th", "scope", "col")
                    .element("button", column, "type", "button", "disabled", "disabled")
                    .close();
        }
        html.close().close().line().open("tbody");
        for (ReportNode route : routes) {
            html.open("tr").rowHeading(route.text("route"));
            cell(html, FigureText.number(route.number("count")), route.number("count"), "");
            double errors = route.number("err_rate");
            cell(html, FigureText.percent(errors), errors, errors > 0 ? "bad" : "quiet");
            for (String time : TIMES) {
                cell(html, FigureText.number(route.number(time)), route.number(time), time.equals("p95") ? "main" : "");
            }
            ReportNode apdex = route.node("apdex");
            html.open("td", "data-value", FigureText.plain(apdex.number("score")));
            html.element(
                    "span",
                    FigureText.decimals(apdex.number("score"), 2),
                    "class",
                    "score " + apdex.text("rating").toLowerCase(Locale.ROOT),
                    "title",
                    apdex.text("rating"));
            html.close().close().line();
        }
        close(html);
        html.close().line();
    }

    private static void cell(Html html, String text, double value, String kind) {
        html.element("td", text, "data-value", FigureText.plain(value), "class", kind);
    }

    static void groups(Html html, ReportNode report) {
        List<ReportNode> groups = report.nodes("groups");
        if (groups.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "h-groups");
        html.open("h2", "id", "h-groups")
                .text("Groups ")
                .element("small", "times in ms")
                .close();
        open(html, "Figures by group, times in milliseconds", "Group", "Count", "Avg", "p95");
        for (ReportNode group : groups) {
            html.open("tr").rowHeading(groupName(group.text("path")));
            for (String figure : List.of("count", "avg", "p95")) {
                html.element("td", FigureText.number(group.number(figure)));
            }
            html.close().line();
        }
        close(html);
        html.close().line();
    }

    static String groupName(String path) {
        String name = path.startsWith("::") ? path.substring(2) : path;
        return name.replace("::", " › ");
    }

    /** All metrics: distributions in one table, all else in another. */
    static void metrics(Html html, ReportNode report) {
        Map<String, ReportNode> trends = new TreeMap<>();
        Map<String, String> others = new TreeMap<>();
        report.node("summary").json().forEach((name, value) -> {
            ReportNode node = ReportNode.of(value);
            if (node.isTrend()) {
                trends.put(String.valueOf(name), node);
            } else if (!String.valueOf(name).equals("apdex") && !(value instanceof List)) {
                others.put(String.valueOf(name), MetricText.of(String.valueOf(name), value));
            }
        });
        if (trends.isEmpty() && others.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "h-metrics").element("h2", "All metrics", "id", "h-metrics");
        if (!trends.isEmpty()) {
            open(
                    html,
                    "Distributions, times in ms",
                    "Metric",
                    "Avg",
                    "Min",
                    "Median",
                    "p90",
                    "p95",
                    "p99",
                    "Max",
                    "Count");
            trends.forEach((name, trend) -> {
                html.open("tr").rowHeading(name);
                TIMES.forEach(time -> html.element("td", FigureText.number(trend.number(time))));
                html.element("td", FigureText.number(trend.number("count")))
                        .close()
                        .line();
            });
            close(html);
        }
        if (!others.isEmpty()) {
            open(html, "Counts, rates and levels", "Metric", "Value");
            others.forEach((name, text) ->
                    html.open("tr").rowHeading(name).element("td", text).close().line());
            close(html);
        }
        html.close().line();
    }
}
