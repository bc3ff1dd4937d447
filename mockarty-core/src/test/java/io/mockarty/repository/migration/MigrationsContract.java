package io.mockarty.repository.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mockarty.repository.database.DatabaseKind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What migrations do on each database. */
abstract class MigrationsContract {

    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path directory;

    private TestDatabase database;
    private Migrations migrations;

    /** Makes an empty database, with a name or in a directory of its own. */
    abstract TestDatabase empty(Path directory) throws SQLException;

    @BeforeEach
    void make_a_database() throws SQLException {
        database = empty(directory);
        migrations = with(PetScripts.all());
    }

    TestDatabase database() {
        return database;
    }

    private boolean isTransactional() {
        return database.kind() != DatabaseKind.H2;
    }

    private Migrations with(Scripts scripts) {
        return Migrations.of(database.dataSource(), database.kind(), scripts);
    }

    private static List<String> ids(List<Migration> migrations) {
        return migrations.stream()
                .map(migration -> migration.action() + " " + migration.id())
                .toList();
    }

    @Test
    void an_empty_database_is_at_version_0_and_stays_empty() {
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(0, false));
        assertThat(database.hasTable("schema_migrations")).isFalse();
    }

    @Test
    void up_applies_all_migrations_in_order() {
        assertThat(ids(migrations.up())).containsExactly("UP 001_pets", "UP 002_toys", "UP 003_vets");
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(3, false));
        assertThat(database.column("SELECT COUNT(vet) FROM pets")).containsExactly("0");
    }

    @Test
    void lines_for_other_databases_are_left_out() {
        migrations.up();
        String expected = switch (database.kind()) {
            case POSTGRESQL -> "Elephant";
            case SQLITE -> "Feather";
            case H2 -> "Water";
        };
        assertThat(database.column("SELECT name FROM pets")).containsExactly(expected);
    }

    @Test
    void up_finds_nothing_to_do_when_all_was_done() {
        migrations.up();
        assertThat(migrations.up()).isEmpty();
        assertThat(migrations.up(1)).isEmpty();
    }

    @Test
    void after_down_nothing_is_left_and_up_makes_the_same_again() {
        migrations.up();
        List<String> before = database.objects();
        assertThat(ids(migrations.down(3))).containsExactly("DOWN 003_vets", "DOWN 002_toys", "DOWN 001_pets");
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(0, false));
        assertThat(database.objects()).isEmpty();
        migrations.up();
        assertThat(database.objects()).isEqualTo(before);
    }

    @Test
    void the_migrations_of_this_program_go_up_and_down_and_up_again() {
        Migrations real = Migrations.of(database.dataSource(), database.kind());
        assertThat(real.up()).hasSize(Math.toIntExact(real.newest()));
        List<String> before = database.objects();
        assertThat(real.down(Integer.MAX_VALUE)).hasSize(Math.toIntExact(real.newest()));
        assertThat(database.objects()).isEmpty();
        real.up();
        assertThat(database.objects()).isEqualTo(before);
    }

    @Test
    void each_migration_of_this_program_is_undone_by_its_down_script() {
        Migrations real = Migrations.of(database.dataSource(), database.kind());
        for (long version = 1; version <= real.newest(); version++) {
            List<String> before = database.objects();
            real.up(1);
            List<String> after = database.objects();
            real.down(1);
            assertThat(database.objects()).as("version " + version).isEqualTo(before);
            real.up(1);
            assertThat(database.objects()).as("version " + version).isEqualTo(after);
        }
    }

    @Test
    void up_goes_as_many_steps_as_it_is_told() {
        assertThat(ids(migrations.up(2))).containsExactly("UP 001_pets", "UP 002_toys");
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(2, false));
        assertThat(ids(migrations.up(2))).containsExactly("UP 003_vets");
    }

    @Test
    void down_goes_as_many_steps_as_it_is_told_and_no_further_than_0() {
        migrations.up();
        assertThat(ids(migrations.down(1))).containsExactly("DOWN 003_vets");
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(2, false));
        assertThat(migrations.down(Integer.MAX_VALUE)).hasSize(2);
        assertThat(migrations.down(1)).isEmpty();
    }

    @Test
    void refuses_less_than_one_step() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migrations.up(0))
                .withMessage("steps: 0 (expected: at least 1)");
        assertThatIllegalArgumentException().isThrownBy(() -> migrations.down(-1));
    }

    @Test
    void a_dry_run_says_what_up_runs_and_changes_nothing() {
        List<Migration> planned = migrations.dryRun().up();
        assertThat(database.hasTable("schema_migrations")).isFalse();
        assertThat(database.objects()).isEmpty();
        assertThat(migrations.up()).isEqualTo(planned);
    }

    @Test
    void what_a_dry_run_says_can_be_run_by_hand() {
        migrations.dryRun().up().forEach(migration -> database.execute(migration.statements()));
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(3, false));
        List<String> byHand = database.objects();
        migrations.down(3);
        migrations.up();
        assertThat(database.objects()).isEqualTo(byHand);
    }

    @Test
    void a_dry_run_says_what_down_runs_and_changes_nothing() {
        migrations.up();
        List<String> before = database.objects();
        List<Migration> planned = migrations.dryRun().down(2);
        assertThat(database.objects()).isEqualTo(before);
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(3, false));
        assertThat(migrations.down(2)).isEqualTo(planned);
    }

    @Test
    void a_broken_script_is_named_with_its_statement_and_what_to_do() {
        String next = isTransactional()
                ? "nothing of it was kept; mend the cause and migrate again"
                : "so the schema is dirty now; run 'mockarty migrate up --fix-dirty'";
        assertThatThrownBy(() -> with(PetScripts.broken()).up())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(
                        "002_toys.up.sql: statement 2 of 2, \"INSERT INTO nowhere (name) VALUES ('ball')\", failed: ")
                .hasMessageContaining(next)
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void a_broken_script_keeps_the_migrations_before_it() {
        assertThatThrownBy(() -> with(PetScripts.broken()).up()).isInstanceOf(MigrationException.class);
        assertThat(migrations.version())
                .isEqualTo(isTransactional() ? new SchemaVersion(1, false) : new SchemaVersion(2, true));
        assertThat(database.hasTable("pets")).isTrue();
        assertThat(database.hasTable("toys")).isEqualTo(!isTransactional());
        assertThat(database.hasTable("vets")).isFalse();
    }

    @Test
    void goes_on_when_a_broken_script_was_mended() {
        assertThatThrownBy(() -> with(PetScripts.broken()).up()).isInstanceOf(MigrationException.class);
        List<Migration> done =
                isTransactional() ? migrations.up() : migrations.fixingDirty().up();
        assertThat(ids(done)).endsWith("UP 002_toys", "UP 003_vets");
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(3, false));
        assertThat(database.column("SELECT pet FROM toys")).isEmpty();
    }

    @Test
    void a_broken_first_script_can_be_mended_too() {
        Script broken = new Script(1, "pets", "CREATE TABLE pets (id BIGINT);\nBROKEN;", "DROP TABLE pets;");
        assertThatThrownBy(() -> with(new Scripts(List.of(broken))).up()).isInstanceOf(MigrationException.class);
        assertThat(migrations.fixingDirty().up()).isNotEmpty();
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(3, false));
    }

    /** The table of migration 2 is there, its index is not. */
    private void leaveHalfDone() {
        migrations.up(1);
        database.execute("CREATE TABLE toys (name VARCHAR(10))", SchemaTable.set(2, true));
    }

    @Test
    void refuses_a_dirty_schema_and_says_what_to_do() {
        leaveHalfDone();
        String problem = "schema version: 2 (dirty) (expected: one that is not dirty); 002_toys was left half done, run"
                + " 'mockarty migrate up --fix-dirty' to have it undone and applied again, or mend the schema by hand"
                + " and say where it is with 'mockarty migrate force 1' or 'force 2'";
        assertThatThrownBy(() -> migrations.up())
                .isInstanceOf(MigrationException.class)
                .hasMessageEndingWith(": " + problem);
        assertThatThrownBy(() -> migrations.down(1)).isInstanceOf(MigrationException.class);
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(2, true));
    }

    @Test
    void fixing_dirty_undoes_what_was_half_done_and_goes_on() {
        leaveHalfDone();
        List<Migration> planned = migrations.fixingDirty().dryRun().up();
        List<Migration> done = migrations.fixingDirty().up();
        assertThat(ids(done)).containsExactly("REPAIR 002_toys", "UP 002_toys", "UP 003_vets");
        assertThat(done).isEqualTo(planned);
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(3, false));
    }

    @Test
    void fixing_dirty_changes_nothing_about_a_clean_schema() {
        assertThat(ids(migrations.fixingDirty().up(1))).containsExactly("UP 001_pets");
    }

    @Test
    void force_says_where_the_schema_is_and_cleans_it() {
        leaveHalfDone();
        assertThat(migrations.force(1)).isEqualTo(new SchemaVersion(2, true));
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(1, false));
        assertThat(database.hasTable("toys")).isTrue();
    }

    @Test
    void force_works_on_an_empty_database() {
        assertThat(migrations.dryRun().force(2)).isEqualTo(new SchemaVersion(0, false));
        assertThat(database.hasTable("schema_migrations")).isFalse();
        migrations.force(2);
        assertThat(migrations.version()).isEqualTo(new SchemaVersion(2, false));
    }

    @Test
    void force_refuses_a_version_that_does_not_exist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migrations.force(4))
                .withMessage("version: 4 (expected: 0..3, the migrations there are)");
    }

    @Test
    void refuses_a_schema_that_is_newer_than_the_program() {
        migrations.up();
        Migrations older = with(new Scripts(List.of(PetScripts.PETS)));
        String problem =
                "schema version: 3 (expected: 0..1, the migrations this program knows); start the newer program"
                        + " that made this schema, or roll the schema back with it first: mockarty migrate down --steps N";
        assertThatThrownBy(older::up).isInstanceOf(MigrationException.class).hasMessageEndingWith(": " + problem);
        assertThatThrownBy(() -> older.down(1)).isInstanceOf(MigrationException.class);
        assertThat(older.version()).isEqualTo(new SchemaVersion(3, false));
    }

    @Test
    void one_of_many_threads_applies_and_the_others_find_nothing_to_do() throws Exception {
        int threads = 16;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<Migration>>> starts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                starts.add(() -> migrations.up());
            }
            List<Integer> applied = new ArrayList<>();
            for (Future<List<Migration>> start : pool.invokeAll(starts, 60, TimeUnit.SECONDS)) {
                applied.add(start.get().size());
            }
            assertThat(applied).containsOnly(0, 3).containsOnlyOnce(3);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void waits_for_another_process_no_longer_than_it_may() throws SQLException {
        Target target = new Target("other", SchemaDialect.of(database.kind()), database.dataSource());
        try (SchemaSession other = SchemaSession.open(target, SHORT)) {
            assertThatThrownBy(() -> migrations.lockTimeout(SHORT).up())
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("schema: locked by somebody else for more than 200 ms");
        }
        assertThat(migrations.lockTimeout(SHORT).up()).hasSize(3);
    }

    @Test
    void gives_connections_back_as_they_were() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(isTransactional() ? 1 : 2);
        config.setConnectionTimeout(2_000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Migrations pooled = Migrations.of(pool, database.kind(), PetScripts.all());
            assertThatThrownBy(() -> Migrations.of(pool, database.kind(), PetScripts.broken())
                            .up())
                    .isInstanceOf(MigrationException.class);
            pooled.fixingDirty().up();
            pooled.down(3);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            checkSettings(new TestDatabase(pool, database.kind()));
        }
    }

    /** Looks at what a connection of a pool could have been left with. */
    void checkSettings(TestDatabase pooled) {}
}
