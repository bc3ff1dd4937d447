package io.mockarty.junit5;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.LoadTestResult;
import io.mockarty.resolver.MockartyServer;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PerfTestTest {

    private static final String SCRIPT = """
            import http from 'k6/http';
            import { check } from 'k6';
            export default () => check(http.get(__ENV.MOCKARTY_URL + '/stock'), { 'is there': (r) => r.status === 200 });
            """;

    @Test
    void the_script_runs_against_the_mocks_that_the_body_stubs() {
        Runs.pass(Prepared.class);
    }

    @MockartyTest
    static class Prepared {

        @PerfTest(
                inline = SCRIPT,
                vus = 2,
                iterations = 10,
                thresholds = {"checks: rate == 1", "http_reqs: count == 10"})
        void is_quick(MockartyServer mocks) {
            mocks.stub(get("/stock").respond(ok().text("7")));
        }
    }

    @Test
    void a_body_with_the_result_runs_after_the_script() {
        Runs.pass(Inspected.class);
    }

    @MockartyTest
    static class Inspected {

        @BeforeEach
        void stub(MockartyServer mocks) {
            mocks.stub(get("/stock").respond(ok().text("7")));
        }

        @PerfTest(inline = SCRIPT, iterations = 3)
        void did_all(LoadTestResult result) {
            assertThat(result.snapshot().find("iterations").orElseThrow().value("count"))
                    .isEqualTo(3);
        }
    }

    @Test
    void a_crossed_threshold_fails_the_test_with_the_table() {
        assertThat(Runs.failure(Crossed.class))
                .startsWith("Threshold violations:\nFAIL [checks] rate > 0.9: actual=0.00\n")
                .contains("http_reqs");
    }

    @MockartyTest(strict = Strictness.OFF)
    static class Crossed {

        @PerfTest(inline = SCRIPT, thresholds = "checks: rate > 0.9")
        void nothing_is_stubbed() {}
    }

    @Test
    void what_cannot_be_run_is_told() {
        assertThat(Runs.failure(Nameless.class))
                .isEqualTo("@PerfTest on Nameless.neither (expected: either script or inline)");
        assertThat(Runs.failure(Missing.class)).isEqualTo("script: nowhere.js cannot be read (there is no such file)");
        assertThat(Runs.failure(Malformed.class))
                .isEqualTo("@PerfTest: thresholds: \"checks\" (expected: metric: expression)");
    }

    static class Nameless {

        @PerfTest
        void neither() {}
    }

    static class Missing {

        @PerfTest(script = "nowhere.js")
        void there() {}
    }

    static class Malformed {

        @PerfTest(inline = SCRIPT, thresholds = "checks")
        void there() {}
    }

    @Test
    void the_variables_of_the_annotation_reach_the_script() {
        Runs.pass(Variables.class);
        assertThat(Variables.SEEN.get()).isEqualTo(1);
    }

    static class Variables {

        static final AtomicReference<Long> SEEN = new AtomicReference<>();

        @PerfTest(
                inline = "export default () => { if (__ENV.WHO !== 'me=you') throw new Error('no'); };",
                env = "WHO=me=you")
        void reach_it(LoadTestResult result) {
            assertThat(result.context().errors()).isEmpty();
            SEEN.set(1L);
        }
    }
}
