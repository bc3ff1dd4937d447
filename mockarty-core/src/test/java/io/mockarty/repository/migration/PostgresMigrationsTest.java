package io.mockarty.repository.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.repository.database.DatabaseKind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresMigrationsTest extends MigrationsContract {

    private static final String LOCKS = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted";

    private EmbeddedPostgres server;
    private int databases;

    @BeforeAll
    void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Override
    TestDatabase empty(Path directory) {
        String name = "migrations_" + databases++;
        new TestDatabase(server.getPostgresDatabase(), DatabaseKind.POSTGRESQL).execute("CREATE DATABASE " + name);
        return new TestDatabase(server.getDatabase("postgres", name), DatabaseKind.POSTGRESQL);
    }

    @Override
    void checkSettings(TestDatabase pooled) {
        assertThat(pooled.column("SHOW lock_timeout")).containsExactly("0");
        assertThat(pooled.column(LOCKS)).isEmpty();
    }

    private String url() {
        return server.getJdbcUrl(
                "postgres", database().column("SELECT current_database()").get(0));
    }

    @Test
    void a_schema_of_its_own_has_a_version_of_its_own() throws SQLException {
        database().execute("CREATE SCHEMA other");
        Migrations first = Migrations.of(database().dataSource(), DatabaseKind.POSTGRESQL, PetScripts.all());
        first.up();
        String name = database().column("SELECT current_database()").get(0);
        var dataSource = server.getDatabase("postgres", name, Map.of("currentSchema", "other,public"));
        Migrations second = Migrations.of(dataSource, DatabaseKind.POSTGRESQL, PetScripts.all());
        assertThat(second.version()).isEqualTo(new SchemaVersion(0, false));
        assertThat(second.up()).hasSize(3);
        assertThat(database().column("SELECT tablename FROM pg_tables WHERE schemaname = 'other'"))
                .contains("pets", "schema_migrations");
    }

    @Test
    void one_of_two_processes_applies_and_the_other_finds_nothing_to_do() throws Exception {
        try (MigratingProcess first = MigratingProcess.start(url());
                MigratingProcess second = MigratingProcess.start(url())) {
            first.go();
            second.go();
            assertThat(List.of(first.applied(), second.applied())).containsExactlyInAnyOrder(2, 0);
        }
    }

    @Test
    void a_process_that_dies_leaves_nothing_half_done_and_no_lock() throws Exception {
        Migrations here =
                Migrations.of(database().dataSource(), DatabaseKind.POSTGRESQL, MigratingProcess.slowScripts());
        try (MigratingProcess other = MigratingProcess.start(url())) {
            other.go();
            MigratingProcess.await(() -> !database().column(LOCKS).isEmpty());
            other.kill();
        }
        assertThat(here.up()).isNotEmpty();
        assertThat(here.version()).isEqualTo(new SchemaVersion(2, false));
    }

    @Test
    void an_impatient_connection_waits_and_works_as_long_as_it_must() throws SQLException {
        String name = database().column("SELECT current_database()").get(0);
        Script slow = new Script(1, "slow", "SELECT pg_sleep(1.5);", "");
        Migrations migrations = Migrations.of(
                server.getDatabase("postgres", name, Map.of("socketTimeout", "1")),
                DatabaseKind.POSTGRESQL,
                new Scripts(List.of(slow)));
        assertThat(migrations.up()).hasSize(1);
    }

    @Test
    void a_lost_connection_is_an_error_that_names_the_database() {
        database()
                .execute("CREATE FUNCTION hang_up() RETURNS void LANGUAGE sql AS"
                        + " 'SELECT pg_terminate_backend(pg_backend_pid())'");
        Script script = new Script(1, "lost", "CREATE TABLE lost (id BIGINT);\nSELECT hang_up();", "");
        Migrations broken =
                Migrations.of(database().dataSource(), DatabaseKind.POSTGRESQL, new Scripts(List.of(script)));
        assertThatThrownBy(broken::up)
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("PostgreSQL: 001_lost.up.sql: statement 2 of 2");
        assertThat(broken.version()).isEqualTo(new SchemaVersion(0, false));
        assertThat(database().hasTable("lost")).isFalse();
    }
}
