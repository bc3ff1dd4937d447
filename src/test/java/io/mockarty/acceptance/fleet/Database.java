package io.mockarty.acceptance.fleet;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A PostgreSQL, which can be started again on the same port with what it holds. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    static Database start() throws IOException {
        return new Database(EmbeddedPostgres.builder().start());
    }

    /** Starts on a directory that outlives it. */
    static Database start(Path data) throws IOException {
        return new Database(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start());
    }

    /** Starts again. */
    static Database start(Path data, int port) throws IOException {
        return new Database(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start());
    }

    int port() {
        return server.getPort();
    }

    /** The address as {@code DB_DSN} takes it. */
    String dsn() {
        return "postgres://postgres:secret@localhost:" + port() + "/postgres?sslmode=disable";
    }

    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
