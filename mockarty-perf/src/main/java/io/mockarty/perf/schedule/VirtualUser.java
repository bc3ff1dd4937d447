package io.mockarty.perf.schedule;

/**
 * Does iterations, one after the other. One thread at a time calls {@link #iterate} and {@link #close}; any thread may
 * call {@link #cancel}.
 */
public interface VirtualUser extends AutoCloseable {

    /**
     * Runs one iteration to its end. What goes wrong in the script is part of the outcome and not thrown.
     *
     * @param iteration which one
     * @return how it ended
     */
    Outcome iterate(Iteration iteration);

    /**
     * Ends the running iteration within moments, be it in an endless loop or waiting for something; it returns
     * {@link Outcome#INTERRUPTED}. The user is not used again but closed. Does nothing when no iteration runs.
     */
    void cancel();

    /** Gives back what the user holds, such as connections. */
    @Override
    void close();

    /** How an iteration ended. */
    enum Outcome {
        /** It ran to its end. */
        COMPLETED,
        /** It threw; the user has told so already. */
        FAILED,
        /** It was ended by {@link VirtualUser#cancel}, or because the run is over. */
        INTERRUPTED,
        /** It asked for the end of the whole run, as {@code exec.test.abort} does. */
        ABORTED
    }
}
