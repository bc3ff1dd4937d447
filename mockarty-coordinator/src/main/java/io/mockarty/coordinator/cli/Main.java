package io.mockarty.coordinator.cli;

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
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments);
    }

    /** What went wrong, in words; a stack trace says nothing to whoever typed the command. */
    private static int explain(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(command.getColorScheme().errorText("mockarty: " + problem.getMessage()));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command (expected: serve)");
    }
}
