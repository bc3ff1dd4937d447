package io.mockarty.perf.schedule;

/** Starts the iterations of a scenario until there is nothing more to start. */
@FunctionalInterface
interface Driver {

    void drive(ScenarioRun scenario) throws InterruptedException;
}
