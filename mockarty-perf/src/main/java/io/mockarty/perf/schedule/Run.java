package io.mockarty.perf.schedule;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.plan.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the scenarios of a run from begin to end. {@link #execute} is called once; everything else is thread-safe and
 * may be called while it goes on.
 */
public final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
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
    private final Set<String> warnings = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> problem = new AtomicReference<>();
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger mostActive = new AtomicInteger();
    private final UserGauges gauges;
    private final FairTurns turns = new FairTurns();
    private final MemoryGuard memory = new MemoryGuard(this);
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
        Tags tags = Tags.of(options.tags());
        gauges = new UserGauges(measurements.registry(), recorder, tags);
        for (Scenario scenario : options.scenarios()) {
            scenarios.put(scenario.name(), new ScenarioRun(this, scenario, tags));
        }
    }

    /**
     * Makes the users that are planned. May take a while; {@link #execute} does it when nobody did before.
     *
     * @throws RuntimeException what {@link UserFactory#create} threw; the users that were made are closed then
     */
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
     * @throws RuntimeException what {@link UserFactory#create} threw when there had to be one more user
     */
    public void execute() throws InterruptedException {
        prepare();
        begin = System.nanoTime();
        watch.begin();
        turns.begin();
        memory.begin();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "load-test-clock");
            thread.setDaemon(true);
            return thread;
        });
        EachSecond eachSecond = new EachSecond();
        ScheduledFuture<?> ticks = clock.scheduleAtFixedRate(eachSecond, 1, 1, TimeUnit.SECONDS);
        try {
            awaitAll(scenarios.values().stream().map(this::startDriver).toList());
        } finally {
            end = System.nanoTime();
            ticks.cancel(false);
            clock.shutdownNow();
            eachSecond.last();
            pool.close();
            turns.close();
            memory.close();
        }
        Throwable broken = problem.get();
        if (broken != null) {
            throw UserPool.unchecked(broken);
        }
    }

    private void awaitAll(List<Thread> drivers) throws InterruptedException {
        InterruptedException interrupt = null;
        for (Thread driver : drivers) {
            boolean ended = false;
            while (!ended) {
                try {
                    driver.join();
                    ended = true;
                } catch (InterruptedException e) {
                    interrupt = e;
                    stopAtOnce("the run was interrupted");
                }
            }
        }
        if (interrupt != null) {
            throw interrupt;
        }
    }

    private Thread startDriver(ScenarioRun scenario) {
        return RunThreads.startPlatform("scenario-" + scenario.scenario().name(), () -> {
            try {
                scenario.drive();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                problem.compareAndSet(null, e);
                stopAtOnce("the scenario " + scenario.scenario().name() + " broke: " + e.getMessage());
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
     * Ends the run: no iteration starts any more, and those that run have the time of grace to finish. When the run was
     * ended before, they are cut off. The first reason counts.
     *
     * @param reason why
     */
    public void stop(String reason) {
        if (stopReason.compareAndSet(null, reason)) {
            scenarios.values().forEach(ScenarioRun::signal);
        } else {
            stopAtOnce(reason);
        }
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
        return active.get();
    }

    /** {@return how many users there may be at once, those that are made only when they are needed included} */
    public int maxUsers() {
        return PlannedUsers.limit(options.scenarios());
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

    /**
     * {@return sentences about what makes the figures doubtful, such as a generator that stood in the way; empty when
     * nothing does}
     */
    public List<String> warnings() {
        Set<String> all = new TreeSet<>(watch.warnings());
        all.addAll(warnings);
        return List.copyOf(all);
    }

    /** {@return what it runs} */
    public Options options() {
        return options;
    }

    /** {@return whether the run was ended because it had used up the memory} */
    public boolean usedUpMemory() {
        return memory.ended();
    }

    /** Ends the run at once: somebody got an {@link OutOfMemoryError}. */
    void outOfMemory() {
        memory.usedUp();
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

    FairTurns turns() {
        return turns;
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

    void activeChanged(int by) {
        int now = active.addAndGet(by);
        mostActive.accumulateAndGet(now, Math::max);
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    void warn(String sentence, Throwable cause) {
        warnings.add(sentence);
        LOG.debug(sentence, cause);
    }

    /** Looks at the run once a second. Used by the clock, and by the thread of the run when the clock has ended. */
    private final class EachSecond implements Runnable {

        private int second;
        private int lastActive;

        @Override
        public synchronized void run() {
            try {
                look();
            } catch (OutOfMemoryError e) {
                outOfMemory();
            }
        }

        private void look() {
            second++;
            lastActive = activeUsers();
            gauges.add(lastActive, readyUsers());
            watch.look(seconds());
            if (second % SECONDS_PER_POINT == 0) {
                measurements.tick(seconds(), lastActive);
            }
            for (RunListener listener : listeners) {
                try {
                    listener.eachSecond(Run.this);
                } catch (OutOfMemoryError e) {
                    outOfMemory();
                } catch (RuntimeException | Error e) {
                    warn("What listens to the run threw " + e, e);
                }
            }
        }

        /** The end is no moment of the load: the users have left already. */
        synchronized void last() {
            int users = second == 0 ? mostActive.get() : lastActive;
            if (second == 0) {
                gauges.add(users, Math.max(users, readyUsers()));
            }
            measurements.tick(seconds(), users);
        }
    }
}
