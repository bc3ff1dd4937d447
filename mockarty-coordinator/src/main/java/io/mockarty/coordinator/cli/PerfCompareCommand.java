package io.mockarty.coordinator.cli;

import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import io.mockarty.perf.report.Comparison;
import io.mockarty.perf.report.RegressionLimit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockarty perf compare}: what changed from one load test to another. */
@Command(
        name = "compare",
        description = "Compare the reports of two load tests.",
        sortOptions = false,
        usageHelpAutoWidth = true,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The exit code is 99 when a limit is broken.",
            "",
            "  mockarty perf compare before.json after.json --fail-on 'p(95):+10%'"
        })
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class PerfCompareCommand implements Callable<Integer> {

    private static final int BROKEN = 99;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The older report, written by --out json:FILE.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The newer report.")
    private Path after;

    @Option(
            names = "--fail-on",
            paramLabel = "[METRIC.]FIGURE:CHANGE",
            description =
                    "How far a figure may move, such as p(95):+10%% or http_req_failed.rate:+0.01. Repeatable; the"
                            + " metric is http_req_duration when left out.")
    private List<String> limits = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Comparison comparison;
        try {
            comparison = Comparison.of(
                    read(before),
                    read(after),
                    limits.stream().map(RegressionLimit::parse).toList());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.writePretty(comparison.json()) + "\n" : comparison.text());
        out.flush();
        return comparison.ok() ? 0 : BROKEN;
    }

    @SuppressWarnings("unchecked") // an object of JSON
    private Map<String, Object> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " (expected: a report; there is no such file)");
        }
        try {
            if (Json.parse(Files.readAllBytes(file)) instanceof Map<?, ?> report) {
                return (Map<String, Object>) report;
            }
        } catch (JsonSyntaxException e) {
            throw new ParameterException(spec.commandLine(), file + ": " + e.getMessage(), e);
        }
        throw new ParameterException(spec.commandLine(), file + " (expected: a report, which is a JSON object)");
    }
}
