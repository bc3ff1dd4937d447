package io.mockarty.repository.migration;

import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The migrations of one database. What they did is kept in its table {@code schema_migrations}.
 *
 * <p>One process migrates at a time; others wait, and find nothing to do. Where the database can, a migration and its
 * version are one transaction; H2 cannot, and a migration that failed there leaves the schema dirty. Immutable and
 * thread-safe. All methods throw {@link MigrationException} when the schema is dirty or newer than this program, when a
 * statement fails, when another process migrates for too long, and when the database cannot be reached.
 */
public final class Migrations {

    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(1);

    private final Target target;
    private final Scripts scripts;
    private final Mode mode;

    /** How to migrate. */
    private record Mode(boolean dryRun, boolean fixDirty, Duration lockTimeout) {}

    private Migrations(Target target, Scripts scripts, Mode mode) {
        this.target = target;
        this.scripts = scripts;
        this.mode = mode;
    }

    /**
     * Reads the migrations of this program.
     *
     * @param database the database; errors call it by its name
     * @return the migrations; nothing was done yet
     */
    public static Migrations of(Database database) {
        Target target = new Target(database.name(), SchemaDialect.of(database.kind()), database.dataSource());
        return of(target, Scripts.load());
    }

    /**
     * Reads the migrations of this program.
     *
     * @param dataSource gives connections to the database; of H2 two at a time, of others one
     * @param kind which database it is
     * @return the migrations; nothing was done yet
     */
    public static Migrations of(DataSource dataSource, DatabaseKind kind) {
        return of(dataSource, kind, Scripts.load());
    }

    static Migrations of(DataSource dataSource, DatabaseKind kind, Scripts scripts) {
        SchemaDialect dialect = SchemaDialect.of(kind);
        return of(new Target(dialect.product(), dialect, dataSource), scripts);
    }

    private static Migrations of(Target target, Scripts scripts) {
        return new Migrations(target, scripts, new Mode(false, false, LOCK_TIMEOUT));
    }

    /** {@return the same migrations, which return what they would do and do nothing} */
    public Migrations dryRun() {
        return with(new Mode(true, mode.fixDirty, mode.lockTimeout));
    }

    /**
     * Has a migration that was left half done undone before anything else: each statement of its down script is run,
     * and those that fail are passed over.
     *
     * @return the same migrations, which do not refuse a dirty schema
     */
    public Migrations fixingDirty() {
        return with(new Mode(mode.dryRun, true, mode.lockTimeout));
    }

    /**
     * Sets how long to wait for another process that migrates.
     *
     * @param timeout the longest time, at least 0; one minute when not set
     * @return the same migrations, which wait as long
     */
    public Migrations lockTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: at least 0)");
        }
        return with(new Mode(mode.dryRun, mode.fixDirty, timeout));
    }

    private Migrations with(Mode changed) {
        return new Migrations(target, scripts, changed);
    }

    /** {@return the version of a schema that all migrations of this program were applied to} */
    public long newest() {
        return scripts.newest();
    }

    /** {@return the version of the schema, whatever it is} */
    public SchemaVersion version() {
        return reading(state -> state.version());
    }

    /**
     * Applies all migrations that were not applied yet.
     *
     * @return what was done, in order; empty when there was nothing to do
     */
    public List<Migration> up() {
        // Whoever finds the schema as it must be does not wait for anybody.
        boolean done = reading(state -> state.version().equals(new SchemaVersion(scripts.newest(), false)));
        return done ? List.of() : migrate(state -> planner().up(state, scripts.newest()));
    }

    /**
     * Applies the next migrations.
     *
     * @param steps how many at most, at least 1
     * @return what was done, in order; empty when there was nothing to do
     */
    public List<Migration> up(int steps) {
        checkSteps(steps);
        return migrate(state -> planner().up(state, steps));
    }

    /**
     * Rolls the last migrations back. What is kept in tables and columns they made is lost.
     *
     * @param steps how many at most, at least 1
     * @return what was done, in order; empty when there was nothing to do
     */
    public List<Migration> down(int steps) {
        checkSteps(steps);
        return migrate(state -> planner().down(state, steps));
    }

    private static void checkSteps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: " + steps + " (expected: at least 1)");
        }
    }

    /**
     * Says at which version the schema is, after somebody mended it by hand; it is not dirty then. No script is run.
     *
     * @param version the version, from 0 to {@link #newest}
     * @return which version it was at before
     */
    public SchemaVersion force(long version) {
        if (version < 0 || version > scripts.newest()) {
            throw new IllegalArgumentException(
                    "version: " + version + " (expected: 0.." + scripts.newest() + ", the migrations there are)");
        }
        if (mode.dryRun) {
            return version();
        }
        return locked(session -> {
            SchemaTable.State state = SchemaTable.read(session.connection(), target.dialect());
            session.together(() -> {
                for (String statement : state.missing()) {
                    session.execute(statement);
                }
                session.execute(SchemaTable.set(version, false));
            });
            return state.version();
        });
    }

    private Planner planner() {
        return new Planner(scripts, target, mode.fixDirty);
    }

    private List<Migration> migrate(Function<SchemaTable.State, List<Step>> planner) {
        List<Step> done = mode.dryRun
                ? reading(planner)
                : locked(session -> {
                    List<Step> plan = planner.apply(SchemaTable.read(session.connection(), target.dialect()));
                    StepRunner runner = new StepRunner(session, target);
                    for (Step step : plan) {
                        runner.run(step);
                    }
                    return plan;
                });
        return done.stream().map(Step::migration).toList();
    }

    private <T> T reading(Function<SchemaTable.State, T> reader) {
        try (Connection connection = target.dataSource().getConnection()) {
            return reader.apply(SchemaTable.read(connection, target.dialect()));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** What is done while nobody else migrates. */
    private interface Work<T> {
        T on(SchemaSession session) throws SQLException;
    }

    private <T> T locked(Work<T> work) {
        try (SchemaSession session = SchemaSession.open(target, mode.lockTimeout)) {
            return work.on(session);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private MigrationException refused(SQLException cause) {
        return target.problem(
                "schema: " + cause.getMessage()
                        + " (expected: a database that can be reached, and lets us change its schema)",
                cause);
    }
}
