package io.mockarty.perf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void durations_are_those_of_go() {
        assertThat(Durations.parse("1h2m3.5s")).isEqualTo(Duration.ofMillis(3_723_500));
        assertThat(Durations.parse("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(Durations.parse("7us")).isEqualTo(Durations.parse("7µs")).isEqualTo(Duration.ofNanos(7_000));
        assertThat(Durations.parse(".5s")).isEqualTo(Duration.ofMillis(500));
        assertThat(Durations.parse("7μs")).isEqualTo(Duration.ofNanos(7_000));
        assertThat(Durations.parse("3ns")).isEqualTo(Duration.ofNanos(3));
        assertThat(Durations.parse("2d")).isEqualTo(Duration.ofDays(2));
        assertThat(Durations.parse(" 1m30s ")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Durations.parse(0.5)).isEqualTo(Duration.ofNanos(500_000));
        assertThat(Durations.parse(0)).isZero();
        assertThat(Durations.parse(250L)).isEqualTo(Duration.ofMillis(250));
        assertThat(Durations.parse("0")).isZero();
    }

    @Test
    void what_is_no_duration_is_refused() {
        for (Object value : new Object[] {
            null, "", " ", "5", "5 s", "5x", "s", "-1s", "1s2", "x1s", "1s1", "99999999h", -1L, 1e300, Double.NaN, true
        }) {
            assertThat(Durations.parse(value)).as("%s", value).isNull();
        }
    }

    @Test
    void durations_are_written_as_go_does() {
        assertThat(Durations.text(Duration.ofMillis(3_723_500))).isEqualTo("1h2m3.5s");
        assertThat(Durations.text(Duration.ofMinutes(10))).isEqualTo("10m0s");
        assertThat(Durations.text(Duration.ofMillis(20))).isEqualTo("20ms");
        assertThat(Durations.text(Duration.ofNanos(1))).isEqualTo("0.000001ms");
        assertThat(Durations.text(Duration.ZERO)).isEqualTo("0s");
    }

    @Test
    void what_was_written_can_be_read_again() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Duration duration = Duration.ofNanos((long) (Math.pow(10, random.nextDouble() * 15)));
            assertThat(Durations.parse(Durations.text(duration))).isEqualTo(duration);
        }
    }
}
