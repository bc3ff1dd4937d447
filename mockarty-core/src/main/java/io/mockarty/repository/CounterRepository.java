package io.mockarty.repository;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Counters and states that stay exact however many nodes ask at once. Thread-safe. */
public interface CounterRepository {

    /**
     * Counts one more.
     *
     * @param namespace the namespace
     * @param counter the counter; it starts at 0
     * @param limit the value it does not pass
     * @return how much was counted before, or empty when that is the limit already
     */
    OptionalLong next(String namespace, CounterId counter, long limit);

    /**
     * Reads a counter.
     *
     * @param namespace the namespace
     * @param counter the counter
     * @return how much was counted
     */
    long value(String namespace, CounterId counter);

    /**
     * Reads the state of a scenario.
     *
     * @param namespace the namespace
     * @param scenario the scenario
     * @return its state, or empty when nobody set it
     */
    Optional<String> state(String namespace, String scenario);

    /**
     * Moves a scenario from one state to another.
     *
     * @param namespace the namespace
     * @param scenario the scenario
     * @param expected the state it must be in, or null when nobody may have set it
     * @param next the state it is in afterwards
     * @return false when it was in another state, which it keeps
     */
    boolean compareAndSet(String namespace, String scenario, @Nullable String expected, String next);
}
