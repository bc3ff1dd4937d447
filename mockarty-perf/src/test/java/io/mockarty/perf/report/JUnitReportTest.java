package io.mockarty.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitReportTest {

    private static Element parse(Map<String, Object> report) throws Exception {
        byte[] xml = JUnitReport.write(report).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static Element element(Element parent, String tag, int index) {
        NodeList elements = parent.getElementsByTagName(tag);
        assertThat(elements.getLength()).isGreaterThan(index);
        return (Element) elements.item(index);
    }

    @Test
    void thresholds_and_checks_of_each_group_are_suites() throws Exception {
        Element root = parse(SampleReport.checkout(1));

        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("name")).isEqualTo("checkout.js");
        assertThat(root.getAttribute("tests")).isEqualTo("7");
        assertThat(root.getAttribute("failures")).isEqualTo("3");
        assertThat(root.getAttribute("time")).isEqualTo("300.4125");
        assertThat(element(root, "testsuite", 0).getAttribute("name")).isEqualTo("thresholds");
        assertThat(element(root, "testsuite", 0).getAttribute("failures")).isEqualTo("1");
        assertThat(element(root, "testsuite", 1).getAttribute("name")).isEqualTo("checks of login");
        assertThat(element(root, "testsuite", 2).getAttribute("name")).isEqualTo("checks of checkout › pay");
    }

    @Test
    void a_failure_tells_what_was_expected_and_what_was() throws Exception {
        Element root = parse(SampleReport.checkout(1));

        Element threshold = element(root, "failure", 0);
        assertThat(threshold.getAttribute("message")).isEqualTo("expected p(95) < 500 but was 612.89");
        assertThat(threshold.getTextContent())
                .isEqualTo("metric:   http_req_duration\nexpected: p(95) < 500\nactual:   612.89\n");
        Element check = element(root, "failure", 1);
        assertThat(check.getAttribute("message")).isEqualTo("failed 12 of 5000 times");
        assertThat(check.getTextContent()).contains("actual:   12 of 5000 failed (0.24 %)");
    }

    @Test
    void a_run_that_was_stopped_fails_as_such() throws Exception {
        Map<String, Object> report = new LinkedHashMap<>(SampleReport.checkout(1));
        report.put("stoppedReason", "auto_stop: High error rate");

        Element failure = element(parse(report), "failure", 0);

        assertThat(failure.getAttribute("message")).isEqualTo("stopped: auto_stop: High error rate");
        assertThat(failure.getTextContent()).startsWith("58 x POST https://shop.example/orders: connection reset");
    }

    @Test
    void a_run_without_anything_to_judge_is_one_passed_case() throws Exception {
        Element root = parse(Map.of("status", "completed"));

        assertThat(root.getAttribute("tests")).isEqualTo("1");
        assertThat(root.getAttribute("failures")).isEqualTo("0");
        assertThat(element(root, "testcase", 0).getAttribute("name")).isEqualTo("runs to its end");
    }

    @Test
    void texts_that_xml_cannot_hold_do_not_break_the_document() throws Exception {
        String name = "<&\"'> ]]> \u0000\u001b[31m \uD800 \uD83D\uDE00";
        Element root = parse(Map.of("name", name, "checks", List.of(SampleReport.check(name, "", 0, 1))));

        assertThat(element(root, "testcase", 0).getAttribute("name"))
                .isEqualTo("<&\"'> ]]> \uFFFD\uFFFD[31m \uFFFD \uD83D\uDE00");
    }
}
