package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.CounterId;
import io.mockarty.repository.CounterRepository;
import io.mockarty.repository.Repository;
import org.junit.jupiter.api.Test;

/** Counters never pass their limit, and scenarios move from the state they are in. */
public interface CounterContract extends RepositoryContract {

    @Test
    default void counts_up_to_the_limit() {
        CounterRepository counters = repository().counters();

        assertThat(counters.next(SHOP, used("a", 1), 3)).hasValue(0);
        assertThat(counters.next(SHOP, used("a", 1), 3)).hasValue(1);
        assertThat(counters.next(SHOP, used("a", 1), 3)).hasValue(2);
        assertThat(counters.next(SHOP, used("a", 1), 3)).isEmpty();
        assertThat(counters.next(SHOP, used("a", 1), 3)).isEmpty();

        assertThat(readers())
                .allSatisfy(node ->
                        assertThat(node.counters().value(SHOP, used("a", 1))).isEqualTo(3));
    }

    @Test
    default void counts_nothing_with_a_limit_of_zero() {
        assertThat(repository().counters().next(SHOP, used("a", 1), 0)).isEmpty();
        assertThat(repository().counters().value(SHOP, used("a", 1))).isZero();
    }

    @Test
    default void goes_on_when_the_limit_was_raised_and_stops_when_it_was_lowered() {
        CounterRepository counters = repository().counters();
        counters.next(SHOP, used("a", 1), 1);

        assertThat(counters.next(SHOP, used("a", 1), 1)).isEmpty();
        assertThat(counters.next(SHOP, used("a", 1), Long.MAX_VALUE)).hasValue(1);
        assertThat(counters.next(SHOP, used("a", 1), 1)).isEmpty();
        assertThat(counters.value(SHOP, used("a", 1))).isEqualTo(2);
    }

    @Test
    default void keeps_counters_apart() {
        CounterRepository counters = repository().counters();
        counters.next(SHOP, used("a", 1), 9);

        assertThat(counters.value(SHOP, used("A", 1))).isZero();
        assertThat(counters.value(SHOP, used("a", 2))).isZero();
        assertThat(counters.value(SHOP, new CounterId("a", 1, CounterId.Kind.ONE_OF)))
                .isZero();
        assertThat(counters.value("elsewhere", used("a", 1))).isZero();
    }

    @Test
    default void counts_for_mocks_of_odd_names() {
        for (int i = 0; i < Samples.ODD_NAMES.size(); i++) {
            for (int n = 0; n <= i; n++) {
                repository().counters().next(SHOP, used(Samples.ODD_NAMES.get(i), 1), 99);
            }
        }

        for (Repository node : readers()) {
            for (int i = 0; i < Samples.ODD_NAMES.size(); i++) {
                assertThat(node.counters().value(SHOP, used(Samples.ODD_NAMES.get(i), 1)))
                        .isEqualTo(i + 1);
            }
        }
    }

    @Test
    default void knows_no_state_before_anybody_set_one() {
        assertThat(repository().counters().state(SHOP, "checkout")).isEmpty();
    }

    @Test
    default void moves_a_scenario_that_is_in_the_expected_state() {
        CounterRepository counters = repository().counters();

        assertThat(counters.compareAndSet(SHOP, "checkout", null, "started")).isTrue();
        assertThat(counters.compareAndSet(SHOP, "checkout", "started", "paid")).isTrue();

        assertThat(readers())
                .allSatisfy(node ->
                        assertThat(node.counters().state(SHOP, "checkout")).contains("paid"));
    }

    @Test
    default void leaves_a_scenario_that_is_in_another_state() {
        CounterRepository counters = repository().counters();

        assertThat(counters.compareAndSet(SHOP, "checkout", "started", "paid")).isFalse();
        assertThat(counters.state(SHOP, "checkout")).isEmpty();
        counters.compareAndSet(SHOP, "checkout", null, "started");
        assertThat(counters.compareAndSet(SHOP, "checkout", null, "paid")).isFalse();
        assertThat(counters.compareAndSet(SHOP, "checkout", "STARTED", "paid")).isFalse();
        assertThat(counters.compareAndSet(SHOP, "checkout", "", "paid")).isFalse();

        assertThat(readers())
                .allSatisfy(node ->
                        assertThat(node.counters().state(SHOP, "checkout")).contains("started"));
    }

    @Test
    default void tells_an_empty_state_from_none() {
        CounterRepository counters = repository().counters();

        assertThat(counters.compareAndSet(SHOP, "s", null, "")).isTrue();
        assertThat(counters.state(SHOP, "s")).contains("");
        assertThat(counters.compareAndSet(SHOP, "s", null, "x")).isFalse();
        assertThat(counters.compareAndSet(SHOP, "s", "", "x")).isTrue();
    }

    @Test
    default void keeps_scenarios_and_states_of_odd_names_apart() {
        for (String name : Samples.ODD_NAMES) {
            assertThat(repository().counters().compareAndSet(SHOP, name, null, name))
                    .isTrue();
        }

        for (Repository node : readers()) {
            for (String name : Samples.ODD_NAMES) {
                assertThat(node.counters().state(SHOP, name)).contains(name);
            }
        }
    }

    private static CounterId used(String mock, long version) {
        return new CounterId(mock, version, CounterId.Kind.USE);
    }
}
