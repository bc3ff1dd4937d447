package io.mockarty.acceptance.fleet;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;

/** A PostgreSQL that can be stopped and started again on the same port, with what it holds. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    static Database start() throws IOException {
        return new Database(EmbeddedPostgres.builder().start());
    }

    /** The address as {@code DB_DSN} takes it. */
    String dsn() {
        return "postgres://postgres:postgres@localhost:" + server.getPort() + "/postgres?sslmode=disable";
    }

    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
