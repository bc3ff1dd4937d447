package io.mockarty.namespace;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what has begun and not ended yet, so that somebody can wait for it. Thread-safe. */
public final class InFlight {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();

    /** Starts with nothing in flight. */
    public InFlight() {}

    /** Counts one more. */
    public void enter() {
        count.incrementAndGet();
    }

    /** Counts one less. */
    public void leave() {
        if (count.decrementAndGet() == 0 && waiting.get() > 0) {
            lock.lock();
            try {
                idle.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** {@return how many are in flight now} */
    public int count() {
        return count.get();
    }

    /**
     * Waits until nothing is in flight.
     *
     * @param atMost how long; an interrupt ends the wait as well, and stays set
     * @return true when nothing is in flight
     */
    public boolean awaitIdle(Duration atMost) {
        if (count.get() == 0) {
            return true;
        }
        long left = atMost.compareTo(FOR_EVER) > 0 ? FOR_EVER.toNanos() : atMost.toNanos();
        waiting.incrementAndGet();
        lock.lock();
        try {
            while (count.get() > 0 && left > 0) {
                left = idle.awaitNanos(Math.min(left, TimeUnit.HOURS.toNanos(1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
        return count.get() == 0;
    }
}
