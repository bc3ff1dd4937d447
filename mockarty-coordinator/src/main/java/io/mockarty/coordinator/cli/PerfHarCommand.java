package io.mockarty.coordinator.cli;

import io.mockarty.perf.har.HarOptions;
import io.mockarty.perf.har.HarScript;
import io.mockarty.perf.har.InvalidHarException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockarty perf har2script}: a load script from what a browser has recorded. */
@Command(
        name = "har2script",
        description = "Write a load script from what a browser has recorded (HAR).",
        sortOptions = false,
        usageHelpAutoWidth = true,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class PerfHarCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "HAR", description = "The recording.")
    private Path har;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write the script; printed when left out.")
    private @Nullable Path output;

    @Option(names = "--keep-static", description = "Keep requests for images, styles, scripts and fonts.")
    private boolean keepStatic;

    @Override
    public Integer call() throws IOException {
        String script = script(spec, har, keepStatic);
        if (output == null) {
            spec.commandLine().getOut().print(script);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(output, script);
        }
        return 0;
    }

    static String script(CommandSpec spec, Path har, boolean keepStatic) throws IOException {
        if (!Files.isRegularFile(har)) {
            throw new ParameterException(spec.commandLine(), har + " (expected: a HAR; there is no such file)");
        }
        try {
            return HarScript.write(har, HarOptions.DEFAULTS.withStatic(keepStatic));
        } catch (InvalidHarException e) {
            throw new ParameterException(spec.commandLine(), har + ": " + e.getMessage(), e);
        }
    }
}
