package io.mockarty.perf.module;

import java.time.Instant;

/** What a script may know and do about the run as a whole, as in {@code k6/execution}. Thread-safe. */
public interface RunView {

    /** {@return how long the run has lasted, in milliseconds; without {@code setup}} */
    double elapsedMillis();

    /** {@return how many iterations have ended by themselves} */
    long completedIterations();

    /** {@return how many iterations were cut off} */
    long interruptedIterations();

    /** {@return how many users run iterations now} */
    int activeUsers();

    /** {@return how many users are ready} */
    int readyUsers();

    /**
     * {@return where a scenario is}
     *
     * @param name its name
     */
    ScenarioView scenario(String name);

    /**
     * Ends the run: no iteration starts any more, those that run are cut off, {@code teardown} follows.
     *
     * @param reason why, for who watches
     */
    void abort(String reason);

    /**
     * Lets the run go on and count as failed.
     *
     * @param reason why, for who watches
     */
    void fail(String reason);

    /**
     * Where a scenario is.
     *
     * @param name its name
     * @param executor how it is driven, such as {@code constant-vus}
     * @param started when it began
     * @param progress how much of it is done, from 0 to 1
     */
    record ScenarioView(String name, String executor, Instant started, double progress) {}
}
