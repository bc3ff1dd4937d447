package io.mockarty.perf.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementsTest {

    private static final double[] PERCENTILES = {0, 1, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 100};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 9_999, 10_000, 10_001, 200_000})
    void shards_that_are_added_up_in_any_order_equal_one_recorder(int samples) {
        Random random = new Random(samples);
        TrendSink one = new TrendSink();
        List<TrendSink> shards = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            shards.add(new TrendSink());
        }
        for (int i = 0; i < samples; i++) {
            double value = Math.exp(random.nextGaussian() * 2) * (random.nextInt(20) == 0 ? -1 : 1);
            one.add(value);
            shards.get(Math.min(7, (int) (random.nextDouble() * random.nextDouble() * 8)))
                    .add(value);
        }
        for (int order = 0; order < 5; order++) {
            Collections.shuffle(shards, random);
            TrendSink merged = new TrendSink();
            shards.forEach(merged::addAll);
            assertEqual(distribution(merged), distribution(one));
        }
    }

    private static void assertEqual(MetricSummary.Distribution actual, MetricSummary.Distribution expected) {
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(actual.min()).isEqualTo(expected.min());
        assertThat(actual.max()).isEqualTo(expected.max());
        assertThat(actual.mean()).isEqualTo(expected.mean());
        assertThat(actual.deviation()).isEqualTo(expected.deviation());
        for (double percent : PERCENTILES) {
            assertThat(actual.percentile(percent)).isEqualTo(expected.percentile(percent));
        }
    }

    private static MetricSummary.Distribution distribution(TrendSink sink) {
        return (MetricSummary.Distribution) sink.summary();
    }

    @Test
    void few_samples_are_interpolated_as_k6_does() {
        TrendSink sink = new TrendSink();
        for (double value : new double[] {40, 10, 30, 20}) {
            sink.add(value);
        }
        assertThat(distribution(sink).median()).isEqualTo(25);
        assertThat(distribution(sink).percentile(95)).isCloseTo(38.5, within(1e-9));
        assertThat(distribution(sink).mean()).isEqualTo(25);
    }

    @Test
    void many_samples_are_exact_to_three_digits() {
        Random random = new Random(7);
        double[] values = new double[300_000];
        TrendSink sink = new TrendSink();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(random.nextGaussian() * 1.5 + 2);
            sink.add(values[i]);
        }
        Arrays.sort(values);
        for (double percent : new double[] {1, 50, 90, 95, 99, 99.9}) {
            double exact = values[(int) Math.ceil(percent / 100 * values.length) - 1];
            assertThat(distribution(sink).percentile(percent)).isCloseTo(exact, within(exact * 0.002));
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
        assertThat(distribution(sink).deviation()).isCloseTo(deviation, within(deviation * 0.001));
    }

    @Test
    void extreme_values_do_not_break_a_trend() {
        TrendSink sink = new TrendSink();
        for (int i = 0; i < TrendSink.EXACT; i++) {
            sink.add(i % 2 == 0 ? 1e300 : -1e300);
        }
        sink.add(1e-12);
        assertThat(distribution(sink).max()).isEqualTo(1e300);
        assertThat(distribution(sink).percentile(100)).isLessThanOrEqualTo(1e300);
        assertThat(distribution(sink).percentile(50)).isBetween(-1e-5, 1e-5);
    }

    @Test
    void samples_are_summed_up_by_metric_submetric_check_group_and_route() {
        MetricRegistry registry = new MetricRegistry();
        Metric duration = registry.register("http_req_duration", MetricType.TREND, ValueKind.TIME);
        Metric checks = registry.register("checks", MetricType.RATE);
        Metric groups = registry.register("group_duration", MetricType.TREND, ValueKind.TIME);
        Metric count = registry.register("done", MetricType.COUNTER);
        Metric level = registry.register("level", MetricType.GAUGE);
        List<String> heard = new ArrayList<>();
        Measurements run = new Measurements(
                registry,
                3,
                List.of(Submetric.parse("http_req_duration{name:login}")),
                100,
                List.of((metric, value, tags, when) -> heard.add(metric.name() + "=" + value)));
        Tags login = Tags.EMPTY.with("name", "login").with("group", "::a");
        for (int i = 1; i <= 6; i++) {
            Recorder recorder = run.recorder();
            recorder.add(duration, i * 100, i > 3 ? login : Tags.EMPTY);
            recorder.add(checks, i % 2, login.with("check", "is odd"));
            recorder.add(groups, 5, login);
            recorder.add(count, 0.5, Tags.EMPTY);
            recorder.add(level, i, Tags.EMPTY);
            recorder.route("GET /users/{id}").add(i * 100, i == 1);
        }
        run.tick(3, 2);
        Snapshot all = run.snapshot(10);

        assertThat(all.find("http_req_duration").orElseThrow().value("avg")).isEqualTo(350);
        assertThat(all.find("http_req_duration{name:login}").orElseThrow().value("min"))
                .isEqualTo(400);
        assertThat(all.find("http_req_duration{expected_response:true}")
                        .orElseThrow()
                        .samples())
                .isZero();
        assertThat(all.find("done").orElseThrow().value("count")).isEqualTo(3);
        assertThat(all.find("done").orElseThrow().value("rate")).isEqualTo(0.3);
        assertThat(all.find("level").orElseThrow().value("value")).isEqualTo(6);
        assertThat(all.find("level").orElseThrow().value("min")).isEqualTo(1);
        assertThat(all.checks()).containsExactly(new Snapshot.CheckSummary("::a", "is odd", 3, 3));
        assertThat(all.groups().get(0).path()).isEqualTo("::a");
        RouteSummary route = all.routes().get(0);
        assertThat(route.count()).isEqualTo(6);
        assertThat(route.apdex()).isEqualTo(new Apdex(0, 3, 3, 100));
        assertThat(route.apdex().score()).isEqualTo(0.25);
        assertThat(all.series()).hasSize(1);
        assertThat(all.series().get(0).perSecond()).isEqualTo(2);
        assertThat(heard).hasSize(30).contains("done=0.5");
        assertThatThrownBy(() -> all.find("done").orElseThrow().value("p(95)"))
                .hasMessage("done: p(95) (expected: count or rate)");
    }

    @Test
    void routes_have_placeholders_for_ids() {
        assertThat(RouteNames.normalize("https://a.b/users/42/orders?x=1")).isEqualTo("/users/{id}/orders");
        assertThat(RouteNames.normalize("/u/9b2d6a1e-0c3f-4f6a-8d1b-1f2e3d4c5b6a"))
                .isEqualTo("/u/{uuid}");
        assertThat(RouteNames.normalize("http://host")).isEqualTo("/");
        assertThat(RouteNames.normalize("http://host/a/#top")).isEqualTo("/a/");
    }

    @Test
    void submetrics_are_read_as_k6_writes_them() {
        assertThat(Submetric.parse("m{a:b, c:\"d e\"}")).hasToString("m{a:b,c:d e}");
        assertThatThrownBy(() -> Submetric.parse("m{a}"))
                .hasMessage("\"m{a}\" (expected: tag:value in the braces instead of \"a\")");
    }

    @Test
    void metrics_keep_their_type() {
        MetricRegistry registry = new MetricRegistry();
        registry.register("a", MetricType.COUNTER);
        assertThatThrownBy(() -> registry.register("a", MetricType.TREND))
                .hasMessage("metric: \"a\" as trend of default (expected: counter of default, as registered before)");
        assertThatThrownBy(() -> registry.register("a b", MetricType.TREND)).hasMessageContaining("expected: letters");
    }
}
