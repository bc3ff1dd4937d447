package io.mockarty.coordinator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mockarty migrate}, in both spellings, on a SQLite file unless a test says otherwise. */
class MigrateTest {

    @TempDir
    private Path directory;

    private Map<String, String> environment;

    @BeforeEach
    void name_the_database() {
        environment = Map.of("DB_USE", "sqlite", "DB_DSN", file().toString());
    }

    private Path file() {
        return directory.resolve("mocks.db");
    }

    private String place() {
        return "SQLite " + file();
    }

    private static String run(Map<String, String> environment, String command) {
        try (Cli cli = Cli.start(environment, command.split(" "))) {
            assertThat(cli.exitCode()).as(cli.err()).isZero();
            assertThat(cli.err()).isEmpty();
            return cli.out();
        }
    }

    private String run(String command) {
        return run(environment, command);
    }

    private static String fails(int exitCode, Map<String, String> environment, String command) {
        try (Cli cli = Cli.start(environment, command.split(" "))) {
            assertThat(cli.exitCode()).as(cli.out()).isEqualTo(exitCode);
            assertThat(cli.out()).isEmpty();
            return cli.err();
        }
    }

    private void sql(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            // SQLite runs all statements of a text.
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static int newest(String version) {
        return Integer.parseInt(version.lines()
                .filter(line -> line.startsWith("newest"))
                .findFirst()
                .orElseThrow()
                .substring("newest".length())
                .strip());
    }

    @ParameterizedTest
    @CsvSource({"migrate up, migrate version", "--migrate up, --migrate version"})
    void up_says_what_was_applied(String up, String version) {
        String before = run(version);
        int newest = newest(before);
        assertThat(before).startsWith("version 0\nnewest  ");
        assertThat(run(up)).startsWith("applied 001_initial\n").endsWith("\n" + place() + " is at version " + newest);
        assertThat(run(version)).isEqualTo("version " + newest + "\nnewest  " + newest);
        assertThat(run(up)).isEqualTo("nothing to do: " + place() + " is at version " + newest);
    }

    @ParameterizedTest
    @CsvSource({"migrate up --steps 1", "--migrate up --migrate-steps 1"})
    void up_goes_as_far_as_it_is_told(String up) {
        assertThat(run(up)).isEqualTo("applied 001_initial\n" + place() + " is at version 1");
    }

    @ParameterizedTest
    @CsvSource({"migrate down", "--migrate down"})
    void down_rolls_one_back(String down) {
        run("migrate up --steps 1");
        assertThat(run(down)).isEqualTo("rolled back 001_initial\n" + place() + " is at version 0");
        assertThat(run(down)).isEqualTo("nothing to do: " + place() + " is at version 0");
    }

    @ParameterizedTest
    @CsvSource({"migrate down --steps 99", "--migrate down --migrate-steps 99"})
    void down_goes_as_far_as_it_is_told(String down) {
        run("migrate up");
        assertThat(run(down)).endsWith("rolled back 001_initial\n" + place() + " is at version 0");
    }

    @ParameterizedTest
    @CsvSource({"migrate up --dry-run", "--migrate up --migrate-dry-run"})
    void what_a_dry_run_prints_is_sql_that_does_the_same(String dryRun) {
        String sql = run(dryRun);
        assertThat(sql).startsWith("-- 001_initial: UP\n").endsWith("\n-- " + place() + " is at version 0");
        String version = run("migrate version");
        assertThat(version).startsWith("version 0\n");
        sql(sql);
        assertThat(run("migrate version")).startsWith("version " + newest(version) + "\n");
    }

    @Test
    void a_dry_run_of_down_prints_what_it_drops() {
        run("migrate up --steps 1");
        assertThat(run("migrate down --dry-run"))
                .startsWith("-- 001_initial: DOWN\nDROP TABLE ")
                .endsWith("\n-- " + place() + " is at version 1");
    }

    @ParameterizedTest
    @CsvSource({"migrate force 1", "--migrate force 1"})
    void force_sets_the_version(String force) {
        assertThat(run(force)).isEqualTo("version 1, was 0");
        assertThat(run("migrate version")).startsWith("version 1\n");
    }

    @Test
    void force_refuses_a_version_that_does_not_exist() {
        assertThat(fails(1, environment, "migrate force 9999"))
                .startsWith("mockarty: version: 9999 (expected: 0..")
                .endsWith(", the migrations there are)");
    }

    @ParameterizedTest
    @CsvSource({"migrate up --fix-dirty", "--migrate up --migrate-fix-dirty"})
    void fixes_a_dirty_schema_when_it_is_told(String fix) {
        run("migrate up");
        sql("UPDATE schema_migrations SET version = 1, dirty = TRUE");
        assertThat(fails(1, environment, "migrate up"))
                .startsWith("mockarty: " + place() + ": schema version: 1 (dirty) (expected: ")
                .contains("mockarty migrate up --fix-dirty");
        assertThat(run("migrate version")).startsWith("version 1 (dirty)\n");
        assertThat(run(fix)).startsWith("undid what was half done of 001_initial\napplied 001_initial\n");
    }

    @Test
    void a_newer_schema_is_one_line_and_exit_code_1() {
        run("migrate up");
        sql("UPDATE schema_migrations SET version = 4711");
        assertThat(fails(1, environment, "migrate up"))
                .startsWith("mockarty: " + place() + ": schema version: 4711 (expected: 0..")
                .contains("start the newer program")
                .hasLineCount(1);
    }

    @Test
    void works_on_an_h2_file() {
        Map<String, String> h2 = Map.of("DB_USE", "h2", "DB_DSN", file().toString());
        assertThat(run(h2, "migrate up --steps 1")).startsWith("applied 001_initial\nH2 ");
        assertThat(run(h2, "migrate down")).startsWith("rolled back 001_initial\nH2 ");
        assertThat(run(h2, "migrate version")).startsWith("version 0\n");
    }

    @Test
    void works_on_postgresql_and_keeps_its_password() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String place = "localhost:" + server.getPort() + "/postgres";
            Map<String, String> postgres = Map.of("DB_DSN", "postgres://postgres:geheim@" + place + "?sslmode=disable");
            assertThat(run(postgres, "migrate up --steps 1"))
                    .isEqualTo("applied 001_initial\nPostgreSQL at " + place + " is at version 1");
            assertThat(run(postgres, "migrate up --dry-run")).doesNotContain("geheim");
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT version, dirty FROM schema_migrations")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(1);
                assertThat(row.getBoolean(2)).isFalse();
            }
            assertThat(run(postgres, "migrate down")).startsWith("rolled back 001_initial\n");
        }
    }

    @Test
    void a_database_that_is_not_there_is_one_line_without_its_password() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Map<String, String> nowhere =
                Map.of("DB_USE", "pg", "DB_DSN", "postgres://mockarty:geheim@localhost:" + port + "/mockarty");
        assertThat(fails(1, nowhere, "migrate up"))
                .startsWith("mockarty: PostgreSQL at localhost:" + port + "/mockarty: no connection: ")
                .doesNotContain("geheim")
                .hasLineCount(1);
    }

    @Test
    void options_come_before_the_environment_and_may_stand_before_or_after_the_action() {
        Map<String, String> other = Map.of("DB_USE", "pg", "DB_DSN", "postgres://nowhere/x");
        String options = "--db-use sqlite --db-dsn " + file();
        assertThat(run(other, "migrate up --steps 1 " + options)).startsWith("applied 001_initial\n");
        assertThat(run(other, "migrate " + options + " down")).startsWith("rolled back 001_initial\n");
    }

    @Test
    void asks_for_a_database() {
        assertThat(fails(2, Map.of(), "migrate up"))
                .startsWith("mockarty: DB_USE, DB_DSN: not set (expected: DB_USE=pg with DB_DSN=postgres://")
                .endsWith("\nTry: mockarty migrate --help");
    }

    @Test
    void refuses_a_database_in_memory() {
        assertThat(fails(2, Map.of("DB_USE", "h2"), "migrate up"))
                .startsWith("mockarty: DB_DSN: a database in memory (expected: the path of a file");
    }

    @Test
    void refuses_a_database_it_does_not_know() {
        assertThat(fails(2, Map.of("DB_USE", "mysql"), "migrate up")).startsWith("mockarty: DB_USE: mysql (expected: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migrate                      | missing command (expected: up, down, version or force)",
                "migrate up --steps 0         | --steps: 0 (expected: at least 1)",
                "migrate force                | Missing required parameter: 'N'",
                "--migrate sideways           | --migrate: sideways (expected: up, down, version, or force N)",
                "--migrate up 3               | --migrate: up 3 (expected: up, down, version, or force N)",
                "--migrate force              | --migrate: force (expected: up, down, version, or force N)",
                "--migrate force x            | --migrate force: x (expected: a version)",
                "--migrate up --migrate-steps 0 | --migrate-steps: 0 (expected: at least 1)",
                "--migrate up serve           | --migrate with the command serve (expected: one of them)",
                "--migrate-steps 3            | Error: Missing required argument(s): --migrate"
            })
    void refuses_what_makes_no_sense(String command, String problem) {
        assertThat(fails(2, environment, command)).startsWith("mockarty: " + problem);
    }

    @Test
    void two_that_start_together_apply_once() {
        List<Cli> started = IntStream.range(0, 2)
                .mapToObj(i -> Cli.start(environment, "migrate", "up"))
                .toList();
        String said = started.stream()
                .map(cli -> {
                    try (cli) {
                        assertThat(cli.exitCode()).as(cli.err()).isZero();
                        return cli.out();
                    }
                })
                .collect(Collectors.joining("\n"));
        assertThat(said).containsOnlyOnce("applied 001_initial").containsOnlyOnce("nothing to do");
    }
}
