package io.mockarty.perf;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.plan.InvalidOptionsException;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.plan.Scenario;
import io.mockarty.perf.report.K6Summary;
import io.mockarty.perf.schedule.Run;
import io.mockarty.perf.schedule.RunListener;
import io.mockarty.perf.threshold.ThresholdResult;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One run of a load test, from its options to its result. */
final class LoadTestRun {

    private final String name;
    private final Workload workload;
    private final ScriptRunView view;
    private final Listeners listeners;

    LoadTestRun(String name, Workload workload, ScriptRunView view, Listeners listeners) {
        this.name = name;
        this.workload = workload;
        this.view = view;
        this.listeners = listeners;
    }

    /** Who wants to know. */
    record Listeners(List<RunListener> runs, List<Output> outputs, BiConsumer<String, String> log) {}

    LoadTestResult run(Map<String, Object> overrides, Map<String, List<String>> moreThresholds)
            throws InterruptedException {
        Options options = options(overrides, moreThresholds);
        options.warnings().forEach(warning -> listeners.log().accept("warn", warning));
        Rules rules = rules(options);
        OutputSet outputs = new OutputSet(listeners.outputs(), rules.thresholds());
        try {
            LoadTestResult result = run(options, rules, outputs);
            outputs.end(result);
            return result;
        } catch (IOException e) {
            throw new LoadTestException(ExitCode.INVALID_CONFIG, String.valueOf(e.getMessage()), e);
        } finally {
            outputs.close();
        }
    }

    private LoadTestResult run(Options options, Rules rules, OutputSet outputs)
            throws InterruptedException, IOException {
        Measurements measurements = new Measurements(
                workload.registry(),
                Runtime.getRuntime().availableProcessors(),
                rules.submetrics(),
                options.report().apdexThreshold(),
                outputs.begin());
        workload.prepare(options, measurements);
        workload.setUp();
        Instant started = Instant.now();
        Run run = drive(options, rules, measurements, outputs);
        Instant finished = Instant.now();
        LoadTestException broken = tearDown();
        Snapshot snapshot = measurements.snapshot(run.seconds());
        List<ThresholdResult> thresholds = rules.evaluate(snapshot);
        String reason = run.stopReason();
        LoadTestResult.Context context =
                new LoadTestResult.Context(started, finished, workload.engine(), workload.errors(), run.warnings());
        ExitCode exitCode = broken != null ? broken.exitCode() : exitCode(rules, thresholds, run);
        return withSummary(new LoadTestResult(name, options, snapshot, thresholds, exitCode, reason, context, null));
    }

    private LoadTestResult withSummary(LoadTestResult result) {
        Map<String, Object> written = workload.summarize(new K6Summary(
                        result.snapshot(), result.thresholds(), result.options().report())
                .handleSummaryData(false, false, workload.setUpData()));
        return written == null
                ? result
                : new LoadTestResult(
                        result.name(),
                        result.options(),
                        result.snapshot(),
                        result.thresholds(),
                        result.exitCode(),
                        result.stoppedReason(),
                        result.context(),
                        written);
    }

    private Options options(Map<String, Object> overrides, Map<String, List<String>> moreThresholds) {
        Map<String, Object> own = new LinkedHashMap<>(workload.options());
        if (!moreThresholds.isEmpty()) {
            Map<String, Object> thresholds = new LinkedHashMap<>();
            if (own.get("thresholds") instanceof Map<?, ?> given) {
                given.forEach((metric, value) -> thresholds.put(String.valueOf(metric), value));
            }
            thresholds.putAll(moreThresholds);
            own.put("thresholds", thresholds);
        }
        Options options;
        try {
            options = Options.of(own, overrides);
        } catch (InvalidOptionsException e) {
            throw new LoadTestException(
                    ExitCode.INVALID_CONFIG, "the options of " + name + " are wrong:\n" + indented(e.getMessage()), e);
        }
        requireFunctions(options);
        return options;
    }

    private static String indented(@Nullable String text) {
        return "  " + String.valueOf(text).replace("\n", "\n  ");
    }

    private void requireFunctions(Options options) {
        Set<String> functions = workload.functions();
        List<String> missing = new ArrayList<>();
        for (Scenario scenario : options.scenarios()) {
            if (!functions.contains(scenario.function())) {
                missing.add(
                        scenario.function().equals("default")
                                ? "the script exports no default function (expected: export default function () {...}, which"
                                        + " each iteration runs)"
                                : "scenarios." + scenario.name() + ".exec: \"" + scenario.function()
                                        + "\" (expected: a function that the script exports: "
                                        + String.join(", ", functions) + ")");
            }
        }
        if (!missing.isEmpty()) {
            throw new LoadTestException(ExitCode.INVALID_CONFIG, String.join("\n", missing), null);
        }
    }

    private Rules rules(Options options) {
        MetricRegistry registry = workload.registry();
        registry.register("checks", MetricType.RATE);
        try {
            return Rules.of(options, registry);
        } catch (IllegalArgumentException e) {
            throw new LoadTestException(ExitCode.INVALID_CONFIG, String.valueOf(e.getMessage()), e);
        }
    }

    private Run drive(Options options, Rules rules, Measurements measurements, OutputSet outputs)
            throws InterruptedException {
        Map<String, Tags> tags = new HashMap<>();
        for (Scenario scenario : options.scenarios()) {
            tags.put(
                    scenario.name(),
                    Tags.of(options.tags()).with(scenario.tags()).with("scenario", scenario.name()));
        }
        List<RunListener> all = new ArrayList<>(listeners.runs());
        all.add(run -> rules.look(run, measurements));
        Run run = new Run(options, measurements, workload.users(tags), all);
        run.prepare();
        outputs.started(() -> measurements.snapshot(run.seconds()));
        view.started(run);
        run.execute();
        return run;
    }

    private @Nullable LoadTestException tearDown() throws InterruptedException {
        try {
            workload.tearDown();
            return null;
        } catch (LoadTestException e) {
            listeners.log().accept("error", String.valueOf(e.getMessage()));
            return e;
        }
    }

    private ExitCode exitCode(Rules rules, List<ThresholdResult> thresholds, Run run) {
        if (view.aborted() != null) {
            return ExitCode.ABORTED;
        }
        if (thresholds.stream().anyMatch(result -> !result.ok())) {
            return ExitCode.THRESHOLDS;
        }
        if (run.stopReason() != null) {
            return rules.stoppedTheRun() || run.usedUpMemory() ? ExitCode.ABORTED : ExitCode.STOPPED;
        }
        return view.failed() != null ? ExitCode.MARKED_FAILED : ExitCode.PASSED;
    }
}
