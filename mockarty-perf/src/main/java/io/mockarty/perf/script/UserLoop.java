package io.mockarty.perf.script;

import io.mockarty.perf.module.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of one user. Tasks may come from any thread; all of them run on the one that calls {@link #runUntil}.
 */
final class UserLoop implements EventLoop {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private int expected;
    private int epoch;
    private long timersSoFar;
    private volatile boolean busy;

    @Override
    public Pending expect() {
        lock.lock();
        try {
            expected++;
            busy = true;
            return new Expectation();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Timer timer = new Timer(System.nanoTime() + Math.max(0, delay.toNanos()), timersSoFar++, task);
        lock.lock();
        try {
            timers.add(timer);
            busy = true;
        } finally {
            lock.unlock();
        }
        return () -> cancel(timer);
    }

    private void cancel(Timer timer) {
        lock.lock();
        try {
            timers.remove(timer);
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing is pending; cheap. */
    boolean idle() {
        return !busy;
    }

    /** Runs what is pending until nothing is, or until something else has become true. */
    void runUntil(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Runnable task = next();
            if (task == null) {
                return;
            }
            task.run();
        }
    }

    /** Forgets what is pending, and what others bring in later that was expected before. */
    void clear() {
        lock.lock();
        try {
            ready.clear();
            timers.clear();
            expected = 0;
            epoch++;
            busy = false;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Runnable next() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                Timer timer = timers.peek();
                long left = timer == null ? 0 : timer.due() - System.nanoTime();
                if (!ready.isEmpty()) {
                    return ready.remove();
                }
                if (timer != null && left <= 0) {
                    timers.remove();
                    return timer.task();
                }
                if (timer != null) {
                    arrived.await(left, TimeUnit.NANOSECONDS);
                } else if (expected > 0) {
                    arrived.await();
                } else {
                    busy = false;
                    return null;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private record Timer(long due, long number, Runnable task) implements Comparable<Timer> {

        @Override
        public int compareTo(Timer other) {
            long earlier = due - other.due;
            return earlier == 0 ? Long.compare(number, other.number) : Long.signum(earlier);
        }
    }

    private final class Expectation implements Pending {

        private final int expectedIn = epoch;
        private boolean over;

        @Override
        public void post(Runnable task) {
            bring(task, false);
        }

        @Override
        public void complete(Runnable task) {
            bring(task, true);
        }

        private void bring(Runnable task, boolean last) {
            lock.lock();
            try {
                if (over || expectedIn != epoch) {
                    return;
                }
                over = last;
                if (last && expected > 0) {
                    expected--;
                }
                ready.add(task);
                arrived.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
