package io.mockarty.repository.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;

/**
 * Holds an advisory lock of the session on PostgreSQL. It survives the transactions of the migrations, and ends with
 * the connection, so with whoever was migrating.
 */
final class PostgresSession extends SchemaSession {

    /** The letters of {@code mockarty} as a number; advisory locks are told apart by numbers. */
    private static final long LOCK = 0x6d6f636b61727479L;

    /** What a network may add to the time that the database waits, in milliseconds. */
    private static final long GRACE = 10_000;

    private final int usualTimeout;

    private PostgresSession(Connection connection) throws SQLException {
        super(connection);
        this.usualTimeout = connection.getNetworkTimeout();
    }

    static PostgresSession open(Connection connection, Duration timeout) throws SQLException {
        try {
            PostgresSession session = new PostgresSession(connection);
            try {
                session.lock(timeout);
                return session;
            } catch (SQLException e) {
                session.restoreTimeout(e);
                throw e;
            }
        } catch (SQLException e) {
            closeAfter(e, connection);
            throw e;
        }
    }

    private void lock(Duration timeout) throws SQLException {
        setNetworkTimeout(Math.min(Integer.MAX_VALUE, timeout.toMillis() + GRACE));
        connection().setAutoCommit(false);
        // What is LOCAL ends with the transaction, the lock does not.
        execute("SET LOCAL lock_timeout = " + Math.max(1, timeout.toMillis()));
        execute("SET LOCAL statement_timeout = 0");
        execute("SELECT pg_advisory_lock(" + LOCK + ")");
        connection().commit();
        connection().setAutoCommit(true);
        setNetworkTimeout(0); // a migration takes as long as it takes
    }

    private void restoreTimeout(SQLException reason) {
        try {
            setNetworkTimeout(usualTimeout);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void setNetworkTimeout(long milliseconds) throws SQLException {
        connection().setNetworkTimeout(Runnable::run, Math.toIntExact(milliseconds));
    }

    @Override
    void begin() throws SQLException {
        connection().setAutoCommit(false);
    }

    @Override
    void commit() throws SQLException {
        connection().commit();
        connection().setAutoCommit(true);
    }

    @Override
    void rollback() throws SQLException {
        connection().rollback();
        connection().setAutoCommit(true);
    }

    @Override
    void attempt(String sql) throws SQLException {
        Savepoint before = connection().setSavepoint();
        try {
            execute(sql);
        } catch (SQLException e) {
            connection().rollback(before);
            throw e;
        }
        connection().releaseSavepoint(before);
    }

    @Override
    public void close() throws SQLException {
        try (Connection closed = connection()) {
            execute(closed, "SELECT pg_advisory_unlock(" + LOCK + ")");
            setNetworkTimeout(usualTimeout);
        }
    }
}
