package io.mockarty.coordinator.cli;

import io.mockarty.perf.LoadTest;
import io.mockarty.perf.LoadTestException;
import io.mockarty.perf.LoadTestResult;
import io.mockarty.perf.Output;
import io.mockarty.perf.script.ScriptLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockarty perf run}: runs a load test on this machine. */
@Command(
        name = "run",
        description = "Run a load test on this machine.",
        sortOptions = false,
        usageHelpAutoWidth = true,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes are those of k6: 0 passed, 99 a threshold was crossed, 104 wrong options, 105 stopped from",
            "outside, 107 the script failed, 108 aborted by the script or a criterion, 110 marked as failed by the script.",
            "",
            "  mockarty perf run script.js --vus 10 --duration 1m --out html:report.html"
        })
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class PerfRunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SCRIPT", description = "The script.")
    private @Nullable Path script;

    @Option(names = "--vus", paramLabel = "N", description = "How many virtual users.")
    private @Nullable Integer vus;

    @Option(names = "--duration", paramLabel = "TIME", description = "How long, such as 30s or 1m30s.")
    private @Nullable String duration;

    @Option(names = "--iterations", paramLabel = "N", description = "How many iterations all users do together.")
    private @Nullable Long iterations;

    @Option(
            names = "--rps",
            paramLabel = "N",
            description = "How many iterations start per second, whether earlier ones have ended or not; 0 for none of"
                    + " that.")
    private @Nullable Double rps;

    @Option(names = "--max-vus", paramLabel = "N", description = "How many users there may be with --rps; 200.")
    private @Nullable Integer maxVus;

    @Option(
            names = "--stage",
            paramLabel = "TIME:N",
            description = "A stage, over which the number of users changes to N. Repeatable.")
    private List<String> stages = new ArrayList<>();

    @Option(names = "--har", paramLabel = "HAR", description = "Run what a browser has recorded instead of a script.")
    private @Nullable Path har;

    @Option(names = "-e", paramLabel = "NAME=VALUE", description = "A variable of __ENV. Repeatable.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(names = "--tag", paramLabel = "NAME=VALUE", description = "A tag of all samples. Repeatable.")
    private Map<String, String> tags = new LinkedHashMap<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of random numbers, to repeat a run.")
    private @Nullable Long seed;

    @Option(
            names = "--hosts",
            paramLabel = "NAME=ADDRESS",
            description =
                    "Where a host of the script is, such as api.example.com=127.0.0.1:8443, instead of looking its"
                            + " name up. Repeatable.")
    private Map<String, String> hosts = new LinkedHashMap<>();

    @Option(names = "--insecure-skip-tls-verify", description = "Trust servers whatever their certificates are.")
    private boolean trusting;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The directory whose files the script may read; that of the script when left out.")
    private @Nullable Path root;

    @Option(
            names = "--max-statements",
            paramLabel = "N",
            description = "How many statements each user may execute; any number when left out.")
    private long maxStatements;

    @Option(
            names = "--out",
            paramLabel = "FORMAT:FILE",
            description = "Write results: json:FILE, html:FILE, junit:FILE, csv:FILE, ndjson:FILE, k6-summary:FILE, or"
                    + " prometheus:PORT while it runs. Repeatable.")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--no-summary", description = "Print no summary at the end.")
    private boolean noSummary;

    @Option(names = "--quiet", description = "Print no progress.")
    private boolean quiet;

    private @Nullable PerfProgress progress;

    @Override
    public Integer call() throws InterruptedException, IOException {
        try {
            return run(test());
        } catch (LoadTestException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(spec.commandLine().getColorScheme().errorText("mockarty: " + e.getMessage()));
            return e.exitCode().number();
        }
    }

    private int run(LoadTest test) throws InterruptedException, IOException {
        try (OrderlyStop stop = new OrderlyStop()) {
            LoadTestResult result = test.listener(stop).run();
            report(result);
            return result.exitCode().number();
        }
    }

    private LoadTest source() throws IOException {
        Path file = script;
        if ((file == null) == (har == null)) {
            throw new ParameterException(
                    spec.commandLine(), "missing script (expected: either perf run SCRIPT or perf run --har HAR)");
        }
        if (file == null) {
            return LoadTest.inline(PerfHarCommand.script(spec, Objects.requireNonNull(har), false));
        }
        return root == null ? LoadTest.script(file) : LoadTest.script(file, root);
    }

    private LoadTest test() throws IOException {
        LoadTest test = source();
        if (vus != null) {
            test.vus(vus);
        }
        if (duration != null) {
            test.option("duration", duration);
        }
        if (iterations != null) {
            test.iterations(iterations);
        }
        if (rps != null && rps != 0) {
            test.rps(rps);
        }
        if (maxVus != null) {
            test.maxVus(maxVus);
        }
        if (seed != null) {
            test.seed(seed);
        }
        if (!tags.isEmpty()) {
            test.option("tags", new LinkedHashMap<String, Object>(tags));
        }
        if (!hosts.isEmpty()) {
            test.option("hosts", new LinkedHashMap<String, Object>(hosts));
        }
        if (trusting) {
            test.option("insecureSkipTLSVerify", true);
        }
        if (maxStatements > 0) {
            test.limits(new ScriptLimits(maxStatements));
        }
        stages.forEach(stage -> addStage(test, stage));
        outputs.forEach(output -> addOutput(test, output));
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("MOCKARTY_")) {
                test.env(name, value);
            }
        });
        variables.forEach(test::env);
        if (!quiet) {
            PerfProgress shown = new PerfProgress(spec.commandLine().getErr(), Help.Ansi.AUTO.enabled());
            progress = shown;
            test.listener(shown);
        }
        return test.log(this::print);
    }

    private void addOutput(LoadTest test, String output) {
        try {
            test.output(Output.parse(output));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private void addStage(LoadTest test, String stage) {
        try {
            test.stage(stage);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private synchronized void print(String level, String text) {
        PrintWriter err = spec.commandLine().getErr();
        if (progress != null) {
            progress.erase();
        }
        err.println(level.equals("info") ? text : level + ": " + text);
        err.flush();
    }

    private void report(LoadTestResult result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (progress != null) {
            progress.erase();
        }
        Map<String, Object> written = result.written();
        if (written != null) {
            write(written, out);
        } else if (!noSummary) {
            out.print(summary(result));
        }
        if (!noSummary && !result.thresholds().isEmpty()) {
            out.println();
            out.print(result.thresholdText());
        }
        out.flush();
        result.context().warnings().forEach(warning -> print("warn", warning));
        if (result.stoppedReason() != null) {
            print("warn", "the test was ended early: " + result.stoppedReason());
        }
    }

    private static String summary(LoadTestResult result) {
        return result.summary(Help.Ansi.AUTO.enabled());
    }

    /** Writes what {@code handleSummary} of the script wants to be written. */
    private static void write(Map<String, Object> written, PrintWriter out) throws IOException {
        for (Map.Entry<String, Object> file : written.entrySet()) {
            byte[] content = file.getValue() instanceof byte[] bytes
                    ? bytes
                    : String.valueOf(file.getValue()).getBytes(StandardCharsets.UTF_8);
            if (file.getKey().equals("stdout") || file.getKey().equals("stderr")) {
                out.print(new String(content, StandardCharsets.UTF_8));
            } else {
                Files.write(Path.of(file.getKey()), content);
            }
        }
    }
}
