package io.mockarty.perf.module.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mockarty.perf.client.InterruptibleSockets;
import io.mockarty.perf.module.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to one database that all users of a run share. Thread-safe. */
final class SqlPool implements AutoCloseable {

    private static final int REMEMBERED = 1_000;

    /** HikariCP refuses less. */
    private static final Duration LEAST_TIMEOUT = Duration.ofMillis(250);

    private final Key key;
    private final HikariDataSource connections;
    private final Map<String, Statement> statements = new ConcurrentHashMap<>();

    SqlPool(Key key) {
        this.key = key;
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource(key));
        config.setMaximumPoolSize(key.connections());
        config.setMinimumIdle(0);
        Duration timeout = key.timeout().compareTo(LEAST_TIMEOUT) < 0 ? LEAST_TIMEOUT : key.timeout();
        config.setConnectionTimeout(timeout.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setPoolName("load-test-sql-" + key.address().place());
        connections = new HikariDataSource(config);
    }

    private static PGSimpleDataSource dataSource(Key key) {
        PostgresAddress address = key.address();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.host()});
        source.setPortNumbers(new int[] {address.port()});
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setDatabaseName(address.database() == null ? address.user() : address.database());
        Map<String, String> settings = address.settings();
        source.setApplicationName(settings.getOrDefault("application_name", "mockarty"));
        source.setConnectTimeout(Integer.parseInt(settings.getOrDefault(
                "connect_timeout", String.valueOf(Math.max(1, key.timeout().toSeconds())))));
        source.setSslMode(settings.get("sslmode"));
        source.setCurrentSchema(settings.get("search_path"));
        if (settings.containsKey("statement_timeout")) {
            source.setOptions("-c statement_timeout=" + settings.get("statement_timeout"));
        }
        source.setSocketFactory(InterruptibleSockets.class.getName());
        source.setTcpKeepAlive(true);
        // The server finds the types of parameters, as it does for other clients that send them as text.
        source.setStringType("unspecified");
        trust(source, settings);
        return source;
    }

    private static void trust(PGSimpleDataSource source, Map<String, String> settings) {
        switch (settings.getOrDefault("sslmode", "")) {
            case "verify-full" -> {
                source.setSslfactory(VerifiedTls.class.getName());
                source.setProperty(PGProperty.SSL_FACTORY_ARG, settings.getOrDefault("ca", ""));
            }
            case "verify-ca" -> source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
            default -> {} // The driver looks at no certificate.
        }
    }

    Connection connection() throws SQLException {
        return connections.getConnection();
    }

    Statement statement(String sql) {
        Statement known = statements.get(sql);
        if (known == null) {
            known = Statement.parse(sql);
            if (statements.size() < REMEMBERED) {
                statements.put(sql, known);
            }
        }
        return known;
    }

    /** Words for a failure that do not tell the password. */
    String describe(SQLException problem) {
        Throwable cause = problem.getCause();
        boolean noConnection = cause != null
                && problem.getMessage() != null
                && problem.getMessage().contains("request timed out");
        String words = noConnection
                ? "no connection to " + key.address().place() + ": " + secretless(cause)
                : secretless(problem);
        String state = problem.getSQLState();
        return state == null || noConnection ? words : words + " (SQLSTATE " + state + ")";
    }

    private String secretless(@Nullable Throwable problem) {
        return problem == null ? "" : Failures.describe(problem, key.address().password());
    }

    @Override
    public void close() {
        connections.close();
    }

    /** What users must agree on to share connections. */
    record Key(PostgresAddress address, int connections, Duration timeout) {}
}
