package io.mockarty.repository.jdbc;

import io.mockarty.repository.RepositoryException;
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

    private final Transactions transactions;
    private final Connection connection;
    private final PGConnection notifications;
    private boolean isBroken;

    private PostgresSignal(Transactions transactions, Connection connection) throws SQLException {
        this.transactions = transactions;
        this.connection = connection;
        this.notifications = connection.unwrap(PGConnection.class);
    }

    static PostgresSignal open(Transactions transactions) throws SQLException {
        Connection connection = transactions.connect();
        try {
            PostgresSignal signal = new PostgresSignal(transactions, connection);
            execute(connection, "LISTEN " + Dialect.CHANNEL);
            return signal;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Set<String> await(Duration timeout) throws SQLException {
        // 0 would be for ever.
        int millis = Math.toIntExact(Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE)));
        try {
            PGNotification[] received = notifications.getNotifications(millis);
            if (received == null || received.length == 0) {
                requireAlive();
                return Set.of();
            }
            return namespaces(received);
        } catch (SQLException e) {
            isBroken = true;
            throw e;
        }
    }

    /** The namespaces that others have named; none when one of them did not, and it may be any. */
    private static Set<String> namespaces(PGNotification[] received) {
        Set<String> namespaces = new HashSet<>();
        for (PGNotification notification : received) {
            if (notification.getParameter().isEmpty()) {
                return Set.of();
            }
            namespaces.add(StoredText.decode(notification.getParameter()));
        }
        return namespaces;
    }

    /** A server that vanished without a word looks like one that has nothing to say. */
    private void requireAlive() throws SQLException {
        if (!connection.isValid(VALIDATION_TIMEOUT)) {
            throw new SQLException("connection for notifications lost (expected: an answer from the server)", "08006");
        }
    }

    /** A notification is the one thing that ends waiting for them and leaves the connection whole. */
    @Override
    public void wake() {
        try {
            transactions.read(sql -> sql.query("SELECT pg_notify(?, '')", row -> "", new Source(Dialect.CHANNEL)));
        } catch (RepositoryException e) {
            LOG.debug("not woken, which the lost connection will do: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            if (isBroken) {
                closing.abort(Runnable::run);
            } else {
                execute(closing, "UNLISTEN *");
                notifications.getNotifications();
            }
        } catch (SQLException e) {
            LOG.debug("connection for notifications not closed: {}", e.getMessage());
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
