package io.mockarty.repository.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.mockarty.repository.RepositoryException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections that we open ourselves. The one class that knows the library, which may be missing. */
final class ConnectionPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

    /** How long somebody waits for a connection before there is an error, in milliseconds. */
    private static final long CONNECTION_TIMEOUT = 5_000;

    /** How long a connection is asked whether it still works, in milliseconds. */
    private static final long VALIDATION_TIMEOUT = 2_000;

    private static final int SIZE = 10;

    /** A database server waits neither for ever for a lock, nor for a node that fell silent and holds one. */
    private static final String POSTGRES_SESSION =
            "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '60s'";

    private static final Map<String, String> POSTGRES_DEFAULTS = Map.of(
            "connectTimeout", "5",
            "socketTimeout", "60",
            "tcpKeepAlive", "true",
            "ApplicationName", "mockarty",
            "reWriteBatchedInserts", "true");

    private final HikariDataSource pool;
    private final boolean isInMemory;

    private ConnectionPool(HikariDataSource pool, boolean isInMemory) {
        this.pool = pool;
        this.isInMemory = isInMemory;
    }

    static ConnectionPool open(DatabaseAddress address) {
        boolean isInMemory = address.url().equals("jdbc:h2:mem:");
        HikariConfig config = config(address);
        if (isInMemory) {
            config.setJdbcUrl(address.url() + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000");
        }
        try {
            return new ConnectionPool(new HikariDataSource(config), isInMemory);
        } catch (PoolInitializationException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new RepositoryException(
                    address.toString(),
                    "no connection: " + cause.getMessage()
                            + " (expected: a database that can be reached; check DB_USE and DB_DSN)",
                    cause);
        }
    }

    private static HikariConfig config(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("mockarty-" + Products.nameOf(address.kind()));
        config.setDriverClassName(Products.driverOf(address.kind()));
        config.setJdbcUrl(address.url());
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT);
        config.setValidationTimeout(VALIDATION_TIMEOUT);
        if (address.kind() == DatabaseKind.POSTGRESQL) {
            config.setConnectionInitSql(POSTGRES_SESSION);
            POSTGRES_DEFAULTS.forEach(config::addDataSourceProperty);
        }
        Map<String, String> properties = new HashMap<>(address.properties());
        config.setUsername(properties.remove("user"));
        config.setPassword(properties.remove("password"));
        properties.forEach(config::addDataSourceProperty);
        return config;
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        if (isInMemory && !pool.isClosed()) {
            shutDown();
        }
        pool.close();
    }

    /** A database in memory outlives its connections, and would stay there for ever. */
    private void shutDown() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            LOG.debug("a connection went down with its database: {}", e.getMessage());
        }
    }
}
