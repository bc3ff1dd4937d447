package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Starts iterations of an open model at the moments of its {@link Arrivals}. One that finds no user free is given to a
 * new one as long as there may be more, and is dropped and counted otherwise. Who came then would have had to wait for
 * a user at least: that time counts among those from the intended start, or a stall would hide itself by the iterations
 * it prevents.
 */
final class ArrivalDriver {

    /** More at once would take the processors from the users that work. */
    private static final int MAKERS = 2;

    private static final long MAKING_SECONDS = 10;

    /** More waits than these are not worth their memory: the percentiles will not change any more. */
    private static final int MOST_MISSED = 100_000;

    private final ScenarioRun scenario;
    private final Executor executor;
    private final Arrivals arrivals;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition made = lock.newCondition();
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Deque<Long> missed = new ArrayDeque<>();
    private int users;
    private int inTheMaking;

    ArrivalDriver(ScenarioRun scenario) {
        this.scenario = scenario;
        executor = scenario.scenario().executor();
        arrivals = Arrivals.of(executor);
    }

    void drive() throws InterruptedException {
        for (int i = 0; i < executor.plannedUsers(); i++) {
            add(scenario.pool().take());
        }
        try {
            startAll();
            scenario.waitUntil(scenario.begin() + executor.duration().toNanos());
        } finally {
            scenario.end();
            dismissAll();
        }
    }

    private void startAll() throws InterruptedException {
        long length = Math.max(1, executor.duration().toNanos());
        long next = 0;
        while (next < arrivals.total()) {
            if (!scenario.waitUntil(scenario.begin() + arrivals.startOf(next))) {
                return;
            }
            long due = Math.max(next + 1, arrivals.dueBy(scenario.elapsed()));
            for (; next < due; next++) {
                start(scenario.begin() + arrivals.startOf(next));
            }
            scenario.progress().done((double) scenario.elapsed() / length);
        }
    }

    private void start(long moment) {
        Worker worker = idleWorker();
        if (worker == null) {
            miss(moment);
        } else {
            worker.start(moment);
        }
    }

    private void miss(long moment) {
        scenario.dropped(1);
        lock.lock();
        try {
            if (missed.size() < MOST_MISSED) {
                missed.addLast(moment);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A user is free, or there will be none: the wait of those that were dropped is over. Called with the lock. */
    private void endWaits() {
        long now = System.nanoTime();
        while (!missed.isEmpty()) {
            scenario.waited(now - missed.removeFirst());
        }
    }

    private @Nullable Worker idleWorker() {
        lock.lock();
        try {
            Worker worker = idle.pollLast();
            if (worker != null || users + inTheMaking >= executor.maxUsers()) {
                return worker;
            }
            PooledUser ready = scenario.pool().poll();
            if (ready != null) {
                add(ready);
                return idle.pollLast();
            }
            if (inTheMaking < MAKERS) {
                inTheMaking++;
                RunThreads.startPlatform("vu-init", this::make);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void make() {
        PooledUser user = null;
        try {
            user = scenario.pool().take();
        } catch (RuntimeException | Error e) {
            scenario.warn(
                    "One more user for the scenario " + scenario.scenario().name() + " could not be made: " + e, e);
        }
        lock.lock();
        try {
            inTheMaking--;
            made.signalAll();
            if (user != null && !scenario.over()) {
                add(user);
                user = null;
            }
        } finally {
            lock.unlock();
        }
        if (user != null) {
            scenario.pool().giveBack(user);
        }
    }

    private void add(PooledUser user) {
        Worker worker = new Worker();
        lock.lock();
        try {
            users++;
            idle.addLast(worker);
            endWaits();
            scenario.startUser(user, worker::work);
        } finally {
            lock.unlock();
        }
    }

    /** Sends home who waits for work, and waits for users in the making, so that none comes when all is over. */
    private void dismissAll() throws InterruptedException {
        lock.lock();
        try {
            idle.forEach(Worker::wake);
            endWaits();
            long left = TimeUnit.SECONDS.toNanos(MAKING_SECONDS);
            while (inTheMaking > 0 && left > 0) {
                left = made.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A user that waits to be told when to start. */
    private final class Worker {

        private final Condition told = lock.newCondition();
        private @Nullable Long next;

        void start(long moment) {
            lock.lock();
            try {
                next = moment;
                told.signal();
            } finally {
                lock.unlock();
            }
        }

        void wake() {
            told.signal();
        }

        void work(ScenarioRun.UserLife life) throws InterruptedException {
            try {
                Long moment = await();
                while (moment != null && life.iterateDue(moment)) {
                    ready();
                    moment = await();
                }
            } finally {
                leave();
            }
        }

        private @Nullable Long await() throws InterruptedException {
            lock.lock();
            try {
                while (next == null && !scenario.over()) {
                    told.await();
                }
                Long moment = next;
                next = null;
                return moment;
            } finally {
                lock.unlock();
            }
        }

        private void ready() {
            lock.lock();
            try {
                idle.addLast(this);
                endWaits();
            } finally {
                lock.unlock();
            }
        }

        private void leave() {
            lock.lock();
            try {
                users--;
                idle.remove(this);
            } finally {
                lock.unlock();
            }
        }
    }
}
