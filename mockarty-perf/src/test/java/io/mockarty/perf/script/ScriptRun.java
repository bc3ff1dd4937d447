package io.mockarty.perf.script;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.RunView;
import io.mockarty.perf.schedule.Iteration;
import io.mockarty.perf.schedule.VirtualUser;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.LoadedScript.Binding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script with one user for tests: {@code ScriptRun.of("...").env("URL", url).iterate()}, then look at
 * {@link #lines}, {@link #samples} and {@link #errors}. Closed by {@link #close}, or by the end of the test.
 */
public final class ScriptRun implements AutoCloseable {

    private final ScriptSource source;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, Object> options = new LinkedHashMap<>();
    private final MetricRegistry metrics = new MetricRegistry();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private final List<Routed> routes = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private @Nullable ScriptEngine engine;
    private @Nullable LoadedScript script;
    private @Nullable VirtualUser user;
    private long iterations;

    private ScriptRun(ScriptSource source) {
        this.source = source;
    }

    /** A sample that the script recorded. */
    public record Sample(Metric metric, double value, Tags tags) {}

    /** A request of a route. */
    public record Routed(String route, double milliseconds, boolean failed) {}

    /** A script whose directory is one where no other file is of interest. */
    public static ScriptRun of(String text) {
        return new ScriptRun(ScriptSource.inline(text, Path.of("target")));
    }

    public static ScriptRun of(ScriptSource source) {
        return new ScriptRun(source);
    }

    /** Sets a variable of {@code __ENV}. */
    public ScriptRun env(String name, Object value) {
        variables.put(name, String.valueOf(value));
        return this;
    }

    /** Sets an option that modules read. */
    public ScriptRun option(String name, Object value) {
        options.put(name, value);
        return this;
    }

    /** Loads the script. */
    public LoadedScript load() {
        if (script == null) {
            engine = ScriptEngine.open(source, environment());
            script = engine.load(1, new Samples());
            options.putAll(script.options());
        }
        return script;
    }

    /** Runs one iteration of the default function; loads the script before the first. */
    public Outcome iterate() {
        if (user == null) {
            user = load().user(
                            script.has("setup") ? script.call("setup", null) : null,
                            Map.of("default", new Binding("default", Map.of(), Tags.EMPTY)),
                            Instant.now());
        }
        long now = System.nanoTime();
        Outcome outcome = user.iterate(new Iteration("default", 1, iterations, iterations, iterations, now));
        iterations++;
        return outcome;
    }

    /** Runs one iteration, which must end well, and gives what it printed. */
    public List<String> printed() {
        int before = lines.size();
        Outcome outcome = iterate();
        if (outcome != Outcome.COMPLETED) {
            throw new AssertionError("the iteration " + outcome + ": " + lines);
        }
        return List.copyOf(lines.subList(before, lines.size()));
    }

    /** Cuts off the running iteration, as the end of a run does. */
    public void cancel() {
        load().cancel();
    }

    /** What was printed, as {@code level: text}; for {@code info} just the text. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** The values of one metric. */
    public List<Double> values(String metric) {
        return samples.stream()
                .filter(sample -> sample.metric().name().equals(metric))
                .map(Sample::value)
                .toList();
    }

    /** The sum of the values of one metric. */
    public double sum(String metric) {
        return values(metric).stream().mapToDouble(Double::doubleValue).sum();
    }

    public List<Routed> routes() {
        return List.copyOf(routes);
    }

    /** What went wrong in iterations, with counts. */
    public Map<String, Long> errors() {
        return engine == null ? Map.of() : engine.errors().counts();
    }

    /** Reasons given to {@code exec.test.abort} and {@code exec.test.fail}. */
    public List<String> ends() {
        return List.copyOf(ends);
    }

    public MetricRegistry metrics() {
        return metrics;
    }

    @Override
    public void close() {
        if (script != null) {
            script.close();
        }
        if (engine != null) {
            engine.close();
        }
    }

    private ScriptEngine.Environment environment() {
        return new ScriptEngine.Environment(
                variables,
                metrics,
                () -> options,
                new OneUser(),
                (level, text) -> lines.add(level.equals("info") ? text : level + ": " + text),
                ScriptLimits.NONE);
    }

    private final class Samples implements Recorder {

        @Override
        public void add(Metric metric, double value, Tags tags) {
            samples.add(new Sample(metric, value, tags));
        }

        @Override
        public Series series(Metric metric, Tags tags) {
            return value -> add(metric, value, tags);
        }

        @Override
        public Route route(String name) {
            return (milliseconds, failed) -> routes.add(new Routed(name, milliseconds, failed));
        }
    }

    private final class OneUser implements RunView {

        private final Instant begun = Instant.now();

        @Override
        public double elapsedMillis() {
            return Instant.now().toEpochMilli() - begun.toEpochMilli();
        }

        @Override
        public long completedIterations() {
            return iterations;
        }

        @Override
        public long interruptedIterations() {
            return 0;
        }

        @Override
        public int activeUsers() {
            return 1;
        }

        @Override
        public int readyUsers() {
            return 1;
        }

        @Override
        public ScenarioView scenario(String name) {
            return new ScenarioView(name, "per-vu-iterations", begun, 0);
        }

        @Override
        public void abort(String reason) {
            ends.add("abort: " + reason);
        }

        @Override
        public void fail(String reason) {
            ends.add("fail: " + reason);
        }
    }
}
