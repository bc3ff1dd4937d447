package io.mockarty.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The top of the page: what was run, how it ended, and the figures that matter most. */
final class HtmlHeader {

    private static final double WIDTH = 100;

    private HtmlHeader() {}

    static void write(Html html, ReportNode report) {
        Verdict verdict = Verdict.of(report);
        html.open("header");
        html.open("div", "class", "head");
        html.open("div");
        html.element("p", "Load test", "class", "over");
        html.element("h1", report.text("name").isEmpty() ? "Load test" : report.text("name"));
        facts(html, report);
        html.close();
        html.open("div", "class", "verdict " + verdict.kind(), "role", "status");
        html.element("strong", verdict.word()).element("span", verdict.reason());
        html.close().close().line();
        html.open("div", "class", "key");
        apdex(html, report.node("summary").node("apdex"));
        html.open("dl", "class", "figures");
        for (KeyFigures.Figure figure : KeyFigures.of(report)) {
            html.open("div", "class", figure.kind());
            html.element("dt", figure.label());
            html.open("dd").element("b", figure.value()).element("small", figure.note());
            html.close().close();
        }
        html.close().close().close().line();
    }

    private static void facts(Html html, ReportNode report) {
        html.open("p", "class", "facts");
        if (report.has("startedAt")) {
            html.element("time", FigureText.moment(report.text("startedAt")), "datetime", report.text("startedAt"));
        }
        List<String> facts = new ArrayList<>();
        if (report.has("duration_ms")) {
            facts.add(FigureText.duration(report.number("duration_ms")));
        }
        if (report.has("mode")) {
            facts.add(report.text("mode") + " mode");
        }
        ReportNode engine = report.node("engine");
        if (engine.has("version")) {
            facts.add("Mockarty " + engine.text("version"));
        }
        if (engine.has("javascript")) {
            facts.add(engine.text("javascript"));
        }
        if (engine.has("jvm")) {
            facts.add("Java " + engine.text("jvm"));
        }
        facts.forEach(fact -> html.element("span", fact));
        html.close();
    }

    /** The score, and a bar of how many were satisfied, tolerating and frustrated. */
    private static void apdex(Html html, ReportNode apdex) {
        double total = apdex.number("total");
        if (total <= 0) {
            return;
        }
        String score = FigureText.decimals(apdex.number("score"), 2);
        html.open("section", "class", "apdex " + apdex.text("rating").toLowerCase(Locale.ROOT), "aria-label", "APDEX");
        html.element("h2", "APDEX");
        html.open("p", "class", "score").element("b", score).text(" ").element("span", apdex.text("rating"));
        html.close();
        html.open(
                "svg", "class", "shares", "viewBox", "0 0 100 6", "preserveAspectRatio", "none", "aria-hidden", "true");
        double left = 0;
        for (String share : List.of("satisfied", "tolerating", "frustrated")) {
            double width = WIDTH * apdex.number(share) / total;
            html.open(
                    "rect",
                    "class",
                    share,
                    "x",
                    FigureText.plain(left),
                    "width",
                    FigureText.plain(width),
                    "height",
                    "6");
            html.close();
            left += width;
        }
        html.close();
        html.open("ul");
        double limit = apdex.number("thresholdT");
        share(html, "satisfied", apdex, "up to " + FigureText.number(limit) + "\u00A0ms");
        share(html, "tolerating", apdex, "up to " + FigureText.number(limit * 4) + "\u00A0ms");
        share(html, "frustrated", apdex, "slower, or failed");
        html.close().close();
    }

    private static void share(Html html, String name, ReportNode apdex, String meaning) {
        html.open("li", "class", name);
        html.element("b", FigureText.number(apdex.number(name)))
                .text(" " + name + " ")
                .element("small", meaning);
        html.close();
    }
}
