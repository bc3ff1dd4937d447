package io.mockarty.perf;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.schedule.UserFactory;
import io.mockarty.perf.script.ErrorLog;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Iterations in Java. */
final class JavaWorkload implements Workload {

    private final JavaIteration body;
    private final MetricRegistry registry = new MetricRegistry();
    private final ErrorLog errors;
    private @Nullable Measurements measurements;

    JavaWorkload(JavaIteration body, BiConsumer<String, String> log) {
        this.body = body;
        errors = new ErrorLog(log);
        JavaUser.register(registry);
    }

    @Override
    public MetricRegistry registry() {
        return registry;
    }

    @Override
    public Map<String, Object> options() {
        return Map.of();
    }

    @Override
    public Set<String> functions() {
        return Set.of("default");
    }

    @Override
    public void prepare(Options options, Measurements run) {
        measurements = run;
    }

    @Override
    public void setUp() {}

    @Override
    public @Nullable Object setUpData() {
        return null;
    }

    @Override
    public UserFactory users(Map<String, Tags> tags) {
        return new JavaUsers(body, Objects.requireNonNull(measurements), tags, errors);
    }

    @Override
    public void tearDown() {}

    @Override
    public @Nullable Map<String, Object> summarize(Map<String, Object> summary) {
        return null;
    }

    @Override
    public Map<String, Long> errors() {
        return errors.counts();
    }

    @Override
    public String engine() {
        return "Java";
    }

    @Override
    public void close() {}
}
