package io.mockarty.perf.module;

import java.time.Duration;

/**
 * Lets things happen later on the thread of a virtual user: what other threads bring in, and timers. An iteration ends
 * when its function has returned and nothing is pending.
 */
public interface EventLoop {

    /**
     * Announces that something will happen, so that the iteration waits for it. Called on the thread of the user.
     *
     * @return what brings it in
     */
    Pending expect();

    /**
     * Runs a task on the thread of the user after a while. Called on the thread of the user.
     *
     * @param delay how long to wait, not negative
     * @param task what to run
     * @return cancels it when run, and does nothing when it has run
     */
    Runnable after(Duration delay, Runnable task);

    /** Something that will happen. Thread-safe. */
    interface Pending {

        /**
         * Has a task run on the thread of the user, while more may follow.
         *
         * @param task what to run
         */
        void post(Runnable task);

        /**
         * Has a task run on the thread of the user, after which nothing more is expected. Later calls do nothing.
         *
         * @param task what to run
         */
        void complete(Runnable task);
    }
}
