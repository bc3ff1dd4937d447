package io.mockarty.perf.schedule;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.plan.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Drives the scenarios of a run from begin to end. {@link #execute} is called once; everything else is thread-safe and
 * may be called while it goes on.
 */
public final class Run {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int SECONDS_PER_POINT = 3;

    private final Options options;
    private final Measurements measurements;
    private final List<RunListener> listeners;
    private final UserPool pool;
    private final Recorder recorder;
    private final Map<String, ScenarioRun> scenarios = new LinkedHashMap<>();
    private final AtomicReference<@Nullable String> stopReason = new AtomicReference<>();
    private final GeneratorWatch watch = new GeneratorWatch();
    private final Metric vus;
    private final Metric vusMax;
    private volatile boolean atOnce;
    private volatile long begin;
    private volatile long end;

    /**
     * Prepares a run.
     *
     * @param options what to do
     * @param measurements where samples go
     * @param users makes the users
     * @param listeners are told each second how it goes
     */
    public Run(Options options, Measurements measurements, UserFactory users, List<RunListener> listeners) {
        this.options = options;
        this.measurements = measurements;
        this.listeners = List.copyOf(listeners);
        pool = new UserPool(users);
        recorder = measurements.recorder();
        vus = measurements.registry().register("vus", MetricType.GAUGE);
        vusMax = measurements.registry().register("vus_max", MetricType.GAUGE);
        Tags tags = Tags.of(options.tags());
        for (Scenario scenario : options.scenarios()) {
            scenarios.put(scenario.name(), new ScenarioRun(this, scenario, tags));
        }
    }

    /** Makes the users that are planned. May take a while; {@link #execute} does it when nobody did before. */
    public void prepare() throws InterruptedException {
        int missing = PlannedUsers.most(options.scenarios()) - pool.size();
        if (missing > 0) {
            pool.prepare(missing);
        }
    }

    /**
     * Runs all scenarios, and returns when the last user has ended.
     *
     * @throws InterruptedException when the thread is interrupted; users are cut off then
     */
    public void execute() throws InterruptedException {
        prepare();
        begin = System.nanoTime();
        watch.begin();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "load-test-clock");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> ticks = clock.scheduleAtFixedRate(new EachSecond(), 1, 1, TimeUnit.SECONDS);
        try {
            List<Thread> drivers =
                    scenarios.values().stream().map(this::startDriver).toList();
            for (Thread driver : drivers) {
                driver.join();
            }
        } catch (InterruptedException e) {
            stopAtOnce("the run was interrupted");
            throw e;
        } finally {
            end = System.nanoTime();
            ticks.cancel(false);
            clock.shutdownNow();
            measureUsers();
            measurements.tick(seconds(), activeUsers());
            pool.close();
        }
    }

    private Thread startDriver(ScenarioRun scenario) {
        return RunThreads.startPlatform("scenario-" + scenario.scenario().name(), () -> {
            try {
                scenario.drive();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * Ends the run: no iteration starts any more, and those that run are cut off. The first reason counts.
     *
     * @param reason why
     */
    public void stopAtOnce(String reason) {
        stopReason.compareAndSet(null, reason);
        atOnce = true;
        scenarios.values().forEach(ScenarioRun::signal);
    }

    /**
     * Ends the run: no iteration starts any more, and those that run have the time of grace to finish.
     *
     * @param reason why
     */
    public void stop(String reason) {
        stopReason.compareAndSet(null, reason);
        scenarios.values().forEach(ScenarioRun::signal);
    }

    /** {@return why the run was ended early, or null when it was not} */
    public @Nullable String stopReason() {
        return stopReason.get();
    }

    /** {@return how long the run has lasted, in seconds} */
    public double seconds() {
        long until = end == 0 ? System.nanoTime() : end;
        return begin == 0 ? 0 : (until - begin) / NANOS_PER_SECOND;
    }

    /** {@return how many users are in use} */
    public int activeUsers() {
        return scenarios.values().stream()
                .mapToInt(scenario -> scenario.progress().active())
                .sum();
    }

    /** {@return how many users are ready, in use or not} */
    public int readyUsers() {
        return pool.size();
    }

    /** {@return how far the scenarios are, by name, in their order} */
    public Map<String, Progress> progress() {
        Map<String, Progress> all = new LinkedHashMap<>();
        scenarios.forEach((name, scenario) -> all.put(name, scenario.progress()));
        return all;
    }

    /** {@return sentences about how the generator itself stood in the way; empty when it did not} */
    public List<String> warnings() {
        return List.copyOf(new TreeSet<>(watch.warnings()));
    }

    /** {@return what it runs} */
    public Options options() {
        return options;
    }

    Measurements measurements() {
        return measurements;
    }

    Recorder recorder() {
        return recorder;
    }

    UserPool pool() {
        return pool;
    }

    GeneratorWatch watch() {
        return watch;
    }

    long begin() {
        return begin;
    }

    long minIterationNanos() {
        return options.limits().minIteration().toNanos();
    }

    boolean stopped() {
        return stopReason.get() != null;
    }

    boolean stoppedAtOnce() {
        return atOnce;
    }

    private void measureUsers() {
        recorder.add(vus, activeUsers(), Tags.EMPTY);
        recorder.add(vusMax, readyUsers(), Tags.EMPTY);
    }

    private final class EachSecond implements Runnable {

        private int second;

        @Override
        public void run() {
            second++;
            measureUsers();
            watch.look(seconds());
            if (second % SECONDS_PER_POINT == 0) {
                measurements.tick(seconds(), activeUsers());
            }
            listeners.forEach(listener -> listener.eachSecond(Run.this));
        }
    }
}
