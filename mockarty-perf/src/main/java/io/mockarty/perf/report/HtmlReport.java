package io.mockarty.perf.report;

import io.mockarty.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a report as one HTML page that needs nothing else: no server, no network, no other file. Every text of the
 * report is escaped, and the page forbids the browser to run or load anything but what it brings along. May be called
 * from any thread.
 */
public final class HtmlReport {

    private static final String CHARTS = "META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String HERE = "io/mockarty/perf/report/";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private HtmlReport() {}

    /**
     * {@return the page}
     *
     * @param report the report as JSON values, as {@code RunReport} makes them or as they were read from a file;
     *     whatever is missing is left out
     */
    public static String write(Map<String, Object> report) {
        ReportNode node = ReportNode.of(report);
        String style = resource(CHARTS + "uPlot.min.css") + "\n" + resource(HERE + "report.css");
        String library = resource(CHARTS + "uPlot.iife.min.js");
        String script = resource(HERE + "report.js");
        Map<String, String> parts = Map.of(
                "policy",
                new Html().text(policy(style, library, script)).toString(),
                "title",
                new Html().text(title(node)).toString(),
                "style",
                style,
                "body",
                body(node),
                "data",
                data(node),
                "library",
                library,
                "script",
                script);
        return fill(resource(HERE + "report.html"), parts);
    }

    private static String title(ReportNode report) {
        String name = report.text("name").isEmpty() ? "Load test" : report.text("name");
        return name + " · " + Verdict.of(report).word();
    }

    private static String body(ReportNode report) {
        Html html = new Html();
        HtmlHeader.write(html, report);
        html.open("main");
        HtmlFindings.warnings(html, report);
        HtmlFindings.thresholds(html, report);
        HtmlCharts.write(html, report);
        HtmlTables.routes(html, report);
        HtmlFindings.checks(html, report);
        HtmlFindings.errors(html, report);
        HtmlTables.groups(html, report);
        HtmlTables.metrics(html, report);
        HtmlFindings.options(html, report);
        html.close();
        return html.toString();
    }

    /** The series for the charts. Without a {@code <} no text in it can end the element. */
    private static String data(ReportNode report) {
        return Json.write(HtmlCharts.columns(report)).replace("<", "\\u003c");
    }

    /** Nothing may be loaded, and only what has one of these hashes may run or be a style. */
    private static String policy(String style, String... scripts) {
        StringBuilder policy = new StringBuilder("default-src 'none'; base-uri 'none'; form-action 'none'; style-src '")
                .append(hash(style))
                .append("'; script-src");
        for (String script : scripts) {
            policy.append(" '").append(hash(script)).append('\'');
        }
        return policy.toString();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this JVM", e);
        }
    }

    /** Fills in all places at once, so that nothing in one part is taken for a place. */
    private static String fill(String page, Map<String, String> parts) {
        return PLACE.matcher(page).replaceAll((MatchResult place) -> {
            String part = parts.get(place.group(1));
            if (part == null) {
                throw new IllegalStateException("report.html: {{" + place.group(1) + "}} (expected: a known part)");
            }
            return Matcher.quoteReplacement(part);
        });
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The HTML report needs the resource " + name
                        + " on the class path (expected: in org.webjars.npm:uplot or mockarty-perf)");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
