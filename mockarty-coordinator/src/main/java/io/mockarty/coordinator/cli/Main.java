package io.mockarty.coordinator.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code mockarty}. */
@Command(
        name = "mockarty",
        description = "Mock APIs over HTTP.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = ServeCommand.class)
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

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
        System.exit(run(arguments));
    }

    /** Runs the program without ending the process. */
    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::explainUsage)
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments);
    }

    /** What went wrong, in words; a stack trace says nothing to whoever typed the command. */
    private static int explain(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
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
        throw new ParameterException(spec.commandLine(), "missing command (expected: serve)");
    }
}
