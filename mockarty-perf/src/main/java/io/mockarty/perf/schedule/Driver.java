package io.mockarty.perf.schedule;

/** Starts the iterations of a scenario until there is nothing more to start. */
@FunctionalInterface
interface Driver {

    void drive(ScenarioRun scenario) throws InterruptedException;

    /** How many iterations there should have been that never started, once all users have ended. */
    default long missing(ScenarioRun scenario) {
        return 0;
    }
}
