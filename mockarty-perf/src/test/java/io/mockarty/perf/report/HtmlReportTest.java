package io.mockarty.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final String NASTY =
            "</script><script>alert(1)</script><img src=x onerror=\"alert('2')\">{{script}}&\u0000$1";

    /** The page with plain spaces before units. */
    private static String page(Map<String, Object> report) {
        return HtmlReport.write(report).replace('\u00A0', ' ');
    }

    @Test
    void tells_verdict_figures_routes_thresholds_checks_and_errors() {
        String page = page(SampleReport.checkout(100));

        assertThat(page).startsWith("<!doctype html>");
        assertThat(page)
                .contains(
                        "<title>checkout.js · Failed</title>", "1 of 4 thresholds crossed · 2 checks failed at times");
        assertThat(page).contains("<b>0.92</b> <span>Good</span>", "<b>15,000</b><small>49.9 per second</small>");
        assertThat(page).contains("<time datetime=\"2026-11-24T09:30:00Z\">2026-11-24 09:30:00 UTC</time>", "5m 0s");
        assertThat(page).contains("<th scope=\"row\">POST /orders</th>", "<code>p(95) &lt; 500</code>");
        assertThat(page).contains("<h3>checkout › pay</h3>", "order was created", "connection reset by peer");
        assertThat(page).contains("The generator was the bottleneck", "&quot;duration&quot;: &quot;30s&quot;");
        assertThat(page).contains("aria-label=\"Latency. Highest p95 ");
    }

    @Test
    void asks_for_nothing_from_elsewhere() {
        String page = page(SampleReport.checkout(10));

        assertThat(page).doesNotContainPattern("<link|<script[^>]* src|<img|@import|url\\(|\\{\\{|sourceMappingURL");
        assertThat(page).contains("default-src &#39;none&#39;");
    }

    @Test
    void allows_only_its_own_scripts_and_style() throws NoSuchAlgorithmException {
        String page = HtmlReport.write(SampleReport.checkout(10));
        String policy =
                page.substring(page.indexOf("Content-Security-Policy"), page.indexOf("<meta name=\"viewport\""));

        Matcher parts =
                Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(page);
        int count = 0;
        while (parts.find()) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(parts.group(2).getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("sha256-" + Base64.getEncoder().encodeToString(hash));
            count++;
        }
        assertThat(count).isEqualTo(3);
        assertThat(policy).doesNotContain("unsafe");
    }

    @Test
    void no_text_of_the_report_can_become_markup() {
        Map<String, Object> report = new LinkedHashMap<>(SampleReport.checkout(3));
        report.put("name", NASTY);
        report.put("stoppedReason", NASTY);
        report.put("startedAt", NASTY);
        report.put("warnings", List.of(NASTY));
        report.put("engine", Map.of("version", NASTY, "javascript", NASTY, "jvm", NASTY));
        report.put("options", Map.of(NASTY, NASTY));
        report.put("errors", List.of(Map.of("message", NASTY, "count", 1L)));
        report.put("checks", List.of(SampleReport.check(NASTY, "::" + NASTY, 1, 1)));
        report.put("groups", List.of(Map.of("path", NASTY)));
        report.put("thresholds", List.of(Map.of("metric", NASTY, "expression", NASTY, "ok", false)));
        report.put(
                "summary",
                Map.of(
                        "per_route_stats",
                        List.of(Map.of("route", NASTY, "apdex", Map.of("rating", NASTY))),
                        "apdex",
                        Map.of("rating", NASTY, "total", 3L),
                        NASTY,
                        Map.of(NASTY, 1L)));
        report.put("timeseries", List.of(Map.of("time_s", NASTY, "rps", NASTY)));

        String page = page(report);

        assertThat(page).doesNotContain("<script>alert", "<img", "\u0000");
        assertThat(page.split("</script>", -1)).hasSize(4);
        assertThat(page).contains("{{script}}&amp;\uFFFD$1");
    }

    @Test
    void a_functional_run_without_a_series_has_no_charts() {
        Map<String, Object> report = new LinkedHashMap<>(SampleReport.checkout(0));
        report.put("mode", "functional");
        report.put("status", "completed");
        report.put("thresholds", List.of());

        String page = page(report);

        assertThat(page)
                .contains("functional mode", "<strong>Completed</strong>")
                .doesNotContain("class=\"chart\"");
    }

    @Test
    void a_report_of_nothing_is_still_a_page() {
        assertThat(page(Map.of())).contains("<h1>Load test</h1>", "No thresholds were set");
    }

    @Test
    void ten_thousand_points_are_all_drawn_and_the_table_stays_short() throws IOException {
        String page = page(SampleReport.checkout(10_000));

        assertThat(page).contains("one of 84 points", ",30000]");
        assertThat(page.length()).isLessThan(700_000);
    }

    @Test
    void a_run_without_http_shows_the_figures_of_what_it_did() {
        Map<String, Object> report = Map.of(
                "status",
                "completed",
                "duration_ms",
                10_000L,
                "summary",
                Map.of(
                        "http_reqs", Map.of("count", 0L, "rate", 0L),
                        "grpc_req_duration", Map.of("avg", 5L, "p95", 9.5, "med", 4L, "max", 12L, "count", 200L),
                        "per_route_stats", List.of(Map.of("route", "gRPC a.B/C", "count", 200L, "err_rate", 0.25))));

        String page = page(report);

        assertThat(page).contains("<b>200</b><small>20 per second</small>", "<b>25.00 %</b>");
        assertThat(page).contains("95 % of grpc_req_duration within", "<b>9.50 ms</b>");
    }
}
