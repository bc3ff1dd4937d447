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

    private PostgresSession(Connection connection) {
        super(connection);
    }

    static PostgresSession open(Connection connection, Duration timeout) throws SQLException {
        try {
            connection.setAutoCommit(false);
            // What is LOCAL ends with the transaction, the lock does not.
            execute(connection, "SET LOCAL lock_timeout = " + Math.max(1, timeout.toMillis()));
            execute(connection, "SET LOCAL statement_timeout = 0");
            execute(connection, "SELECT pg_advisory_lock(" + LOCK + ")");
            connection.commit();
            connection.setAutoCommit(true);
            return new PostgresSession(connection);
        } catch (SQLException e) {
            closeAfter(e, connection);
            throw e;
        }
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
        }
    }
}
