package io.mockarty.perf;

import io.mockarty.perf.schedule.RunListener;
import io.mockarty.perf.script.ScriptLimits;
import io.mockarty.perf.script.ScriptLoadException;
import io.mockarty.perf.script.ScriptSource;
import io.mockarty.perf.text.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A load test: a script, or an iteration in Java, and how much load there is. Set up by one thread and run once.
 *
 * <pre>{@code
 * LoadTestResult result = LoadTest.script(Path.of("checkout.js"))
 *         .vus(10)
 *         .duration(Duration.ofSeconds(30))
 *         .threshold("http_req_duration", "p(95) < 500")
 *         .run();
 * }</pre>
 */
public final class LoadTest {

    private static final long MEGABYTE = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(LoadTest.class);

    private final String name;
    private final @Nullable ScriptSource source;
    private final @Nullable JavaIteration iteration;
    private final Map<String, Object> overrides = new LinkedHashMap<>();
    private final List<Map<String, Object>> stages = new ArrayList<>();
    private final Map<String, List<String>> thresholds = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<RunListener> listeners = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private ScriptLimits limits = ScriptLimits.NONE;
    private BiConsumer<String, String> log = LoadTest::toLogger;

    private LoadTest(String name, @Nullable ScriptSource source, @Nullable JavaIteration iteration) {
        this.name = name;
        this.source = source;
        this.iteration = iteration;
    }

    /**
     * {@return a load test of a script, which may read files of its directory}
     *
     * @param file the script
     * @throws LoadTestException when it cannot be read
     */
    public static LoadTest script(Path file) {
        try {
            ScriptSource source = ScriptSource.of(file);
            return new LoadTest(source.name(), source, null);
        } catch (ScriptLoadException e) {
            throw new LoadTestException(ExitCode.SCRIPT_EXCEPTION, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * {@return a load test of a script, which may read files of another directory around it}
     *
     * @param file the script
     * @param root the directory
     * @throws LoadTestException when it cannot be read
     */
    public static LoadTest script(Path file, Path root) {
        try {
            ScriptSource source = ScriptSource.of(file, root);
            return new LoadTest(source.name(), source, null);
        } catch (ScriptLoadException e) {
            throw new LoadTestException(ExitCode.SCRIPT_EXCEPTION, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * {@return a load test of a script that stands in no file; it may read files of the working directory}
     *
     * @param javaScript the script
     */
    public static LoadTest inline(String javaScript) {
        return new LoadTest("inline", ScriptSource.inline(javaScript, Path.of("")), null);
    }

    /**
     * {@return a load test of an iteration in Java}
     *
     * @param iteration what each user does again and again
     */
    public static LoadTest iterations(JavaIteration iteration) {
        return new LoadTest("java", null, iteration);
    }

    /**
     * Sets how many users there are.
     *
     * @param count 1 or more
     * @return this test
     */
    public LoadTest vus(int count) {
        return option("vus", (long) count);
    }

    /**
     * Sets how long the test lasts.
     *
     * @param duration more than zero
     * @return this test
     */
    public LoadTest duration(Duration duration) {
        return option("duration", Durations.text(duration));
    }

    /**
     * Sets how many iterations all users do together.
     *
     * @param count 1 or more
     * @return this test
     */
    public LoadTest iterations(long count) {
        return option("iterations", count);
    }

    /**
     * Sets how many iterations start per second, whether earlier ones have ended or not.
     *
     * @param perSecond more than zero
     * @return this test
     */
    public LoadTest rps(double perSecond) {
        return option("rps", perSecond);
    }

    /**
     * Sets how many users there may be when iterations start at a rate.
     *
     * @param count 1 or more
     * @return this test
     */
    public LoadTest maxVus(int count) {
        return option("maxVUs", (long) count);
    }

    /**
     * Adds a stage, over which the number of users changes linearly.
     *
     * @param duration how long it takes
     * @param target how many users there are at its end, 0 or more
     * @return this test
     */
    public LoadTest stage(Duration duration, int target) {
        stages.add(Map.of("duration", Durations.text(duration), "target", (long) target));
        return option("stages", List.copyOf(stages));
    }

    /**
     * Adds a stage, over which the number of users changes linearly.
     *
     * @param stage a duration and a number of users, such as {@code 30s:20}
     * @return this test
     * @throws IllegalArgumentException when it is malformed
     */
    public LoadTest stage(String stage) {
        int colon = stage.lastIndexOf(':');
        Duration length = colon < 0 ? null : Durations.parse(stage.substring(0, colon));
        String target = stage.substring(colon + 1);
        if (length == null || !target.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "stage: " + stage + " (expected: a duration and a number, such as 30s:20)");
        }
        return stage(length, Integer.parseInt(target));
    }

    /**
     * Adds a stage, over which the rate of iterations changes linearly.
     *
     * @param duration how long it takes
     * @param targetRps how many iterations start per second at its end, 0 or more
     * @return this test
     */
    public LoadTest rpsStage(Duration duration, int targetRps) {
        stages.add(Map.of("duration", Durations.text(duration), "targetRPS", (long) targetRps));
        return option("stages", List.copyOf(stages));
    }

    /**
     * Adds a threshold. Thresholds that are given here replace those of the script for the same metric.
     *
     * @param metric a metric or submetric, such as {@code http_req_duration{name:login}}
     * @param expression such as {@code p(95) < 500}
     * @return this test
     */
    public LoadTest threshold(String metric, String expression) {
        thresholds.computeIfAbsent(metric, missing -> new ArrayList<>()).add(expression);
        return this;
    }

    /**
     * Sets an option that has no method of its own. It counts more than what the script says.
     *
     * @param option its name, as scripts have it
     * @param value a JSON value
     * @return this test
     */
    public LoadTest option(String option, Object value) {
        overrides.put(option, value);
        return this;
    }

    /**
     * Sets a variable that the script finds in {@code __ENV}.
     *
     * @param variable its name
     * @param value its value
     * @return this test
     */
    public LoadTest env(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /**
     * Sets the seed of random numbers, so that a run can be repeated.
     *
     * @param seed any number
     * @return this test
     */
    public LoadTest seed(long seed) {
        return option("seed", seed);
    }

    /**
     * Limits what each user of the script may use.
     *
     * @param next the limits
     * @return this test
     */
    public LoadTest limits(ScriptLimits next) {
        limits = next;
        return this;
    }

    /**
     * Sets who gets what the script prints and what goes wrong in it; the log of this class unless set.
     *
     * @param next gets level ({@code debug}, {@code info}, {@code warn}, {@code error}) and text, from many threads
     * @return this test
     */
    public LoadTest log(BiConsumer<String, String> next) {
        log = next;
        return this;
    }

    /**
     * Adds who is told each second how the run goes, and may stop it.
     *
     * @param listener called on one thread
     * @return this test
     */
    public LoadTest listener(RunListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Adds where the test reports to.
     *
     * @param output such as {@code Output.html(Path.of("report.html"))}
     * @return this test
     */
    public LoadTest output(Output output) {
        outputs.add(output);
        return this;
    }

    /**
     * Runs the test and waits for its end.
     *
     * @return what came of it; crossed thresholds are a result and not an exception
     * @throws LoadTestException when it cannot be run: the script does not load, options or thresholds are wrong,
     *     {@code setup} fails, an output cannot be written
     * @throws InterruptedException when the thread is interrupted; the run ends then
     */
    public LoadTestResult run() throws InterruptedException {
        Map<String, Object> all = new LinkedHashMap<>(overrides);
        ScriptRunView view = new ScriptRunView();
        try (Workload workload = workload(view)) {
            return new LoadTestRun(name, workload, view, new LoadTestRun.Listeners(listeners, outputs, log))
                    .run(all, thresholds);
        } catch (OutOfMemoryError e) {
            throw new LoadTestException(
                    ExitCode.ABORTED,
                    "the memory of " + Runtime.getRuntime().maxMemory() / MEGABYTE
                            + " MB is too small for this script and its users (expected: fewer users, a SharedArray for"
                            + " data that all of them read, or more memory with -Xmx)",
                    e);
        }
    }

    private Workload workload(ScriptRunView view) {
        JavaIteration body = iteration;
        return body != null
                ? new JavaWorkload(body, log)
                : new ScriptWorkload(java.util.Objects.requireNonNull(source), variables, limits, view, log);
    }

    private static void toLogger(String level, String text) {
        switch (level) {
            case "error" -> LOG.error("{}", text);
            case "warn" -> LOG.warn("{}", text);
            case "debug" -> LOG.debug("{}", text);
            default -> LOG.info("{}", text);
        }
    }
}
