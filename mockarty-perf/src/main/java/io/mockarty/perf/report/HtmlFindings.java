package io.mockarty.perf.report;

import io.mockarty.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was judged and what went wrong: warnings, thresholds, checks, errors; and what was asked for. */
final class HtmlFindings {

    private HtmlFindings() {}

    static void warnings(Html html, ReportNode report) {
        List<?> warnings = report.list("warnings");
        if (warnings.isEmpty()) {
            return;
        }
        html.open("section", "class", "warnings", "aria-labelledby", "h-warnings");
        html.element("h2", warnings.size() == 1 ? "Warning" : "Warnings", "id", "h-warnings");
        html.open("ul");
        warnings.forEach(warning -> html.element("li", String.valueOf(warning)));
        html.close().close().line();
    }

    static void thresholds(Html html, ReportNode report) {
        List<ReportNode> thresholds = report.nodes("thresholds");
        if (thresholds.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "h-thresholds").element("h2", "Thresholds", "id", "h-thresholds");
        HtmlTables.open(html, "Thresholds", "Metric", "/Expected", "Actual", "Result");
        for (ReportNode threshold : thresholds) {
            html.open("tr").rowHeading(threshold.text("metric"));
            html.open("td", "class", "word")
                    .element("code", threshold.text("expression"))
                    .close();
            html.element("td", threshold.has("actual") ? FigureText.exact(threshold.number("actual")) : "–");
            html.open("td");
            mark(html, threshold.flag("ok"), threshold.flag("ok") ? "held" : "crossed");
            html.close().close().line();
        }
        HtmlTables.close(html);
        html.close().line();
    }

    private static void mark(Html html, boolean ok, String word) {
        html.open("span", "class", ok ? "mark good" : "mark bad");
        html.element("span", ok ? "✓" : "✗", "aria-hidden", "true").text(" " + word);
        html.close();
    }

    static void checks(Html html, ReportNode report) {
        Map<String, List<ReportNode>> byGroup = new LinkedHashMap<>();
        for (ReportNode check : report.nodes("checks")) {
            byGroup.computeIfAbsent(check.text("group"), missing -> new ArrayList<>())
                    .add(check);
        }
        if (byGroup.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "h-checks").element("h2", "Checks", "id", "h-checks");
        byGroup.forEach((group, checks) -> {
            String name = HtmlTables.groupName(group);
            if (!name.isEmpty()) {
                html.element("h3", name);
            }
            HtmlTables.open(
                    html,
                    name.isEmpty() ? "Checks" : "Checks of " + name,
                    "Check",
                    "Passed",
                    "Failed",
                    "Rate",
                    "Result");
            checks.forEach(check -> check(html, check));
            HtmlTables.close(html);
        });
        html.close().line();
    }

    private static void check(Html html, ReportNode check) {
        double passes = check.number("passes");
        double fails = check.number("fails");
        double share = passes + fails == 0 ? 0 : passes / (passes + fails);
        boolean ok = fails == 0;
        html.open("tr").open("th", "scope", "row");
        html.element(
                "span",
                ok ? "✓" : "✗",
                "class",
                ok ? "mark good" : "mark bad",
                "role",
                "img",
                "aria-label",
                ok ? "passed" : "failed");
        html.text(" " + check.text("name")).close();
        html.element("td", FigureText.number(passes));
        html.element("td", FigureText.number(fails), "class", ok ? "quiet" : "bad");
        html.element("td", FigureText.percent(share)).close().line();
    }

    static void errors(Html html, ReportNode report) {
        List<ReportNode> errors = report.nodes("errors");
        if (errors.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "h-errors").element("h2", "Errors", "id", "h-errors");
        HtmlTables.open(html, "Errors", "Message", "Count");
        for (ReportNode error : errors) {
            html.open("tr")
                    .open("th", "scope", "row", "class", "message")
                    .text(error.text("message"))
                    .close();
            html.element("td", FigureText.number(error.number("count"))).close().line();
        }
        HtmlTables.close(html);
        html.close().line();
    }

    static void options(Html html, ReportNode report) {
        ReportNode options = report.node("options");
        if (options.isEmpty()) {
            return;
        }
        html.open("section", "class", "options", "aria-labelledby", "h-options");
        html.open("details")
                .open("summary")
                .element("h2", "Options", "id", "h-options")
                .close();
        html.open("pre", "tabindex", "0")
                .element("code", Json.writePretty(options.json()))
                .close();
        html.close().close().line();
    }
}
