package io.mockarty.perf.schedule;

/**
 * One turn of a virtual user.
 *
 * @param scenario the name of the scenario
 * @param numberOfUser the number of the user in this instance, from 1
 * @param numberInUser how many iterations the user has done before, in whatever scenario
 * @param numberInScenario how many iterations of the scenario were started before
 * @param numberInUserAndScenario how many iterations of the scenario the user has done before
 * @param intendedStart when it should have started, as {@link System#nanoTime}; for executors without a schedule of
 *     arrivals the moment it did
 */
public record Iteration(
        String scenario,
        int numberOfUser,
        long numberInUser,
        long numberInScenario,
        long numberInUserAndScenario,
        long intendedStart) {}
