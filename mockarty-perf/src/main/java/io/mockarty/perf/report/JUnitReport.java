package io.mockarty.perf.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a report in the XML form of JUnit, which build servers show: a suite of thresholds, a suite of checks for each
 * group, and, when the run ended early or with errors, a suite that says so. May be called from any thread.
 */
public final class JUnitReport {

    private static final double MILLIS = 1_000;

    private final ReportNode report;
    private final XMLStreamWriter xml;

    private JUnitReport(ReportNode report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /**
     * {@return the XML document}
     *
     * @param report the report as JSON values, as {@code RunReport} makes them or as they were read from a file;
     *     whatever is missing is left out
     */
    public static String write(Map<String, Object> report) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            new JUnitReport(ReportNode.of(report), xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory cannot be written as XML", e);
        }
        return out.toString();
    }

    /**
     * A test case.
     *
     * @param name what should be so
     * @param failure what was so instead; empty when it passed
     * @param detail more about the failure
     */
    private record Case(String name, String failure, String detail) {

        boolean failed() {
            return !failure.isEmpty();
        }
    }

    private void write() throws XMLStreamException {
        Map<String, List<Case>> suites = suites();
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", name());
        counts(suites.values().stream().flatMap(List::stream).toList());
        attribute("time", FigureText.plain(report.number("duration_ms") / MILLIS));
        for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private String name() {
        return report.text("name").isEmpty() ? "load test" : report.text("name");
    }

    private Map<String, List<Case>> suites() {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        List<Case> run = run();
        if (!run.isEmpty()) {
            suites.put("run", run);
        }
        for (ReportNode threshold : report.nodes("thresholds")) {
            suites.computeIfAbsent("thresholds", missing -> new ArrayList<>()).add(threshold(threshold));
        }
        for (ReportNode check : report.nodes("checks")) {
            String group = HtmlTables.groupName(check.text("group"));
            String suite = group.isEmpty() ? "checks" : "checks of " + group;
            suites.computeIfAbsent(suite, missing -> new ArrayList<>()).add(check(check));
        }
        return suites;
    }

    /** A run without thresholds and checks has one case, as build servers take an empty file for a mistake. */
    private List<Case> run() {
        boolean judged =
                !report.list("thresholds").isEmpty() || !report.list("checks").isEmpty();
        String name = "runs to its end";
        if (report.has("stoppedReason")) {
            return List.of(new Case(name, "stopped: " + report.text("stoppedReason"), errors()));
        }
        boolean crossed = report.nodes("thresholds").stream().anyMatch(threshold -> !threshold.flag("ok"));
        if (report.text("status").equals("failed") && !crossed) {
            return List.of(new Case(name, "the run ended with an error", errors()));
        }
        return judged ? List.of() : List.of(new Case(name, "", ""));
    }

    private String errors() {
        StringBuilder errors = new StringBuilder();
        for (ReportNode error : report.nodes("errors")) {
            errors.append(FigureText.plain(error.number("count")))
                    .append(" x ")
                    .append(error.text("message"))
                    .append('\n');
        }
        return errors.toString();
    }

    private static Case threshold(ReportNode threshold) {
        String name = threshold.text("metric") + ": " + threshold.text("expression");
        if (threshold.flag("ok")) {
            return new Case(name, "", "");
        }
        String actual = threshold.has("actual") ? FigureText.plain(threshold.number("actual")) : "nothing measured";
        return new Case(
                name,
                "expected " + threshold.text("expression") + " but was " + actual,
                "metric:   " + threshold.text("metric") + "\nexpected: " + threshold.text("expression") + "\nactual:   "
                        + actual + "\n");
    }

    private static Case check(ReportNode check) {
        double fails = check.number("fails");
        double all = fails + check.number("passes");
        if (fails == 0) {
            return new Case(check.text("name"), "", "");
        }
        String actual = FigureText.plain(fails) + " of " + FigureText.plain(all);
        return new Case(
                check.text("name"),
                "failed " + actual + " times",
                "check:    " + check.text("name") + "\nexpected: 0 failures\nactual:   " + actual + " failed ("
                        + FigureText.percent(fails / all).replace('\u00A0', ' ') + ")\n");
    }

    private void suite(String name, List<Case> cases) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", name);
        counts(cases);
        if (report.has("startedAt")) {
            attribute("timestamp", report.text("startedAt"));
        }
        attribute("time", FigureText.plain(report.number("duration_ms") / MILLIS));
        for (Case each : cases) {
            testCase(name, each);
        }
        line(1);
        xml.writeEndElement();
    }

    private void testCase(String suite, Case each) throws XMLStreamException {
        line(2);
        if (!each.failed()) {
            xml.writeEmptyElement("testcase");
            attribute("classname", name() + "." + suite);
            attribute("name", each.name());
            attribute("time", "0");
            return;
        }
        xml.writeStartElement("testcase");
        attribute("classname", name() + "." + suite);
        attribute("name", each.name());
        attribute("time", "0");
        line(3);
        xml.writeStartElement("failure");
        attribute("message", each.failure());
        attribute("type", suite.startsWith("checks") ? "check" : suite.equals("run") ? "run" : "threshold");
        xml.writeCharacters(allowed(each.detail()));
        xml.writeEndElement();
        line(2);
        xml.writeEndElement();
    }

    private void counts(List<Case> cases) throws XMLStreamException {
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", Long.toString(cases.stream().filter(Case::failed).count()));
        attribute("errors", "0");
        attribute("skipped", "0");
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** XML has no form for most control characters, whatever the escape. */
    private static String allowed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isAllowed(character) ? character : '\uFFFD')
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= ' ' && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character > 0xFFFF;
    }
}
