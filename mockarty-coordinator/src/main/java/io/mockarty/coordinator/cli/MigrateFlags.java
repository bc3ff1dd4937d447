package io.mockarty.coordinator.cli;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@link MigrateCommand} spelled with options, for scripts that are written so. */
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class MigrateFlags {

    private static final String FLAG = "--migrate";
    private static final String STEPS = "--migrate-steps";

    @Option(
            names = FLAG,
            required = true,
            arity = "1..2",
            paramLabel = "ACTION",
            hideParamSyntax = true,
            description = "up, down, version or 'force N'.")
    private List<String> action;

    @Option(
            names = STEPS,
            paramLabel = "N",
            description = "How many migrations at most; up: all when left out, down: one.")
    private @Nullable Integer steps;

    @Option(names = "--migrate-dry-run", description = "Print the SQL and change nothing.")
    private boolean dryRun;

    @Option(names = "--migrate-fix-dirty", description = "Undo a migration that was left half done first.")
    private boolean fixDirty;

    /** Does what the options say, with the database of the environment. */
    void run(CommandLine command) {
        boolean isForce = action.get(0).equals("force");
        if (action.size() != (isForce ? 2 : 1)) {
            throw unknown(command);
        }
        if (steps != null) {
            MigrateCommand.requireSteps(command, STEPS, steps);
        }
        switch (action.get(0)) {
            case "up" -> migrate(command, job -> job.up(steps == null ? MigrationJob.ALL : steps));
            case "down" -> migrate(command, job -> job.down(steps == null ? 1 : steps));
            case "version" -> migrate(command, MigrationJob::version);
            case "force" -> {
                long version = number(command);
                migrate(command, job -> job.force(version));
            }
            default -> throw unknown(command);
        }
    }

    private void migrate(CommandLine command, Consumer<MigrationJob> work) {
        MigrateCommand.run(command, new DatabaseSettings(), dryRun, fixDirty, work);
    }

    private long number(CommandLine command) {
        try {
            return Long.parseLong(action.get(1));
        } catch (NumberFormatException e) {
            throw new ParameterException(command, FLAG + " force: " + action.get(1) + " (expected: a version)", e);
        }
    }

    private ParameterException unknown(CommandLine command) {
        return new ParameterException(
                command, FLAG + ": " + String.join(" ", action) + " (expected: up, down, version, or force N)");
    }
}
