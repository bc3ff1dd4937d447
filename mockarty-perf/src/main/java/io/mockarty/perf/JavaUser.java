package io.mockarty.perf;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.schedule.Iteration;
import java.util.concurrent.Callable;

/** A virtual user whose iterations are written in Java. Used by one thread at a time. */
public final class JavaUser {

    private static final double NANOS_PER_MILLI = 1e6;

    private final MetricRegistry registry;
    private final Recorder recorder;
    private final Tags tags;
    private final Iteration iteration;
    private final long started = System.nanoTime();

    JavaUser(MetricRegistry registry, Recorder recorder, Tags tags, Iteration iteration) {
        this.registry = registry;
        this.recorder = recorder;
        this.tags = tags;
        this.iteration = iteration;
    }

    /** Registers what {@link #request} and {@link #check} measure, so that thresholds may name it before. */
    static void register(MetricRegistry registry) {
        registry.register("checks", MetricType.RATE);
        registry.register("requests", MetricType.COUNTER);
        registry.register("request_failed", MetricType.RATE);
        registry.register("request_duration", MetricType.TREND, ValueKind.TIME);
        registry.register("request_response_time", MetricType.TREND, ValueKind.TIME);
    }

    /** {@return the number of the user, from 1} */
    public int number() {
        return iteration.numberOfUser();
    }

    /** {@return how many iterations the user has done before} */
    public long iteration() {
        return iteration.numberInUser();
    }

    /** {@return how many iterations of the scenario were started before, by whatever user} */
    public long iterationInTest() {
        return iteration.numberInScenario();
    }

    /**
     * Counts a check.
     *
     * @param name what is checked
     * @param passed whether it passed
     * @return whether it passed
     */
    public boolean check(String name, boolean passed) {
        recorder.add(registry.register("checks", MetricType.RATE), passed ? 1 : 0, tags.with("check", name));
        return passed;
    }

    /**
     * Does a request and measures how long it takes: as {@code request_duration} from its begin, and as
     * {@code request_response_time} from when the iteration should have started.
     *
     * @param route what it is called in the report, such as {@code GET /users/{id}}
     * @param request does it; fails by throwing
     * @param <T> what it returns
     * @return what the request returned
     * @throws Exception what the request threw
     */
    public <T> T request(String route, Callable<T> request) throws Exception {
        long start = System.nanoTime();
        boolean failed = true;
        try {
            T answer = request.call();
            failed = false;
            return answer;
        } finally {
            double milliseconds = (System.nanoTime() - start) / NANOS_PER_MILLI;
            double late = Math.max(0, started - iteration.intendedStart()) / NANOS_PER_MILLI;
            Tags named = tags.with("name", route);
            recorder.add(registry.register("requests", MetricType.COUNTER), 1, named);
            recorder.add(registry.register("request_failed", MetricType.RATE), failed ? 1 : 0, named);
            recorder.add(time("request_duration"), milliseconds, named);
            recorder.add(time("request_response_time"), milliseconds + late, named);
            recorder.route(route).add(milliseconds, failed);
        }
    }

    private Metric time(String name) {
        return registry.register(name, MetricType.TREND, ValueKind.TIME);
    }

    /**
     * Adds to a counter.
     *
     * @param metric its name
     * @param value how much, not negative
     */
    public void count(String metric, double value) {
        recorder.add(registry.register(metric, MetricType.COUNTER), value, tags);
    }

    /**
     * Adds a sample to a trend.
     *
     * @param metric its name
     * @param value the sample
     */
    public void trend(String metric, double value) {
        recorder.add(registry.register(metric, MetricType.TREND), value, tags);
    }
}
