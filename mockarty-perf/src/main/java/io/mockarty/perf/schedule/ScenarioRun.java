package io.mockarty.perf.schedule;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Recorder.Series;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.metric.ValueKind;
import io.mockarty.perf.plan.Scenario;
import io.mockarty.perf.schedule.UserPool.PooledUser;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** One scenario while it runs: what its users and its executor share. */
final class ScenarioRun {

    private static final double NANOS_PER_MILLI = 1e6;

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
        try {
            Drivers.of(scenario.executor()).drive(this);
        } finally {
            over = true;
            signal();
            awaitUsers();
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

    /** The executor has nothing more to start. */
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

    /** Starts the thread of a user, which ends when the work says so. */
    void startUser(PooledUser user, Work work) {
        busy.add(user);
        progress.activeChanged(1);
        RunThreads.start("vu-" + user.number(), () -> live(user, work));
    }

    private void live(PooledUser user, Work work) {
        UserLife life = new UserLife(user);
        try {
            work.run(life);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            progress.activeChanged(-1);
            busy.remove(user);
            if (life.ended) {
                pool().discard(user);
            } else {
                pool().giveBack(user);
            }
            signal();
        }
    }

    /** Gives users the time of grace to finish, and then cuts them off. */
    private void awaitUsers() throws InterruptedException {
        long end = System.nanoTime()
                + (run.stoppedAtOnce() ? 0 : scenario.gracefulStop().toNanos());
        lock.lock();
        try {
            while (!busy.isEmpty() && !run.stoppedAtOnce()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                changed.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
            }
        } finally {
            lock.unlock();
        }
        cutOff();
    }

    private void cutOff() throws InterruptedException {
        busy.forEach(user -> user.user().cancel());
        lock.lock();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (!busy.isEmpty() && System.nanoTime() < end) {
                changed.await(100, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    void dropped(long count) {
        progress.drop(count);
        run.recorder().add(dropped, (double) count, tags);
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

        PooledUser pooled() {
            return user;
        }

        /** How many iterations of the scenario the user has done. */
        long done() {
            return done;
        }

        /** Does an iteration that should start now. */
        boolean iterate() throws InterruptedException {
            return iterate(System.nanoTime());
        }

        /**
         * Does an iteration.
         *
         * @param intended when it should have started
         * @return whether the user can go on
         */
        boolean iterate(long intended) throws InterruptedException {
            long number = progress.nextIteration();
            long start = System.nanoTime();
            Outcome outcome = user.user()
                    .iterate(new Iteration(
                            scenario.name(), user.number(), user.nextIteration(), number, done++, intended));
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
            long atLeast = run.minIterationNanos();
            return atLeast == 0 || waitUntil(start + atLeast) || !over();
        }
    }
}
