package io.mockarty.perf.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mockarty.perf.plan.Executor;
import io.mockarty.perf.plan.Executor.ConstantArrivalRate;
import io.mockarty.perf.plan.Executor.ConstantVus;
import io.mockarty.perf.plan.Executor.RampingArrivalRate;
import io.mockarty.perf.plan.Stage;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final long SECOND = 1_000_000_000L;

    private static Arrivals constant(long rate, Duration unit, Duration duration) {
        return Arrivals.of(new ConstantArrivalRate(rate, unit, duration, 1, 1));
    }

    private static Arrivals ramp(long startRate, Stage... stages) {
        return Arrivals.of(new RampingArrivalRate(startRate, Duration.ofSeconds(1), List.of(stages), 1, 1));
    }

    private static Stage stage(long seconds, long target) {
        return new Stage(Duration.ofSeconds(seconds), target);
    }

    @Test
    void arrivals_come_at_the_moments_of_their_rate() {
        Arrivals arrivals = constant(3, Duration.ofSeconds(1), Duration.ofSeconds(2));

        assertThat(arrivals.total()).isEqualTo(6);
        assertThat(arrivals.startOf(0)).isZero();
        assertThat(arrivals.startOf(1)).isEqualTo(333_333_333L);
        assertThat(arrivals.startOf(2)).isEqualTo(666_666_666L);
        assertThat(arrivals.startOf(3)).isEqualTo(SECOND);
        assertThat(arrivals.dueBy(-1)).isZero();
        assertThat(arrivals.dueBy(0)).isEqualTo(1);
        assertThat(arrivals.dueBy(333_333_332L)).isEqualTo(1);
        assertThat(arrivals.dueBy(333_333_333L)).isEqualTo(2);
    }

    @Test
    void arrivals_do_not_drift_in_a_year() {
        Arrivals arrivals = constant(2_333, Duration.ofSeconds(1), Duration.ofDays(365));

        long index = 2_333L * 86_400 * 364 + 1_111;
        assertThat(arrivals.startOf(index))
                .isEqualTo(BigInteger.valueOf(index)
                        .multiply(BigInteger.valueOf(SECOND))
                        .divide(BigInteger.valueOf(2_333))
                        .longValueExact());
        assertThat(arrivals.total()).isEqualTo(2_333L * 86_400 * 365);
    }

    @Test
    void what_is_due_is_what_has_started_whatever_the_rate() {
        Random random = new Random(11);
        for (int run = 0; run < 300; run++) {
            Arrivals arrivals = randomArrivals(random);
            long total = arrivals.total();
            long previous = 0;
            for (long i = 0; i < total; i += 1 + random.nextInt((int) (total / 50 + 1))) {
                long start = arrivals.startOf(i);
                assertThat(start).isGreaterThanOrEqualTo(previous);
                assertThat(arrivals.dueBy(start)).isGreaterThanOrEqualTo(i + 1);
                assertThat(arrivals.dueBy(start - 1)).isLessThanOrEqualTo(i);
                previous = start;
            }
            assertThat(arrivals.dueBy(400 * 86_400 * SECOND)).isEqualTo(total);
        }
    }

    private static Arrivals randomArrivals(Random random) {
        long rate = 1 + (long) Math.pow(10, random.nextDouble() * 6);
        Duration unit = Duration.ofNanos(SECOND / 10 + (long) (random.nextDouble() * 1000 * SECOND));
        return constant(rate, unit, Duration.ofNanos(1 + (long) (random.nextDouble() * 20 * SECOND)));
    }

    @Test
    void ramping_arrivals_follow_the_area_under_the_rate() {
        Arrivals arrivals = ramp(0, stage(10, 20), stage(5, 20), stage(10, 0));

        assertThat(arrivals.total()).isEqualTo(100 + 100 + 100);
        assertThat(arrivals.startOf(99)).isCloseTo(10 * SECOND, within(1_000L));
        assertThat(arrivals.startOf(199)).isCloseTo(15 * SECOND, within(1_000L));
        assertThat(arrivals.startOf(299)).isCloseTo(25 * SECOND, within(SECOND / 100));
        assertThat(arrivals.startOf(24)).isCloseTo(5 * SECOND, within(1_000L));
        assertThat(arrivals.dueBy(5 * SECOND)).isEqualTo(25);
    }

    @Test
    void a_stage_of_no_length_jumps() {
        Arrivals arrivals = ramp(5, stage(2, 5), stage(0, 50), stage(1, 50));

        assertThat(arrivals.total()).isEqualTo(60);
        assertThat(arrivals.startOf(9)).isCloseTo(2 * SECOND, within(1_000L));
        assertThat(arrivals.startOf(10)).isCloseTo(2 * SECOND + SECOND / 50, within(1_000L));
    }

    @Test
    void nothing_arrives_at_a_rate_of_zero() {
        assertThat(ramp(0, stage(5, 0)).total()).isZero();
        Arrivals pause = ramp(10, stage(1, 10), stage(0, 0), stage(3, 0), stage(0, 10), stage(1, 10));
        assertThat(pause.total()).isEqualTo(20);
        assertThat(pause.startOf(9)).isCloseTo(SECOND, within(1_000L));
        assertThat(pause.startOf(10)).isCloseTo(4 * SECOND + SECOND / 10, within(1_000L));
        assertThat(pause.dueBy(3 * SECOND)).isEqualTo(10);
    }

    @Test
    void ramps_of_any_shape_start_their_iterations_in_order() {
        Random random = new Random(5);
        for (int run = 0; run < 200; run++) {
            List<Stage> stages = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                stages.add(new Stage(Duration.ofMillis(random.nextInt(3_000)), random.nextInt(400)));
            }
            Arrivals arrivals =
                    Arrivals.of(new RampingArrivalRate(random.nextInt(100), Duration.ofSeconds(1), stages, 1, 1));
            long length = stages.stream()
                    .mapToLong(stage -> stage.duration().toNanos())
                    .sum();
            long previous = 0;
            for (long i = 0; i < arrivals.total(); i++) {
                long start = arrivals.startOf(i);
                assertThat(start).isBetween(previous, length);
                assertThat(arrivals.dueBy(start)).isGreaterThanOrEqualTo(i + 1);
                previous = start;
            }
            assertThat(arrivals.dueBy(length)).isEqualTo(arrivals.total());
        }
    }

    @Test
    void users_without_a_schedule_have_no_arrivals() {
        Executor closed = new ConstantVus(1, Duration.ofSeconds(1));
        assertThatThrownBy(() -> Arrivals.of(closed)).hasMessageStartingWith("constant-vus (expected:");
    }
}
