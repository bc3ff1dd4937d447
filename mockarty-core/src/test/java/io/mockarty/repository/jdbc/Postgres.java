package io.mockarty.repository.jdbc;

import io.mockarty.repository.database.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for the tests of a class, which get a schema each. Thread-safe. */
final class Postgres implements AutoCloseable {

    private final AtomicInteger schemas = new AtomicInteger();
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server that forgets everything when it ends, and need not wait for the disk. */
    static Postgres start() {
        return start(builder().setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off"));
    }

    /** Starts a server on a directory and port of its own, where it can be started again. */
    static Postgres start(Path data, int port) {
        return start(
                builder().setDataDirectory(data).setCleanDataDirectory(false).setPort(port));
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "300");
    }

    private static Postgres start(EmbeddedPostgres.Builder builder) {
        try {
            return new Postgres(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a schema that is new and empty. */
    DatabaseAddress newSchema() throws SQLException {
        String name = "test" + schemas.incrementAndGet();
        execute("CREATE SCHEMA " + name);
        return address("search_path=" + name);
    }

    /** The address of the database that is always there. */
    DatabaseAddress address(String parameters) {
        return DatabaseAddress.of(
                "pg", "postgres://postgres:postgres@localhost:" + port() + "/postgres?sslmode=disable&" + parameters);
    }

    int port() {
        return server.getPort();
    }

    /** Runs a statement in the database that is always there. */
    void execute(String statement) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }

    /** How many connections wait for notifications. */
    long listeners() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement plain = connection.createStatement();
                ResultSet result = plain.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND state = 'idle'")) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
