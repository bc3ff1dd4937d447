package io.mockarty.perf.schedule;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Recorder.Series;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.plan.Scenario;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** One scenario while it runs: what its users and its executor share. */
final class ScenarioRun {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final long CUT_OFF_SECONDS = 10;

    private final Run run;
    private final Scenario scenario;
    private final Progress progress = new Progress();
    private final Tags tags;
    private final Set<PooledUser> busy = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Metric iterations;
    private final Metric durations;
    private final Metric responseTimes;
    private final Metric dropped;
    private final AtomicBoolean threw = new AtomicBoolean();
    private volatile boolean over;
    private volatile long begin;

    ScenarioRun(Run run, Scenario scenario, Tags tags) {
        this.run = run;
        this.scenario = scenario;
        this.tags = tags.with(scenario.tags()).with("scenario", scenario.name());
        var registry = run.measurements().registry();
        iterations = registry.register("iterations", MetricType.COUNTER);
        durations = registry.register("iteration_duration", MetricType.TREND, ValueKind.TIME);
        responseTimes = registry.register("iteration_response_time", MetricType.TREND, ValueKind.TIME);
        dropped = registry.register("dropped_iterations", MetricType.COUNTER);
    }

    Scenario scenario() {
        return scenario;
    }

    Progress progress() {
        return progress;
    }

    UserPool pool() {
        return run.pool();
    }

    /** Drives the scenario from its begin to its end; returns when no user of it runs any more. */
    void drive() throws InterruptedException {
        long start = run.begin() + scenario.start().toNanos();
        if (!waitUntil(start)) {
            return;
        }
        begin = System.nanoTime();
        progress.begin(Instant.now());
        Driver driver = Drivers.of(scenario.executor());
        try {
            driver.drive(this);
        } catch (OutOfMemoryError e) {
            run.outOfMemory();
        } finally {
            end();
            awaitUsers();
            long missing = driver.missing(this);
            if (missing > 0) {
                dropped(missing);
            }
            progress.done(1);
        }
    }

    long begin() {
        return begin;
    }

    long elapsed() {
        return System.nanoTime() - begin;
    }

    /** Whether no iteration may start any more. */
    boolean over() {
        return over || run.stopped();
    }

    /** There is nothing more to start. */
    void end() {
        over = true;
        signal();
    }

    /** Waits for a moment; false when the run was stopped before. */
    boolean waitUntil(long moment) throws InterruptedException {
        return waitUntil(moment, () -> false);
    }

    /** Waits for a moment, or until something is true that {@link #signal} tells of; false when the run was stopped. */
    boolean waitUntil(long moment, BooleanSupplier early) throws InterruptedException {
        lock.lock();
        try {
            while (!over()) {
                long left = moment - System.nanoTime();
                if (left <= 0 || early.getAsBoolean()) {
                    return true;
                }
                changed.awaitNanos(left);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes up whoever waits, so that they see what has changed. */
    void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Starts several users. All are taken first: one that is done quickly must not come again as the next. */
    void startUsers(int count, Work work) {
        List<PooledUser> taken = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                taken.add(pool().take());
            }
        } catch (RuntimeException | Error e) {
            taken.forEach(pool()::giveBack);
            throw e;
        }
        taken.forEach(user -> startUser(user, work));
    }

    /** Starts the thread of a user, which ends when the work says so. */
    void startUser(PooledUser user, Work work) {
        user.lendTo(this);
        busy.add(user);
        progress.activeChanged(1);
        run.activeChanged(1);
        RunThreads.start("vu-" + user.number(), () -> live(user, work));
    }

    private void live(PooledUser user, Work work) {
        UserLife life = new UserLife(user);
        try {
            work.run(life);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError e) {
            life.ended = true;
            run.outOfMemory();
        } finally {
            progress.activeChanged(-1);
            run.activeChanged(-1);
            if (user.release() && !life.ended) {
                pool().giveBack(user);
            } else {
                pool().discard(user);
            }
            busy.remove(user);
            signal();
        }
    }

    /**
     * Ends what a user does here. Does not wait: code that does not heed it must not hold up others. Not a virtual
     * thread, as endless loops of users may occupy all processors of those.
     */
    void cutOff(PooledUser user) {
        RunThreads.startPlatform("vu-cut-off", () -> user.cutOff(this));
    }

    /** Gives users the time of grace to finish, and then cuts them off. */
    private void awaitUsers() throws InterruptedException {
        try {
            awaitNobody(scenario.gracefulStop().toNanos(), true);
        } finally {
            busy.forEach(this::cutOff);
        }
        awaitNobody(TimeUnit.SECONDS.toNanos(CUT_OFF_SECONDS), false);
        if (!busy.isEmpty()) {
            run.warn(busy.size() + " users of the scenario " + scenario.name() + " did not end within "
                    + CUT_OFF_SECONDS + " s after they were cut off; what they do does not heed interrupts.");
        }
    }

    private void awaitNobody(long nanos, boolean grace) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        lock.lock();
        try {
            long left = nanos;
            while (!busy.isEmpty() && left > 0 && !(grace && run.stoppedAtOnce())) {
                changed.awaitNanos(left);
                left = end - System.nanoTime();
            }
        } finally {
            lock.unlock();
        }
    }

    void warn(String sentence, Throwable cause) {
        run.warn(sentence, cause);
    }

    /** Counts iterations that should have started and did not. */
    void dropped(long count) {
        progress.drop(count);
        run.recorder().add(dropped, (double) count, tags);
    }

    /** Counts how long an iteration that was dropped would have had to wait for a user. */
    void waited(long nanos) {
        run.recorder().add(responseTimes, nanos / NANOS_PER_MILLI, tags);
    }

    /** What a user does on its thread. */
    @FunctionalInterface
    interface Work {

        void run(UserLife life) throws InterruptedException;
    }

    /** A user at work in this scenario. Used by its own thread only. */
    final class UserLife {

        private final PooledUser user;
        private final Series iterationSeries;
        private final Series durationSeries;
        private final Series responseSeries;
        private long done;
        private boolean ended;

        UserLife(PooledUser user) {
            this.user = user;
            Recorder recorder = run.measurements().recorder();
            iterationSeries = recorder.series(iterations, tags);
            durationSeries = recorder.series(durations, tags);
            responseSeries = recorder.series(responseTimes, tags);
        }

        /** How many iterations of the scenario the user has done. */
        long done() {
            return done;
        }

        /** Does an iteration that should start now; false when the user cannot go on. */
        boolean iterate() throws InterruptedException {
            return iterate(System.nanoTime());
        }

        /** Does an iteration that should have started at some moment; false when the user cannot go on. */
        boolean iterateDue(long intended) throws InterruptedException {
            run.watch().arrived(System.nanoTime() - intended);
            return iterate(intended);
        }

        private boolean iterate(long intended) throws InterruptedException {
            long number = progress.nextIteration();
            long start = System.nanoTime();
            Outcome outcome = outcome(
                    new Iteration(scenario.name(), user.number(), user.nextIteration(), number, done++, intended));
            long end = System.nanoTime();
            if (outcome == Outcome.INTERRUPTED || outcome == Outcome.ABORTED) {
                progress.interruptedOne();
                ended = true;
                if (outcome == Outcome.ABORTED) {
                    run.stopAtOnce("the script aborted the test");
                }
                return false;
            }
            progress.completedOne();
            iterationSeries.add(1);
            durationSeries.add((end - start) / NANOS_PER_MILLI);
            responseSeries.add((end - intended) / NANOS_PER_MILLI);
            run.turns().giveWay(end);
            long atLeast = run.minIterationNanos();
            return atLeast == 0 || waitUntil(start + atLeast) || !over();
        }

        /** A user that throws against its contract has failed in this iteration, and the others go on. */
        private Outcome outcome(Iteration iteration) {
            try {
                return user.user().iterate(iteration);
            } catch (OutOfMemoryError e) {
                run.outOfMemory();
                return Outcome.INTERRUPTED;
            } catch (RuntimeException | Error e) {
                if (threw.compareAndSet(false, true)) {
                    run.warn("A user of the scenario " + scenario.name() + " threw " + e, e);
                }
                return Outcome.FAILED;
            }
        }
    }
}
