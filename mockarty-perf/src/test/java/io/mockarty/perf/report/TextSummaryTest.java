package io.mockarty.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.plan.Options.ReportOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSummaryTest {

    private static final ReportOptions OPTIONS = ShopRun.OPTIONS.report();

    @Test
    void shows_thresholds_checks_and_metrics_as_k6_does() {
        ShopRun run = new ShopRun();
        String text = new TextSummary(OPTIONS, false).write(run.snapshot(), run.results());
        assertThat(text).isEqualTo("""

                          █ THRESHOLDS

                            http_req_duration
                            ✗ 'p(95) < 500' p(95)=1.11s

                              {name:login}
                              ✓ 'max<100' max=87.33ms

                            http_req_failed
                            ✓ 'rate<0.5' rate=25.00%

                            http_reqs
                            ✓ 'count>3' count=4


                          █ TOTAL RESULTS

                            checks_total.......: 5      0.5/s
                            checks_succeeded...: 80.00% 4 out of 5
                            checks_failed......: 20.00% 1 out of 5

                            ✓ status is 200
                            ✗ has token
                              ↳  66% — ✓ 2 / ✗ 1

                            CUSTOM
                            order_time.....................: avg=7.5      min=7.5     med=7.5      max=7.5     p(90)=7.5      p(95)=7.5
                            orders.........................: 2      0.2/s

                            HTTP
                            http_req_duration..............: avg=424.96ms min=12.5ms  med=218.66ms max=1.25s   p(90)=980ms    p(95)=1.11s
                              { expected_response:true }...: avg=181.25ms min=12.5ms  med=181.25ms max=350ms   p(90)=316.25ms p(95)=333.12ms
                              { name:login }...............: avg=87.33ms  min=87.33ms med=87.33ms  max=87.33ms p(90)=87.33ms  p(95)=87.33ms
                            http_req_failed................: 25.00% 1 out of 4
                            http_reqs......................: 4      0.4/s

                            EXECUTION
                            iteration_duration.............: avg=1m1s     min=1m1s    med=1m1s     max=1m1s    p(90)=1m1s     p(95)=1m1s
                            iterations.....................: 4      0.4/s
                            vus............................: 1      min=1      max=2
                            vus_max........................: 2      min=2      max=2

                            NETWORK
                            data_received..................: 520 kB 52 kB/s
                            data_sent......................: 480 B  48 B/s

                        """);
    }

    @Test
    void the_options_choose_figures_and_unit() {
        ShopRun run = new ShopRun();
        ReportOptions options = Options.of(
                        Map.of("summaryTrendStats", List.of("count", "p(99.9)"), "summaryTimeUnit", "s"), Map.of())
                .report();
        assertThat(new TextSummary(options, false).write(run.snapshot(), List.of()))
                .doesNotContain("THRESHOLDS")
                .contains("http_req_duration..............: count=4 p(99.9)=1.25s\n")
                .contains("iteration_duration.............: count=1 p(99.9)=61.23s\n");
    }

    @Test
    void colours_change_nothing_but_the_escape_sequences() {
        ShopRun run = new ShopRun();
        String plain = new TextSummary(OPTIONS, false).write(run.snapshot(), run.results());
        String coloured = new TextSummary(OPTIONS, true).write(run.snapshot(), run.results());
        assertThat(coloured).contains("\u001b[32m✓\u001b[0m").contains("\u001b[31m✗\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void a_run_without_samples_has_an_empty_summary() {
        Measurements nothing = new Measurements(new MetricRegistry(), 1, List.of(), 500, List.of());
        assertThat(new TextSummary(OPTIONS, true).write(nothing.snapshot(0), List.of()))
                .isEqualTo("\n  █ \u001b[1mTOTAL RESULTS\u001b[0m\n\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "0.0000004, 0ns",
        "0.0004569, 456ns",
        "0.45678, 456.78µs",
        "0.999999, 999.99µs",
        "1.15, 1.15ms",
        "87.339, 87.33ms",
        "999.999, 999.99ms",
        "1000, 1s",
        "59999, 59.99s",
        "60000, 1m0s",
        "61999, 1m1s",
        "3600000, 1h0m0s",
        "90061000, 25h1m1s",
        "-1500, -1.5s"
    })
    void durations_are_cut_off_after_two_decimals(double millis, String text) {
        assertThat(new Humanized(null).time(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"s, 1.23s", "ms, 1234.57ms", "us, 1234567.00µs"})
    void durations_may_have_one_unit(String unit, String text) {
        assertThat(new Humanized(unit).time(1234.567)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "3.14159, 3.14 B",
        "9, 9 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "519000, 519 kB",
        "1000000, 1.0 MB",
        "2500000000, 2.5 GB"
    })
    void data_is_told_in_powers_of_1000(double bytes, String text) {
        assertThat(Humanized.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.00%", "57, 100, 57.00%", "999999, 1000000, 99.99%", "1, 3, 33.33%", "5, 5, 100.00%"})
    void percentages_are_cut_off_so_that_100_means_all(long part, long whole, String text) {
        assertThat(Humanized.percent(part, whole)).isEqualTo(text);
    }
}
