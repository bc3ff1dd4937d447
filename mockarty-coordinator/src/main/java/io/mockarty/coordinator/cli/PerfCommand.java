package io.mockarty.coordinator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mockarty perf}: load tests. */
@Command(
        name = "perf",
        description = "Run load tests.",
        sortOptions = false,
        usageHelpAutoWidth = true,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {PerfRunCommand.class, PerfCompareCommand.class, PerfHarCommand.class})
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class PerfCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing command (expected: run, compare or har2script)");
    }
}
