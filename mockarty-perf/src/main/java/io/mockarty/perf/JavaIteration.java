package io.mockarty.perf;

/** An iteration that is written in Java. Called by many threads at once, each for a user of its own. */
@FunctionalInterface
public interface JavaIteration {

    /**
     * Does one iteration.
     *
     * @param user who does it, and where it records what it measures
     * @throws Exception when the iteration fails; it is counted, and the user goes on with the next
     */
    void run(JavaUser user) throws Exception;
}
