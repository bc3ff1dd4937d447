package io.mockarty.perf.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.json.Json;
import io.mockarty.perf.plan.Executor.ConstantArrivalRate;
import io.mockarty.perf.plan.Executor.ConstantVus;
import io.mockarty.perf.plan.Executor.RampingArrivalRate;
import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.plan.Executor.SharedIterations;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static Options options(String json) {
        return Options.of(map(json), Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String json) {
        return (Map<String, Object>) Objects.requireNonNull(Json.parse(json));
    }

    private static Executor executor(String json) {
        return options(json).scenarios().get(0).executor();
    }

    @Test
    void the_options_of_a_run_with_one_scenario_choose_its_executor() {
        assertThat(executor("{}")).isEqualTo(new SharedIterations(1, 1, Duration.ofMinutes(10)));
        assertThat(executor("{\"vus\": 3}")).isEqualTo(new ConstantVus(3, Duration.ofSeconds(30)));
        assertThat(executor("{\"vus\": 3, \"duration\": \"1m30s\"}"))
                .isEqualTo(new ConstantVus(3, Duration.ofSeconds(90)));
        assertThat(executor("{\"vus\": 3, \"iterations\": 10}"))
                .isEqualTo(new SharedIterations(3, 10, Duration.ofMinutes(10)));
        assertThat(executor("{\"rps\": 50, \"duration\": \"5s\"}"))
                .isEqualTo(new ConstantArrivalRate(50_000, Duration.ofSeconds(1000), Duration.ofSeconds(5), 1, 200));
        assertThat(executor("{\"stages\": [{\"duration\": \"5s\", \"target\": 9}]}"))
                .isInstanceOf(RampingVus.class);
        assertThat(executor("{\"maxVUs\": 7, \"stages\": [{\"duration\": \"5s\", \"targetRPS\": 9}]}"))
                .isInstanceOfSatisfying(
                        RampingArrivalRate.class,
                        ramp -> assertThat(ramp.maxUsers()).isEqualTo(7));
    }

    @Test
    void overrides_replace_other_ways_to_say_how_much_load_there_is() {
        Options options = Options.of(
                map("{\"scenarios\": {\"a\": {\"executor\": \"constant-vus\", \"duration\": \"1s\"}}}"),
                map("{\"vus\": 2, \"duration\": \"3s\"}"));
        assertThat(options.scenarios().get(0).executor()).isEqualTo(new ConstantVus(2, Duration.ofSeconds(3)));
        assertThat(Options.of(map("{\"stages\": [{\"duration\": \"5s\", \"target\": 9}]}"), map("{\"iterations\": 4}"))
                        .scenarios()
                        .get(0)
                        .executor())
                .isInstanceOf(SharedIterations.class);
    }

    @Test
    void all_problems_are_told_at_once_with_their_paths() {
        assertThatThrownBy(() -> options("""
                        {"vus": "many", "duration": "5x", "thresholds": {"http_reqs": 5},
                         "abortCriteria": [{"metric": "http_reqs", "stat": "rate", "condition": "~", "value": 1}],
                         "stages": [{"duration": "1s"}, 7]}
                        """))
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessage("""
                        vus: "many" (expected: a whole number, 1 or more)
                        duration: "5x" (expected: a duration such as 30s or 1m30s)
                        stages[0].target: null (expected: a number, 0 or more)
                        stages[1]: 7 (expected: an object such as {duration: "30s", target: 10})
                        thresholds.http_reqs[0]: 5 (expected: a string such as "p(95) < 500", or {threshold: "...", abortOnFail: true})
                        abortCriteria[0].condition: "~" (expected: one of <, <=, >, >=, ==, !=)""");
    }

    @Test
    void scenarios_are_checked_field_by_field() {
        assertThatThrownBy(() -> options("""
                        {"scenarios": {"a b": {"executor": "constant-vus", "duration": "0s", "rate": 4},
                                       "c": {"executor": "constant-arrival-rate", "duration": "1s", "maxVUs": 0},
                                       "d": {"executor": "externally-controlled"}}}
                        """))
                .hasMessageContaining(
                        "scenarios.a b: \"a b\" (expected: a name of letters, digits, underscores and hyphens)")
                .hasMessageContaining(
                        "scenarios.a b.rate: 4 (expected: one of vus, duration for the executor constant-vus)")
                .hasMessageContaining("scenarios.a b.duration: \"0s\" (expected: more than 0s)")
                .hasMessageContaining("scenarios.c.rate: null (expected: how many iterations start per timeUnit)")
                .hasMessageContaining("scenarios.c.preAllocatedVUs: null (expected: how many users are made before")
                .hasMessageContaining(
                        "scenarios.d.executor: \"externally-controlled\" (expected: constant-vus, ramping-vus");
    }

    @Test
    void unknown_options_are_told_and_do_no_harm() {
        assertThat(options("{\"threshold\": {}, \"foo\": 1}").warnings())
                .containsExactly(
                        "options.foo is not known and has no effect",
                        "options.threshold is not known and has no effect; did you mean thresholds?");
    }

    @Test
    void thresholds_may_be_a_string_a_list_or_objects() {
        assertThat(options("""
                                {"thresholds": {"a": "avg < 1", "b": ["max < 2", {"threshold": "rate > 3",
                                  "abortOnFail": true, "delayAbortEval": "10s"}]}}
                                """).thresholds())
                .containsExactly(
                        new ThresholdSpec("a", "avg < 1", false, Duration.ZERO),
                        new ThresholdSpec("b", "max < 2", false, Duration.ZERO),
                        new ThresholdSpec("b", "rate > 3", true, Duration.ofSeconds(10)));
    }

    @Test
    void percentiles_of_the_summary_lie_between_0_and_100() {
        assertThat(options("{\"summaryTrendStats\": [\"p(0)\", \"p(99.99)\", \"p(100)\"]}")
                        .report()
                        .trendStats())
                .containsExactly("p(0)", "p(99.99)", "p(100)");
        assertThatThrownBy(() -> options("{\"summaryTrendStats\": [\"p(101)\"]}"))
                .hasMessageContaining("summaryTrendStats[0]: \"p(101)\"");
        assertThatThrownBy(() -> options("{\"summaryTrendStats\": [\"p(9.9.9)\"]}"))
                .hasMessageContaining("summaryTrendStats[0]: \"p(9.9.9)\"");
    }

    @Test
    void durations_are_those_of_go() {
        assertThat(Durations.parse("1h2m3.5s")).isEqualTo(Duration.ofMillis(3_723_500));
        assertThat(Durations.parse("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(Durations.parse(250L)).isEqualTo(Duration.ofMillis(250));
        assertThat(Durations.parse("0")).isZero();
        assertThat(Durations.parse("")).isNull();
        assertThat(Durations.parse("5 s")).isNull();
        assertThat(Durations.parse(-1L)).isNull();
        assertThat(Durations.text(Duration.ofMillis(3_723_500))).isEqualTo("1h2m3.5s");
        assertThat(Durations.text(Duration.ofMillis(20))).isEqualTo("20ms");
        assertThat(Durations.text(Duration.ofSeconds(30))).isEqualTo("30s");
    }
}
