package io.mockarty.repository.jdbc;

import java.sql.SQLException;
import java.util.Set;

/** What says that it is time to look for changes. One thread waits at a time. */
interface Signal extends AutoCloseable {

    /** Comes at once, with nothing. */
    Signal NONE = () -> Set.of();

    /**
     * Waits for news, at most as long as one may go without looking.
     *
     * @return the namespaces that were written to; empty when it may be any
     */
    Set<String> await() throws SQLException, InterruptedException;

    /** Ends waiting for good; may be called by another thread, while that one waits. */
    default void wake() {}

    @Override
    default void close() {}
}
