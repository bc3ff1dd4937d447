package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor;
import io.mockarty.perf.schedule.UserPool.PooledUser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Starts iterations of an open model at the moments of its {@link Arrivals}. One that finds no user free is given to a
 * new one as long as there may be more, and is dropped and counted otherwise.
 */
final class ArrivalDriver {

    private final ScenarioRun scenario;
    private final Executor executor;
    private final Arrivals arrivals;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Worker> idle = new ArrayDeque<>();
    private int users;
    private int inTheMaking;

    ArrivalDriver(ScenarioRun scenario) {
        this.scenario = scenario;
        executor = scenario.scenario().executor();
        arrivals = Arrivals.of(executor);
    }

    void drive() throws InterruptedException {
        for (int i = 0; i < executor.plannedUsers(); i++) {
            add();
        }
        long length = Math.max(1, executor.duration().toNanos());
        long total = arrivals.total();
        for (long i = 0; i < total; i++) {
            long moment = scenario.begin() + arrivals.startOf(i);
            if (!scenario.waitUntil(moment)) {
                break;
            }
            start(moment);
            scenario.progress().done((double) scenario.elapsed() / length);
        }
        scenario.waitUntil(scenario.begin() + length);
        scenario.end();
        wakeAll();
    }

    private void start(long moment) {
        Worker worker;
        lock.lock();
        try {
            worker = idle.pollLast();
            if (worker == null && users + inTheMaking < executor.maxUsers()) {
                inTheMaking++;
                RunThreads.startPlatform("vu-init", this::addOneMore);
            }
        } finally {
            lock.unlock();
        }
        if (worker == null) {
            scenario.dropped(1);
        } else {
            worker.start(moment);
        }
    }

    private void addOneMore() {
        try {
            add();
        } finally {
            lock.lock();
            try {
                inTheMaking--;
            } finally {
                lock.unlock();
            }
        }
    }

    private void add() {
        PooledUser user = scenario.pool().take();
        Worker worker = new Worker();
        lock.lock();
        try {
            users++;
            idle.addLast(worker);
        } finally {
            lock.unlock();
        }
        scenario.startUser(user, worker::work);
    }

    private void wakeAll() {
        lock.lock();
        try {
            idle.forEach(Worker::wake);
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
                while (moment != null && life.iterate(moment)) {
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
