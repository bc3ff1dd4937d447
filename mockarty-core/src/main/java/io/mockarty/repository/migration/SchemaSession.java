package io.mockarty.repository.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A connection that changes a schema while nobody else does. Used by one thread; closing it lets others go on. */
abstract class SchemaSession implements AutoCloseable {

    private final Connection connection;

    SchemaSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits until nobody else changes the schema.
     *
     * @param target the database
     * @param timeout how long to wait
     * @return the session
     * @throws MigrationException when somebody else takes longer
     */
    static SchemaSession open(Target target, Duration timeout) throws SQLException {
        try {
            return switch (target.dialect()) {
                case POSTGRESQL -> PostgresSession.open(target.dataSource().getConnection(), timeout);
                case SQLITE -> SqliteSession.open(target.dataSource().getConnection(), timeout);
                case H2 -> H2Session.open(target.dataSource(), timeout);
            };
        } catch (SQLException e) {
            if (target.dialect().isLocked(e)) {
                throw target.problem(
                        "schema: locked by somebody else for more than " + timeout.toMillis()
                                + " ms (expected: free by then); another process is migrating or writing, try again"
                                + " when it is done",
                        e);
            }
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    abstract void begin() throws SQLException;

    abstract void commit() throws SQLException;

    abstract void rollback() throws SQLException;

    /** Statements that belong together. */
    interface Work {
        void run() throws SQLException;
    }

    /** Runs statements of which all or none remain, where the database can. */
    final void together(Work work) throws SQLException {
        begin();
        try {
            work.run();
            commit();
        } catch (SQLException | RuntimeException | Error e) {
            try {
                rollback();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** Runs a statement of which nothing remains when it fails, while all before it do. */
    void attempt(String sql) throws SQLException {
        execute(sql);
    }

    final void execute(String sql) throws SQLException {
        execute(connection, sql);
    }

    /** Lets others change the schema. */
    @Override
    public abstract void close() throws SQLException;

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long queryLong(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Closes a connection that could not be used, and keeps the reason. */
    static void closeAfter(SQLException reason, Connection connection) {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException second) {
            reason.addSuppressed(second);
        }
    }
}
