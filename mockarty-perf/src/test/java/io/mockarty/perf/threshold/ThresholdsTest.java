package io.mockarty.perf.threshold;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    private final MetricRegistry registry = new MetricRegistry();
    private final Metric duration = registry.register("http_req_duration", MetricType.TREND, ValueKind.TIME);
    private final Metric failed = registry.register("http_req_failed", MetricType.RATE);
    private final Metric orders = registry.register("orders", MetricType.COUNTER);
    private final ThresholdReader reader = new ThresholdReader(registry);

    private Measurements measurements() {
        return new Measurements(registry, 1, reader.thresholds().submetrics(), 500, List.of());
    }

    @Test
    void results_are_told_in_lines_below_a_heading() {
        reader.threshold("http_req_duration", "avg < 200", false, ZERO);
        reader.threshold("http_req_duration", "p(95) < 500", false, ZERO);
        reader.threshold("http_req_failed", "rate < 0.01", false, ZERO);
        reader.threshold("orders", "count>=2", false, ZERO);
        reader.requireValid();
        Thresholds thresholds = reader.thresholds();
        Measurements run = measurements();
        run.recorder().add(duration, 87.336, Tags.EMPTY);
        run.recorder().add(failed, 0, Tags.EMPTY);
        run.recorder().add(orders, 2, Tags.EMPTY);

        assertThat(ThresholdResult.table(thresholds.evaluate(run.snapshot(1)))).isEqualTo("""
                        All thresholds passed:
                        PASS [http_req_duration] avg < 200: actual=87.34
                        PASS [http_req_duration] p(95) < 500: actual=87.34
                        PASS [http_req_failed] rate < 0.01: actual=0.00
                        PASS [orders] count>=2: actual=2.00
                        """);

        run.recorder().add(duration, 10_000, Tags.EMPTY);
        List<ThresholdResult> results = thresholds.evaluate(run.snapshot(1));
        assertThat(ThresholdResult.table(results))
                .startsWith("Threshold violations:\nFAIL [http_req_duration] avg < 200: actual=5043.67\n");
        assertThat(results).extracting(ThresholdResult::ok).containsExactly(false, false, true, true);
        assertThat(ThresholdResult.table(List.of())).isEmpty();
    }

    @Test
    void submetrics_are_measured_for_their_thresholds() {
        reader.threshold("http_req_duration{name:login}", "max < 100", false, ZERO);
        Measurements run = measurements();
        run.recorder().add(duration, 900, Tags.EMPTY.with("name", "other"));
        run.recorder().add(duration, 90, Tags.EMPTY.with("name", "login"));

        assertThat(reader.thresholds().evaluate(run.snapshot(1)))
                .extracting(ThresholdResult::line)
                .containsExactly("PASS [http_req_duration{name:login}] max < 100: actual=90.00");
        assertThat(reader.thresholds().expressions())
                .containsExactly(java.util.Map.entry("http_req_duration{name:login}", List.of("max < 100")));
    }

    @Test
    void all_figures_of_a_metric_without_samples_are_0() {
        reader.threshold("http_req_duration", "p(95) < 500", false, ZERO);
        reader.threshold("http_req_duration{name:nowhere}", "avg>1", false, ZERO);
        reader.threshold("checks", "rate > 0.9", false, ZERO);
        reader.threshold("http_reqs", "rate == 0", false, ZERO);
        reader.threshold("vus", "value<1", false, ZERO);
        reader.requireValid();
        assertThat(reader.thresholds().evaluate(measurements().snapshot(0)))
                .extracting(ThresholdResult::line)
                .containsExactly(
                        "PASS [http_req_duration] p(95) < 500: actual=0.00",
                        "FAIL [http_req_duration{name:nowhere}] avg>1: actual=0.00",
                        "FAIL [checks] rate > 0.9: actual=0.00",
                        "PASS [http_reqs] rate == 0: actual=0.00",
                        "PASS [vus] value<1: actual=0.00");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        reader.threshold("http_req_duration", "p(95) < 500", false, ZERO);
        reader.threshold("http_req_duration", "p(95) < 500ms", false, ZERO);
        reader.threshold("http_req_duraton", "avg < 1", false, ZERO);
        reader.threshold("http_req_duraton", "max < 1", false, ZERO);
        reader.threshold("orders", "p(95) < 1", false, ZERO);
        reader.threshold("orders{a}", "count < 1", false, ZERO);
        reader.criterion("slow", "http_req_duration", "p101", ">", 5, ZERO);
        reader.criterion("many", "http_reqs", "avg", "=>", 5, ZERO);
        InvalidThresholdsException failure =
                catchThrowableOfType(InvalidThresholdsException.class, reader::requireValid);
        assertThat(failure.problems()).hasSize(7);
        assertThat(failure).hasMessage("""
                        thresholds.http_req_duration[1]: "p(95) < 500ms" (expected: nothing after the number; times are in \
                        milliseconds, data in bytes and rates from 0 to 1, all without a unit)
                            p(95) < 500ms
                                       ^
                        thresholds: "http_req_duraton" (expected: a metric of this run; did you mean http_req_duration?)
                        thresholds.orders[0]: "p(95) < 1" (expected: count or rate, since orders is a counter)
                            p(95) < 1
                            ^
                        thresholds: "orders{a}" (expected: tag:value in the braces instead of "a")
                        abortCriteria[0].stat: "p101" (expected: a number of percent from 0 to 100)
                            p101
                             ^
                        abortCriteria[1].condition: "=>" (expected: one of <, <=, >, >=, ==, ===, !=)
                        abortCriteria[1].stat: "avg" (expected: count or rate, since http_reqs is a counter)
                            avg
                            ^""");
    }

    @Test
    void a_crossed_threshold_ends_the_run_only_when_it_says_so_and_not_before_its_delay() {
        reader.threshold("http_req_duration", "max < 100", false, ZERO);
        reader.threshold("http_req_duration", "avg < 100", true, Duration.ofSeconds(10));
        reader.threshold("checks", "rate > 0.9", true, ZERO);
        Measurements run = measurements();
        run.recorder().add(duration, 200, Tags.EMPTY);

        assertThat(reader.thresholds().abortReason(run.snapshot(9.9))).isEmpty();
        assertThat(reader.thresholds().abortReason(run.snapshot(10)))
                .contains("threshold: [http_req_duration] avg < 100");
    }

    @Test
    void an_abort_criterion_must_hold_without_a_break() {
        reader.criterion("High error rate", "http_req_failed", "rate", ">", 0.5, Duration.ofSeconds(30));
        reader.requireValid();
        AbortWatch watch = new AbortWatch(reader.criteria());
        Measurements run = measurements();
        assertThat(watch.look(run.snapshot(1), Duration.ofSeconds(1))).isEmpty();
        run.recorder().add(failed, 1, Tags.EMPTY);
        assertThat(watch.look(run.snapshot(2), Duration.ofSeconds(2))).isEmpty();
        run.recorder().add(failed, 0, Tags.EMPTY);
        assertThat(watch.look(run.snapshot(20), Duration.ofSeconds(20))).isEmpty();
        run.recorder().add(failed, 1, Tags.EMPTY);
        assertThat(watch.look(run.snapshot(21), Duration.ofSeconds(21))).isEmpty();
        assertThat(watch.look(run.snapshot(50), Duration.ofSeconds(50))).isEmpty();
        assertThat(watch.look(run.snapshot(51), Duration.ofSeconds(51))).contains("auto_stop: High error rate");
    }

    @Test
    void an_abort_criterion_without_duration_ends_the_run_at_once() {
        reader.criterion("Latency spike", "http_req_duration", "p95", ">", 5000, ZERO);
        reader.criterion("Latency low", "http_req_duration", "p(95)", "<", 5000, ZERO);
        AbortWatch watch = new AbortWatch(reader.criteria());
        Measurements run = measurements();
        assertThat(watch.look(run.snapshot(1), Duration.ofSeconds(1))).isEmpty();
        run.recorder().add(duration, 6000, Tags.EMPTY);
        assertThat(watch.look(run.snapshot(1), Duration.ofSeconds(1))).contains("auto_stop: Latency spike");
    }

    @Test
    void an_abort_criterion_can_watch_for_a_counter_that_stands_still() {
        reader.criterion("Nothing sold", "orders", "count", "<", 1, Duration.ofSeconds(5));
        AbortWatch watch = new AbortWatch(reader.criteria());
        Measurements run = measurements();
        assertThat(watch.look(run.snapshot(1), Duration.ofSeconds(1))).isEmpty();
        assertThat(watch.look(run.snapshot(6), Duration.ofSeconds(6))).contains("auto_stop: Nothing sold");
    }
}
