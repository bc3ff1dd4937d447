package io.mockarty.repository.jdbc;

import io.mockarty.repository.database.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for the tests of a class, which get a database each. Thread-safe. */
final class Postgres implements AutoCloseable {

    private final AtomicInteger databases = new AtomicInteger();
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres start() {
        return start(builder());
    }

    /** Starts on a directory and port of its own choice, to stop and start again. */
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

    /** The address of a database that is new and empty. */
    DatabaseAddress newDatabase() throws SQLException {
        String name = "test" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return address(name);
    }

    DatabaseAddress address(String database) {
        return DatabaseAddress.of("pg", dsn(database));
    }

    String dsn(String database) {
        return "postgres://postgres:postgres@localhost:" + server.getPort() + "/" + database + "?sslmode=disable";
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

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
