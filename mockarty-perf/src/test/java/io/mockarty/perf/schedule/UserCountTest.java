package io.mockarty.perf.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.plan.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserCountTest {

    private static final long MILLI = 1_000_000L;

    private static RampingVus ramp(int start, Stage... stages) {
        return new RampingVus(start, List.of(stages), Duration.ZERO);
    }

    private static Stage stage(long seconds, long target) {
        return new Stage(Duration.ofSeconds(seconds), target);
    }

    @Test
    void a_user_comes_when_the_line_reaches_its_number_and_goes_when_it_is_one_too_many() {
        RampingVus ramp = ramp(0, stage(10, 10), stage(10, 0));

        assertThat(UserCount.at(ramp, 999 * MILLI)).isZero();
        assertThat(IntStream.rangeClosed(0, 20).map(second -> UserCount.at(ramp, second * 1000L * MILLI)))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        assertThat(UserCount.at(ramp, 10_999 * MILLI)).isEqualTo(10);
        assertThat(UserCount.at(ramp, 30_000 * MILLI)).isZero();
    }

    @Test
    void a_stage_of_no_length_jumps_and_a_flat_one_stays() {
        RampingVus ramp = ramp(3, stage(0, 50), stage(5, 50), stage(0, 2), stage(5, 2));

        assertThat(UserCount.at(ramp, 0)).isEqualTo(50);
        assertThat(UserCount.at(ramp, 4_999 * MILLI)).isEqualTo(50);
        assertThat(UserCount.at(ramp, 5_000 * MILLI)).isEqualTo(2);
    }

    @Test
    void a_ramp_never_leaves_the_room_between_its_ends() {
        Random random = new Random(3);
        for (int run = 0; run < 1_000; run++) {
            int from = random.nextInt(1_000);
            int to = random.nextInt(1_000);
            RampingVus ramp = ramp(from, new Stage(Duration.ofNanos(1 + random.nextInt(2_000_000_000)), to));
            long length = ramp.duration().toNanos();
            int previous = UserCount.at(ramp, 0);
            assertThat(previous).isEqualTo(from);
            for (int i = 1; i <= 20; i++) {
                int now = UserCount.at(ramp, length * i / 20);
                assertThat(now).isBetween(Math.min(previous, to), Math.max(previous, to));
                previous = now;
            }
            assertThat(previous).isEqualTo(to);
        }
    }
}
