package io.mockarty.coordinator.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The program {@code mockarty}. */
@Command(
        name = "mockarty",
        customSynopsis = {"mockarty [-hV] COMMAND", "       mockarty --migrate ACTION [OPTION...]"},
        description = "Mock APIs over HTTP, and test how much load they bear.",
        sortOptions = false,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true,
        subcommands = {ServeCommand.class, MigrateCommand.class, PerfCommand.class})
@SuppressWarnings("NullAway.Init") // fields are set by picocli
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    @ArgGroup(
            exclusive = false,
            heading = "%nWithout a command, for the database that DB_USE and DB_DSN name"
                    + " (the same as 'mockarty migrate'):%n")
    private @Nullable MigrateFlags migrate;

    Main() {}

    /**
     * Runs the program and ends the process: with 0 when all went well, 1 when the command failed, 2 when the arguments
     * were wrong.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        String level = System.getenv().getOrDefault("LOG_LEVEL", "info").toLowerCase(Locale.ROOT);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
        if (level.equals("info")) {
            // It tells of opening and closing, and logs with a stack trace what it throws to us as well.
            System.setProperty("org.slf4j.simpleLogger.log.com.zaxxer.hikari", "off");
        }
        // The interpreter of scripts has no use for the library that it cannot attach on some JVMs.
        System.setProperty("polyglotimpl.AttachLibraryFailureAction", "ignore");
        System.exit(run(arguments));
    }

    /** Runs the program without ending the process. */
    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::explainUsage)
                .setExecutionExceptionHandler(Main::explain)
                .setExecutionStrategy(Main::execute)
                .execute(arguments);
    }

    /** Runs the last command given; the options that migrate are one, and stand alone. */
    private static int execute(ParseResult parsed) {
        if (parsed.hasSubcommand() && parsed.hasMatchedOption("--migrate")) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "--migrate with the command "
                            + parsed.subcommand().commandSpec().name() + " (expected: one of them)");
        }
        return new RunLast().execute(parsed);
    }

    /** What went wrong, in words; a stack trace says nothing to whoever typed the command. */
    private static int explain(Exception problem, CommandLine command, ParseResult parsed) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        command.getErr().println(command.getColorScheme().errorText("mockarty: " + message));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** What is wrong with the command line, what may have been meant, and where the options are listed. */
    private static int explainUsage(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("mockarty: " + problem.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public void run() {
        if (migrate == null) {
            throw new ParameterException(spec.commandLine(), "missing command (expected: serve, migrate or perf)");
        }
        migrate.run(spec.commandLine());
    }
}
