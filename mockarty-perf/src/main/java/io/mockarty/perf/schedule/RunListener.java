package io.mockarty.perf.schedule;

/** Is told how a run goes. */
@FunctionalInterface
public interface RunListener {

    /**
     * Called about once a second while a run goes on, on one thread. Must not throw.
     *
     * @param run the run
     */
    void eachSecond(Run run);
}
