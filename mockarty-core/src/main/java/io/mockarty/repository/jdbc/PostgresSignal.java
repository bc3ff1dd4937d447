package io.mockarty.repository.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The notifications of a PostgreSQL, on a connection of its own. */
final class PostgresSignal implements Signal {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignal.class);

    /** How long the server may take to say that the connection still works, in seconds. */
    private static final int VALIDATION_TIMEOUT = 2;

    private final Connection pooled;
    private final Connection own;
    private final PGConnection notifications;
    private final int timeout;

    private PostgresSignal(Connection pooled, Duration timeout) throws SQLException {
        this.pooled = pooled;
        this.notifications = pooled.unwrap(PGConnection.class);
        this.own = notifications instanceof Connection connection ? connection : pooled;
        this.timeout = Math.toIntExact(Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE)));
    }

    static PostgresSignal open(Transactions transactions, Duration timeout) throws SQLException {
        Connection pooled = transactions.connect();
        try (Statement statement = pooled.createStatement()) {
            PostgresSignal signal = new PostgresSignal(pooled, timeout);
            statement.execute("LISTEN " + Dialect.CHANNEL);
            return signal;
        } catch (SQLException e) {
            abandon(pooled);
            throw e;
        }
    }

    @Override
    public Set<String> await() throws SQLException {
        PGNotification[] received = notifications.getNotifications(timeout);
        if (received == null || received.length == 0) {
            requireAlive();
            return Set.of();
        }
        Set<String> namespaces = new HashSet<>();
        for (PGNotification notification : received) {
            if (notification.getParameter().isEmpty()) {
                return Set.of(); // a name too long for a message
            }
            namespaces.add(StoredText.decode(notification.getParameter()));
        }
        return namespaces;
    }

    /** A server that vanished without a word looks like one that has nothing to say. */
    private void requireAlive() throws SQLException {
        if (!own.isValid(VALIDATION_TIMEOUT)) {
            throw new SQLException("connection for notifications lost (expected: an answer from the server)", "08006");
        }
    }

    @Override
    public void wake() {
        abandon(own);
    }

    /** The connection still listens, so nobody else is to have it. */
    @Override
    public void close() {
        abandon(own);
        abandon(pooled);
    }

    private static void abandon(Connection connection) {
        try {
            connection.abort(Runnable::run);
            connection.close();
        } catch (SQLException e) {
            LOG.debug("connection for notifications not closed: {}", e.getMessage());
        }
    }
}
