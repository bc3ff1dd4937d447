package io.mockarty.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FakeSourceTest {

    @Test
    void a_seed_means_the_same_sequence_for_ever() {
        FakeSource source = FakeSource.seeded(42, FakeTranscript.MORNING);

        assertThat(source.uuid()).hasToString("989b3f13-0a06-4869-8a43-6d2fc95c37b5");
        assertThat(LongStream.generate(() -> source.random().nextLong(1000)).limit(5))
                .containsExactly(570L, 183L, 779L, 57L, 244L);
    }

    @Test
    void uuids_are_of_version_4() {
        FakeSource source = FakeSource.seeded(1, FakeTranscript.MORNING);

        assertThat(IntStream.range(0, 1000).mapToObj(i -> source.uuid()))
                .doesNotHaveDuplicates()
                .allMatch(uuid -> uuid.version() == 4 && uuid.variant() == 2)
                .allMatch(uuid -> UUID.fromString(uuid.toString()).equals(uuid));
    }

    @Test
    void gives_back_its_clock() {
        Clock clock = Clock.systemUTC();

        assertThat(FakeSource.seeded(1, clock).clock()).isSameAs(clock);
    }

    @Test
    void bounded_draws_stay_inside_and_reach_every_value() {
        FakeSource source = FakeSource.seeded(1, FakeTranscript.MORNING);

        assertThat(IntStream.generate(() -> source.random().nextInt(3))
                        .limit(100)
                        .distinct()
                        .boxed())
                .containsExactlyInAnyOrder(0, 1, 2);
        assertThat(IntStream.generate(() -> source.random().nextInt(-1, 2))
                        .limit(100)
                        .distinct()
                        .boxed())
                .containsExactlyInAnyOrder(-1, 0, 1);
        assertThat(LongStream.generate(() -> source.random().nextLong(Long.MAX_VALUE))
                        .limit(100)
                        .boxed())
                .allMatch(value -> value >= 0);
        assertThat(source.random().doubles(100).boxed()).allMatch(value -> value >= 0 && value < 1);
    }

    @Test
    void an_empty_range_is_refused() {
        FakeSource source = FakeSource.seeded(1, FakeTranscript.MORNING);

        assertThatThrownBy(() -> source.random().nextInt(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> source.random().nextLong(5, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
