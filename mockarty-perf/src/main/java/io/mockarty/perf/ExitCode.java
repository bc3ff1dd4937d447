package io.mockarty.perf;

/** How a load test ended, for who calls the command line; the numbers are those of k6. */
public enum ExitCode {
    /** It ran, and no threshold was crossed. */
    PASSED(0),
    /** A threshold was crossed. */
    THRESHOLDS(99),
    /** {@code setup} took too long. */
    SETUP_TIMEOUT(100),
    /** {@code teardown} took too long. */
    TEARDOWN_TIMEOUT(101),
    /** The options are wrong. */
    INVALID_CONFIG(104),
    /** It was stopped from outside, as by Ctrl-C. */
    STOPPED(105),
    /** The script cannot be loaded, or {@code setup} or {@code teardown} threw. */
    SCRIPT_EXCEPTION(107),
    /** The script, a threshold with {@code abortOnFail} or an abort criterion ended it. */
    ABORTED(108),
    /** The script marked it as failed. */
    MARKED_FAILED(110);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** {@return the number} */
    public int number() {
        return number;
    }
}
