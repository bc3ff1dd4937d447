package io.mockarty.repository.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Holds the write lock of a SQLite file: one transaction around all migrations, with a savepoint for each. */
final class SqliteSession extends SchemaSession {

    private final long usualTimeout;

    private SqliteSession(Connection connection, long usualTimeout) {
        super(connection);
        this.usualTimeout = usualTimeout;
    }

    static SqliteSession open(Connection connection, Duration timeout) throws SQLException {
        try {
            connection.setAutoCommit(true); // the driver begins no transactions then, and leaves them to us
            SqliteSession session = new SqliteSession(connection, queryLong(connection, "PRAGMA busy_timeout"));
            execute(connection, "PRAGMA busy_timeout = " + timeout.toMillis());
            session.beginAll();
            return session;
        } catch (SQLException e) {
            closeAfter(e, connection);
            throw e;
        }
    }

    private void beginAll() throws SQLException {
        try {
            execute("BEGIN IMMEDIATE");
        } catch (SQLException e) {
            restoreTimeout();
            throw e;
        }
    }

    private void restoreTimeout() throws SQLException {
        execute("PRAGMA busy_timeout = " + usualTimeout);
    }

    @Override
    void begin() throws SQLException {
        execute("SAVEPOINT migration");
    }

    @Override
    void commit() throws SQLException {
        execute("RELEASE migration");
    }

    @Override
    void rollback() throws SQLException {
        execute("ROLLBACK TO migration");
        execute("RELEASE migration");
    }

    @Override
    public void close() throws SQLException {
        try (Connection closed = connection()) {
            try {
                execute(closed, "COMMIT");
            } catch (SQLException e) {
                rollbackAll(e);
                throw e;
            } finally {
                restoreTimeout();
            }
        }
    }

    private void rollbackAll(SQLException reason) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e); // after some errors SQLite has rolled back already
        }
    }
}
