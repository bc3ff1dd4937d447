package io.mockarty.perf;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.schedule.UserFactory;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What users do: a script, or Java. The methods are called in the order in which they stand here. */
interface Workload extends AutoCloseable {

    /** The metrics of the run. */
    MetricRegistry registry();

    /** The options that it brings. */
    Map<String, Object> options();

    /** What scenarios can run. */
    Set<String> functions();

    /** Takes the options of the run, and where samples go. */
    void prepare(Options options, Measurements measurements);

    /** Runs {@code setup}, if there is one. */
    void setUp() throws InterruptedException;

    /** What {@code setup} returned, a JSON value. */
    @Nullable
    Object setUpData();

    /** Makes users, whose samples have tags by the name of the scenario. */
    UserFactory users(Map<String, Tags> tags);

    /** Runs {@code teardown}, if there is one. */
    void tearDown() throws InterruptedException;

    /** What {@code handleSummary} wants to be written; null when there is none, or it failed. */
    @Nullable
    Map<String, Object> summarize(Map<String, Object> summary);

    /** What went wrong, with counts. */
    Map<String, Long> errors();

    /** Which engine runs it. */
    String engine();

    @Override
    void close();
}
