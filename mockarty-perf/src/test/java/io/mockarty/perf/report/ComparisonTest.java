package io.mockarty.perf.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final Map<String, Object> OLD =
            report(100, 200, 0.01, List.of(route("GET /a", 190), route("GET /b", 50)));
    private static final Map<String, Object> NEW =
            report(110, 230, 0, List.of(route("GET /a", 250), route("GET /c", 5)));

    private static Map<String, Object> report(double average, double p95, double failed, List<Object> routes) {
        return Map.of(
                "name", "shop.js",
                "startedAt", "2026-11-24T09:30:00Z",
                "summary",
                        Map.of(
                                "http_req_duration", Map.of("avg", average, "p95", p95, "max", 900L, "count", 10L),
                                "http_reqs", Map.of("count", 1_000L, "rate", 50L),
                                "http_req_failed", Map.of("rate", failed, "passes", 1L, "fails", 9L),
                                "apdex", Map.of("score", 0.9, "rating", "Good"),
                                "vus_max", 10L,
                                "per_route_stats", routes));
    }

    private static Map<String, Object> route(String name, double p95) {
        return Map.of("route", name, "count", 500L, "err_rate", 0.5, "avg", 20L, "p95", p95);
    }

    private static Comparison compare(String... limits) {
        return Comparison.of(
                OLD, NEW, List.of(limits).stream().map(RegressionLimit::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "p(95):+15%, true",
        "p(95):+14.9%, false",
        "p95:+30ms, true",
        "p95:+29ms, false",
        "avg:+10%, true",
        "http_req_duration.avg:+9%, false",
        "http_reqs.rate:-0%, true",
        "max:+0%, true",
        "http_req_failed.rate:+0%, true",
        "http_req_failed.rate:-50%, false",
        "apdex.score:-5%, true",
        "vus_max.value:+0%, true",
        "http_req_duration{name:a.b}.avg:+1%, false",
        "p(99):+1%, false"
    })
    void a_limit_is_kept_or_broken(String limit, boolean ok) {
        assertThat(compare(limit).ok()).isEqualTo(ok);
    }

    @Test
    void a_figure_that_rises_from_zero_breaks_each_relative_limit() {
        RegressionLimit limit = RegressionLimit.parse("http_req_failed.rate:+1000%");

        assertThat(Comparison.of(NEW, OLD, List.of(limit)).brokenLimits()).containsExactly(limit);
    }

    @Test
    void the_text_has_metrics_routes_and_limits() {
        String text = compare("p(95):+10%", "avg:+20%", "p(99):+5%").text();

        assertThat(text).startsWith("old: shop.js, 2026-11-24 09:30:00 UTC\n");
        assertThat(text).containsPattern("(?m)^METRIC +OLD +NEW +DELTA +%$");
        assertThat(text).containsPattern("(?m)^http_req_duration.p\\(95\\) +200 +230 +\\+30 +\\+15.0 %$");
        assertThat(text).containsPattern("(?m)^vus_max +10 +10 +0 +0.0 %$");
        assertThat(text).containsPattern("(?m)^GET /a +190 +250 +\\+60 +\\+31.6 % +50.00 % +50.00 % +500 +500$");
        assertThat(text).containsPattern("(?m)^GET /b +50 +- +- +gone ");
        assertThat(text).containsPattern("(?m)^GET /c +- +5 +- +new ");
        assertThat(text).endsWith("""
                Limits broken:
                FAIL p(95):+10%: http_req_duration.p(95) went from 200 to 230 (+15.0 %)
                PASS avg:+20%: http_req_duration.avg went from 100 to 110 (+10.0 %)
                FAIL p(99):+5%: http_req_duration.p(99) is missing in both reports
                """);
    }

    @Test
    void the_json_has_the_same() {
        Map<String, Object> json = compare("p(95):+10%").json();

        assertThat(json).containsEntry("ok", false);
        assertThat(Json.write(json.get("limits")))
                .isEqualTo("[{\"limit\":\"p(95):+10%\",\"ok\":false,\"metric\":\"http_req_duration\",\"stat\":\"p95\","
                        + "\"old\":200,\"new\":230,\"delta\":30,\"percent\":15}]");
        assertThat(Json.write(json)).contains("{\"route\":\"GET /b\",\"count\":{\"old\":500},");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0|a limit such as p(95):+10%",
                "p(95)|5|a colon after p95",
                "p(95):10%|6|+ for how far it may rise",
                "p(95:+10%|4|a closing parenthesis",
                "p(950):+10%|2|a number of percent from 0 to 100",
                "p95:+x%|5|a number after +",
                "p95:+10|7|% or ms after the number",
                "p95:+10%!|8|nothing after %",
                "http_reqs.speed:+1%|10|one of avg, min, med, max",
                "average:+1%|0|one of avg, min, med, max",
            })
    void a_malformed_limit_is_pointed_at(String limit, int position, String expected) {
        assertThatThrownBy(() -> RegressionLimit.parse(limit))
                .isInstanceOfSatisfying(
                        MalformedLimitException.class,
                        e -> assertThat(e.position()).isEqualTo(position))
                .hasMessageStartingWith("fail-on: \"" + limit + "\" (expected: " + expected)
                .hasMessageEndingWith("\n    " + limit + "\n    " + " ".repeat(position) + "^");
    }

    @Test
    void a_file_that_is_no_report_is_refused() {
        assertThatThrownBy(() -> Comparison.of(OLD, Map.of("a", 1L), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("new report: no member \"summary\" (expected: a report written by --out json:FILE)");
    }
}
