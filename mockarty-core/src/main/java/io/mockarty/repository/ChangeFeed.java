package io.mockarty.repository;

/**
 * Tells what was written to a repository, by this process or another. Every subscriber is told of every write, in the
 * order of the revisions of a namespace. Thread-safe.
 */
public interface ChangeFeed {

    /**
     * Begins to tell a listener what is written from now on.
     *
     * @param listener the listener
     * @return ends it
     */
    Subscription subscribe(ChangeListener listener);

    /**
     * Returns how often a namespace was written to.
     *
     * @param namespace the namespace
     * @return its revision, 0 for one that was never written to
     */
    long revision(String namespace);

    /** Looks for changes now; when this returns, all listeners were told of what was written before the call. */
    void refresh();

    /** What a listener holds while it wants to be told. */
    interface Subscription extends AutoCloseable {

        /** Ends it; the listener is not called after this returns, unless by the thread that closes it. */
        @Override
        void close();
    }
}
