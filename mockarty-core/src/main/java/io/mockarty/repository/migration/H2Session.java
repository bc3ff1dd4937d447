package io.mockarty.repository.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Holds a row of H2 with a second connection: each change of a schema commits, and would let go of a lock of its own
 * connection. Every statement stands for itself.
 */
final class H2Session extends SchemaSession {

    private static final String DUPLICATE_KEY = "23505";

    private final Connection lock;

    private H2Session(Connection connection, Connection lock) {
        super(connection);
        this.lock = lock;
    }

    static H2Session open(DataSource dataSource, Duration timeout) throws SQLException {
        Connection lock = dataSource.getConnection();
        try {
            makeRow(lock);
            lock.setAutoCommit(false);
            String seconds = String.valueOf(timeout.toMillis() / 1000.0);
            execute(lock, "SELECT id FROM schema_migrations_lock FOR UPDATE WAIT " + seconds);
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(true);
            return new H2Session(connection, lock);
        } catch (SQLException e) {
            closeAfter(e, lock);
            throw e;
        }
    }

    private static void makeRow(Connection lock) throws SQLException {
        lock.setAutoCommit(true);
        execute(lock, "CREATE TABLE IF NOT EXISTS schema_migrations_lock (id INTEGER PRIMARY KEY)");
        try {
            execute(lock, """
                    INSERT INTO schema_migrations_lock (id)
                    SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM schema_migrations_lock)""");
        } catch (SQLException e) {
            if (!DUPLICATE_KEY.equals(e.getSQLState())) { // otherwise somebody else has just made it
                throw e;
            }
        }
    }

    @Override
    void begin() {}

    @Override
    void commit() {}

    @Override
    void rollback() {}

    @Override
    public void close() throws SQLException {
        Connection work = connection();
        try (lock;
                work) {
            lock.rollback();
            lock.setAutoCommit(true);
        }
    }
}
