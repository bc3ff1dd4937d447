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

    private static final String ONE_SCENARIO = """
            {"scenarios": {"a": {"executor": "per-vu-iterations", "iterations": 20, "exec": "buy",
                                 "startTime": "5s", "gracefulStop": "0s"}}}
            """;

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
                .isEqualTo(new ConstantArrivalRate(50_000, Duration.ofSeconds(1000), Duration.ofSeconds(5), 10, 200));
        assertThat(executor("{\"rps\": 0.5, \"vus\": 3, \"duration\": \"5s\"}"))
                .isEqualTo(new ConstantArrivalRate(500, Duration.ofSeconds(1000), Duration.ofSeconds(5), 3, 200));
        assertThat(executor("{\"stages\": [{\"duration\": \"5s\", \"target\": 9}]}"))
                .isInstanceOf(RampingVus.class);
        assertThat(executor("{\"maxVUs\": 7, \"stages\": [{\"duration\": \"5s\", \"targetRPS\": 9}]}"))
                .isInstanceOfSatisfying(
                        RampingArrivalRate.class,
                        ramp -> assertThat(ramp.maxUsers()).isEqualTo(7));
    }

    @Test
    void one_user_and_no_load_is_the_functional_mode() {
        for (String json :
                new String[] {"{}", "{\"vus\": 1}", "{\"stages\": []}", "{\"scenarios\": {}}", "{\"iterations\": 0}"}) {
            assertThat(options(json).functional()).as(json).isTrue();
            assertThat(executor(json)).isEqualTo(new SharedIterations(1, 1, Duration.ofMinutes(10)));
        }
        for (String json :
                new String[] {"{\"vus\": 2}", "{\"duration\": \"1s\"}", "{\"iterations\": 1}", "{\"rps\": 1}"}) {
            assertThat(options(json).functional()).as(json).isFalse();
        }
    }

    @Test
    void vus_alone_changes_how_many_users_a_ramp_starts_with() {
        Options options = Options.of(map("{\"stages\": [{\"duration\": \"5s\", \"target\": 9}]}"), map("{\"vus\": 4}"));
        assertThat(options.scenarios().get(0).executor())
                .isInstanceOfSatisfying(
                        RampingVus.class, ramp -> assertThat(ramp.startVus()).isEqualTo(4));
    }

    @Test
    void overrides_of_one_kind_drop_those_of_the_script_that_would_contradict() {
        assertThat(Options.of(map("{\"iterations\": 9, \"vus\": 2}"), map("{\"duration\": \"1s\"}"))
                        .scenarios()
                        .get(0)
                        .executor())
                .isEqualTo(new ConstantVus(2, Duration.ofSeconds(1)));
        assertThat(Options.of(map("{\"rps\": 9, \"vus\": 2, \"duration\": \"7s\"}"), map("{\"iterations\": 8}"))
                        .scenarios()
                        .get(0)
                        .executor())
                .isEqualTo(new SharedIterations(2, 8, Duration.ofSeconds(7)));
        assertThat(Options.of(map("{\"duration\": \"7s\"}"), map(ONE_SCENARIO)).warnings())
                .isEmpty();
    }

    @Test
    void scenarios_tell_what_they_do_in_a_line() {
        assertThat(description("{\"vus\": 10, \"duration\": \"30s\"}"))
                .isEqualTo("10 looping VUs for 30s (gracefulStop: 30s)");
        assertThat(description("{\"vus\": 10, \"iterations\": 100}"))
                .isEqualTo("100 iterations shared among 10 VUs (maxDuration: 10m0s, gracefulStop: 30s)");
        assertThat(description("{\"rps\": 30, \"vus\": 2, \"maxVUs\": 50}"))
                .isEqualTo("30.00 iterations/s for 30s (maxVUs: 2-50, gracefulStop: 30s)");
        assertThat(
                        description(
                                "{\"stages\": [{\"duration\": \"1m\", \"target\": 20}, {\"duration\": \"1m\", \"target\": 0}]}"))
                .isEqualTo("Up to 20 looping VUs for 2m0s over 2 stages (gracefulRampDown: 30s, gracefulStop: 30s)");
        assertThat(description("{\"vus\": 5, \"maxVUs\": 5, \"stages\": [{\"duration\": \"4m\", \"targetRPS\": 2.5}]}"))
                .isEqualTo("Up to 2.50 iterations/s for 4m0s over 1 stages (maxVUs: 5, gracefulStop: 30s)");
        assertThat(description(ONE_SCENARIO))
                .isEqualTo(
                        "20 iterations for each of 1 VUs (maxDuration: 10m0s, exec: buy, startTime: 5s, gracefulStop: 0s)");
        assertThat(options(ONE_SCENARIO).longest()).isEqualTo(Duration.ofSeconds(605));
    }

    private static String description(String json) {
        return options(json).scenarios().get(0).description();
    }

    @Test
    void options_of_connections_are_checked_as_well() {
        assertThatThrownBy(() -> options("""
                        {"insecureSkipTLSVerify": "yes", "batch": -1, "blockHostnames": "x", "blacklistIPs": [1],
                         "hosts": {"a": 5}, "tlsVersion": "tls9", "tlsAuth": [{"cert": "secret"}], "userAgent": 4,
                         "seed": 1.5, "apdexT": 0, "maxRedirects": "3", "summaryTrendStats": ["avg", "p(101)"],
                         "summaryTimeUnit": "h", "setupTimeout": true, "tags": {"a": []}, "vus": 2000000}
                        """))
                .isInstanceOfSatisfying(
                        InvalidOptionsException.class,
                        e -> assertThat(e.problems())
                                .extracting(Object::toString)
                                .contains(
                                        "vus: 2000000 (expected: a whole number, from 1 to 1000000)",
                                        "summaryTrendStats[1]: \"p(101)\" (expected: avg, min, med, max, count or p(N))",
                                        "tlsVersion: \"tls9\" (expected: tls1.0, tls1.1, tls1.2 or tls1.3, or an object with min and max)",
                                        "blacklistIPs[0]: 1 (expected: a string)",
                                        "tlsAuth[0]: \"...\" (expected: an object with cert and key, both in PEM)")
                                .hasSize(16));
    }

    @Test
    void what_a_way_to_say_the_load_does_not_use_is_told() {
        assertThat(options("{\"rps\": 5, \"iterations\": 3}").warnings())
                .containsExactly(
                        "iterations: 3 is not used beside rps, which starts iterations until duration is over");
        assertThat(options(ONE_SCENARIO.replaceFirst("\\{", "{\"vus\": 3, ")).warnings())
                .containsExactly("vus: 3 is not used beside scenarios, which say how much load there is");
        assertThat(options("{\"paused\": true}").warnings())
                .containsExactly("options.paused is an option of k6 that has no effect here");
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
                                       "d": {"executor": "externally-controlled"},
                                       "login": {"executor": "ramping-vus", "exec": 5, "startVUs": 0, "stages": [
                                           {"duration": "1s", "target": 0}, {"duration": "5x", "target": 0}]},
                                       "fast": {"executor": "constant-arrival-rate", "rate": 2, "timeUnit": "1us",
                                                "duration": "1s", "preAllocatedVUs": 1}}}
                        """))
                .hasMessageContaining(
                        "scenarios.a b: \"a b\" (expected: a name of letters, digits, underscores and hyphens)")
                .hasMessageContaining(
                        "scenarios.a b.rate: 4 (expected: one of vus, duration for the executor constant-vus)")
                .hasMessageContaining("scenarios.a b.duration: \"0s\" (expected: more than 0s)")
                .hasMessageContaining(
                        "scenarios.login.stages[1].duration: \"5x\" (expected: a duration such as 30s or 1m30s)")
                .hasMessageContaining("scenarios.login.exec: 5 (expected: a string)")
                .hasMessageContaining("(expected: a target above 0, as startVUs is 0)")
                .hasMessageContaining("scenarios.fast.rate: 2 (expected: at most 1000000 iterations per second)")
                .hasMessageContaining("scenarios.c.rate: null (expected: how many iterations start per timeUnit)")
                .hasMessageContaining("scenarios.c.preAllocatedVUs: null (expected: how many users are made before")
                .hasMessageContaining(
                        "scenarios.d.executor: \"externally-controlled\" (expected: constant-vus, ramping-vus");
    }

    @Test
    void unknown_options_are_told_and_do_no_harm() {
        assertThat(options("{\"threshold\": {}, \"foo\": 1, \"maxVus\": 3}").warnings())
                .containsExactly(
                        "options.foo is not known and has no effect",
                        "options.maxVus is not known and has no effect; did you mean maxVUs?",
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
}
