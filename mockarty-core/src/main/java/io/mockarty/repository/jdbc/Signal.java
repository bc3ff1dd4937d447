package io.mockarty.repository.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** What says that it is time to look for changes. One thread waits at a time. */
interface Signal extends AutoCloseable {

    /** Comes at once, with nothing. */
    Signal NONE = timeout -> Set.of();

    /**
     * Waits for news.
     *
     * @param timeout how long at most
     * @return the namespaces that were written to; empty when it may be any
     */
    Set<String> await(Duration timeout) throws SQLException, InterruptedException;

    /** Ends waiting for good; may be called by another thread, while that one waits. */
    default void wake() {}

    @Override
    default void close() {}
}
