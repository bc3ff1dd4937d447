package io.mockarty.perf.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptOptionsTest {

    private static final Duration FALLBACK = Duration.ofSeconds(7);

    @Test
    void durations_are_those_of_the_options_of_a_run() {
        ScriptOptions options = ScriptOptions.of("f", Map.of("a", "1h2m3.5s", "b", "1d", "c", 250, "d", "0"));
        assertThat(options.duration("a", FALLBACK)).isEqualTo(Duration.ofMillis(3_723_500));
        assertThat(options.duration("b", FALLBACK)).isEqualTo(Duration.ofDays(1));
        assertThat(options.duration("c", FALLBACK)).isEqualTo(Duration.ofMillis(250));
        assertThat(options.duration("d", FALLBACK)).isZero();
        assertThat(options.duration("e", FALLBACK)).isEqualTo(FALLBACK);
        options.done();
    }

    @Test
    void what_is_no_duration_is_told_with_its_name() {
        ScriptOptions options = ScriptOptions.of("f", Map.of("a", "soon", "b", -1, "c", Double.NaN));
        options.duration("a", FALLBACK);
        options.duration("b", FALLBACK);
        options.duration("c", FALLBACK);
        assertThatThrownBy(options::done)
                .isInstanceOf(ScriptException.class)
                .hasMessage("f: a: \"soon\" (expected: a duration such as 5s, 1m30s or 500ms);"
                        + " b: -1 (expected: a duration such as 5s, 1m30s or 500ms);"
                        + " c: NaN (expected: a duration such as 5s, 1m30s or 500ms)");
    }
}
