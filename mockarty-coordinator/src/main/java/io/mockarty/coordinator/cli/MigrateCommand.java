package io.mockarty.coordinator.cli;

import io.mockarty.repository.database.Database;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockarty migrate}: brings the schema of a database to another version. */
@Command(
        name = "migrate",
        description = "Bring the schema of a database to another version.",
        sortOptions = false,
        usageHelpAutoWidth = true,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A server migrates when it starts. The database is named by the environment, as for a server:",
            "  DB_USE=sqlite DB_DSN=/data/mockarty.db mockarty migrate version"
        })
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class MigrateCommand implements Runnable {

    private static final String STEPS = "--steps";
    private static final String ALL_STEPS = "" + MigrationJob.ALL;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseSettings settings;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing command (expected: up, down, version or force)");
    }

    @Command(
            description = "Apply migrations that were not applied yet.",
            sortOptions = false,
            usageHelpAutoWidth = true,
            mixinStandardHelpOptions = true)
    void up(
            @Option(
                            names = STEPS,
                            paramLabel = "N",
                            defaultValue = ALL_STEPS,
                            description = "How many at most; all when left out.")
                    int steps,
            @Option(names = "--dry-run", description = "Print the SQL and change nothing.") boolean dryRun,
            @Option(
                            names = "--fix-dirty",
                            description = "Undo a migration that was left half done first. What is kept in its tables"
                                    + " is lost.")
                    boolean fixDirty) {
        requireSteps(spec.commandLine(), STEPS, steps);
        run(spec.commandLine(), settings, dryRun, fixDirty, job -> job.up(steps));
    }

    @Command(
            description = "Roll migrations back. What is kept in their tables is lost.",
            sortOptions = false,
            usageHelpAutoWidth = true,
            mixinStandardHelpOptions = true)
    void down(
            @Option(
                            names = STEPS,
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "How many at most; one when left out.")
                    int steps,
            @Option(names = "--dry-run", description = "Print the SQL and change nothing.") boolean dryRun) {
        requireSteps(spec.commandLine(), STEPS, steps);
        run(spec.commandLine(), settings, dryRun, false, job -> job.down(steps));
    }

    @Command(
            description = "Print the version of the schema, and the newest there is.",
            sortOptions = false,
            usageHelpAutoWidth = true,
            mixinStandardHelpOptions = true)
    void version() {
        run(spec.commandLine(), settings, false, false, MigrationJob::version);
    }

    @Command(
            description = "Say at which version the schema is, after it was mended by hand. Runs no migration.",
            sortOptions = false,
            usageHelpAutoWidth = true,
            mixinStandardHelpOptions = true)
    void force(@Parameters(paramLabel = "N", description = "The version; 0 for an empty schema.") long version) {
        run(spec.commandLine(), settings, false, false, job -> job.force(version));
    }

    static void requireSteps(CommandLine command, String option, int steps) {
        if (steps < 1) {
            throw new ParameterException(command, option + ": " + steps + " (expected: at least 1)");
        }
    }

    /** Opens the database for a job, and closes it. */
    static void run(
            CommandLine command,
            DatabaseSettings settings,
            boolean dryRun,
            boolean fixDirty,
            Consumer<MigrationJob> work) {
        try (Database database = settings.open(command)) {
            work.accept(MigrationJob.of(database, dryRun, fixDirty, command.getOut()));
        } finally {
            command.getOut().flush();
        }
    }
}
