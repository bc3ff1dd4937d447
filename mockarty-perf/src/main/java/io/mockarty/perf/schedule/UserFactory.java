package io.mockarty.perf.schedule;

/** Makes virtual users. Thread-safe: several are made at once. */
@FunctionalInterface
public interface UserFactory {

    /**
     * {@return a new user, ready for iterations}
     *
     * @param number its number, from 1
     */
    VirtualUser create(int number);
}
