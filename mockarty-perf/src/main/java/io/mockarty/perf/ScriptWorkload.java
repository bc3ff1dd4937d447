package io.mockarty.perf;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.plan.Scenario;
import io.mockarty.perf.schedule.UserFactory;
import io.mockarty.perf.script.LoadedScript;
import io.mockarty.perf.script.LoadedScript.Binding;
import io.mockarty.perf.script.ScriptCallException;
import io.mockarty.perf.script.ScriptEngine;
import io.mockarty.perf.script.ScriptEngine.Environment;
import io.mockarty.perf.script.ScriptEngine.ScriptExports;
import io.mockarty.perf.script.ScriptLimits;
import io.mockarty.perf.script.ScriptLoadException;
import io.mockarty.perf.script.ScriptSource;
import io.mockarty.perf.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A script. */
final class ScriptWorkload implements Workload {

    private static final Duration SUMMARY_TIMEOUT = Duration.ofMinutes(2);

    private final MetricRegistry registry = new MetricRegistry();
    private final ScriptEngine engine;
    private final ScriptExports exports;
    private final BiConsumer<String, String> log;
    private final ScriptRunView view;
    private volatile Map<String, Object> known = Map.of();
    private @Nullable Options options;
    private @Nullable Measurements measurements;
    private @Nullable LoadedScript main;
    private @Nullable Object data;

    ScriptWorkload(
            ScriptSource source,
            Map<String, String> variables,
            ScriptLimits limits,
            ScriptRunView view,
            BiConsumer<String, String> log) {
        this.view = view;
        this.log = log;
        try {
            engine = ScriptEngine.open(
                    source, new Environment(Map.copyOf(variables), registry, () -> known, view, log, limits));
            exports = look();
        } catch (ScriptLoadException e) {
            throw new LoadTestException(ExitCode.SCRIPT_EXCEPTION, String.valueOf(e.getMessage()), e);
        }
    }

    private ScriptExports look() {
        try {
            return engine.look(new Measurements(registry, 1, List.of(), 1, List.of()).recorder());
        } catch (OutOfMemoryError e) {
            engine.close();
            throw e;
        } catch (ScriptLoadException e) {
            engine.close();
            String aborted = view.aborted();
            if (aborted != null) {
                throw new LoadTestException(ExitCode.ABORTED, "the script aborted the test: " + aborted, e);
            }
            throw e;
        }
    }

    @Override
    public MetricRegistry registry() {
        return registry;
    }

    @Override
    public Map<String, Object> options() {
        return exports.options();
    }

    @Override
    public Set<String> functions() {
        return exports.functions();
    }

    @Override
    public void prepare(Options next, Measurements run) {
        options = next;
        known = next.json();
        measurements = run;
    }

    @Override
    public void setUp() throws InterruptedException {
        Options current = Objects.requireNonNull(options);
        boolean wanted =
                exports.functions().contains("setup") && !current.limits().noSetup();
        if (wanted) {
            LoadedScript script = main();
            data = within(
                    current.limits().setup(),
                    ExitCode.SETUP_TIMEOUT,
                    "setup",
                    script,
                    () -> script.call("setup", null));
        }
    }

    private LoadedScript main() {
        if (main == null) {
            main = load(0);
        }
        return main;
    }

    private LoadedScript load(int number) {
        Recorder recorder = Objects.requireNonNull(measurements).recorder();
        try {
            return engine.load(number, recorder);
        } catch (ScriptLoadException e) {
            throw new LoadTestException(ExitCode.SCRIPT_EXCEPTION, String.valueOf(e.getMessage()), e);
        }
    }

    private static <T> T within(Duration limit, ExitCode late, String what, LoadedScript script, Callable<T> action)
            throws InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread created = new Thread(task, what);
            created.setDaemon(true);
            return created;
        });
        Future<T> result = thread.submit(action);
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            script.cancel();
            throw new LoadTestException(
                    late, what + " took longer than " + Durations.text(limit) + " (option " + what + "Timeout)", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ScriptCallException problem) {
                throw new LoadTestException(
                        ExitCode.SCRIPT_EXCEPTION, what + " failed: " + problem.getMessage(), problem);
            }
            if (e.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            throw new LoadTestException(ExitCode.SCRIPT_EXCEPTION, what + " failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            script.cancel();
            throw e;
        } finally {
            thread.shutdownNow();
        }
    }

    @Override
    public @Nullable Object setUpData() {
        return data;
    }

    @Override
    public UserFactory users(Map<String, Tags> tags) {
        Instant begun = Instant.now();
        Map<String, Binding> bindings = new HashMap<>();
        for (Scenario scenario : Objects.requireNonNull(options).scenarios()) {
            Tags own = tags.getOrDefault(scenario.name(), Tags.EMPTY);
            bindings.put(scenario.name(), new Binding(scenario.function(), scenario.variables(), own));
        }
        return number -> load(number).user(data, bindings, begun);
    }

    @Override
    public void tearDown() throws InterruptedException {
        Options current = Objects.requireNonNull(options);
        if (exports.functions().contains("teardown") && !current.limits().noTeardown()) {
            LoadedScript script = main();
            within(current.limits().teardown(), ExitCode.TEARDOWN_TIMEOUT, "teardown", script, () -> {
                script.call("teardown", data);
                return true;
            });
        }
    }

    @Override
    public @Nullable Map<String, Object> summarize(Map<String, Object> summary) {
        if (!exports.functions().contains("handleSummary")) {
            return null;
        }
        LoadedScript script = main();
        try {
            return within(
                    SUMMARY_TIMEOUT,
                    ExitCode.SCRIPT_EXCEPTION,
                    "handleSummary",
                    script,
                    () -> script.summarize(summary));
        } catch (LoadTestException e) {
            log.accept("error", e.getMessage() + "; the usual summary follows");
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public Map<String, Long> errors() {
        return engine.errors().counts();
    }

    @Override
    public String engine() {
        return engine.description();
    }

    @Override
    public void close() {
        if (main != null) {
            main.close();
        }
        engine.close();
    }
}
