package io.mockarty.perf.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.schedule.GeneratorWatch.Load;
import org.junit.jupiter.api.Test;

class GeneratorWatchTest {

    private static final Load IDLE = new Load(0.2, 0.1);

    private final GeneratorWatch watch = new GeneratorWatch();

    @Test
    void a_calm_generator_says_nothing() {
        for (int second = 1; second <= 30; second++) {
            watch.look(second, IDLE, 10);
            watch.arrived(60_000);
        }
        assertThat(watch.warnings()).isEmpty();
        assertThat(new GeneratorWatch().warnings()).isEmpty();
    }

    @Test
    void busy_processors_are_told_with_the_share_of_the_generator() {
        for (int second = 1; second <= 30; second++) {
            watch.look(second, second <= 12 ? new Load(0.97, 0.6) : IDLE, 0);
        }
        assertThat(watch.warnings())
                .containsExactly(
                        "The generator was the bottleneck: the processors of its machine were busy above 90 %"
                                + " for 12 of 30 s, 60 % by the generator itself; latencies are those of the generator as well.");
    }

    @Test
    void a_short_peak_of_the_processors_is_not_worth_a_word() {
        for (int second = 1; second <= 30; second++) {
            watch.look(second, second <= 2 ? new Load(0.97, 0.6) : IDLE, 0);
        }
        assertThat(watch.warnings()).isEmpty();
    }

    @Test
    void garbage_and_a_late_clock_and_late_iterations_are_told() {
        double now = 0;
        for (int second = 1; second <= 10; second++) {
            now += second == 5 ? 1.4 : 1;
            watch.look(now, IDLE, 90L * second);
        }
        for (int i = 0; i < 1_000; i++) {
            watch.arrived(i < 20 ? 53_000_000 : 100_000);
        }
        assertThat(watch.warnings())
                .containsExactly(
                        "The generator collected garbage for 0.9 of 10 s; give it more memory (-Xmx).",
                        "The clock of the generator was late 1 times, by up to 400 ms; it was held up by its machine.",
                        "The generator started 20 of 1000 iterations more than 10 ms late, by up to 53 ms; times from"
                                + " the intended start contain that.");
    }
}
