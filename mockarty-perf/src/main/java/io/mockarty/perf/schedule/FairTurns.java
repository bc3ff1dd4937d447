package io.mockarty.perf.schedule;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps users that only compute from holding up the others. Virtual threads share a few processors and are not taken
 * off them while they compute. {@link Thread#yield} does not help: the scheduler may choose the same thread again and
 * again, and others that wait are never looked at (seen with JDK 25). A thread that parks, however short, comes back at
 * the end. That costs some microseconds, so users do it only when there is need: one more virtual thread marks the time
 * every few milliseconds, and an old mark says that it, as others, was kept from running.
 *
 * <p>Does nothing where users have threads of the operating system. Thread-safe.
 */
final class FairTurns implements AutoCloseable {

    private static final long MARK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long OLD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final boolean needed = RunThreads.areVirtual();
    private volatile long marked;
    private volatile boolean closed;

    void begin() {
        marked = System.nanoTime();
        if (needed) {
            RunThreads.start("vu-turns", this::mark);
        }
    }

    private void mark() {
        while (!closed) {
            marked = System.nanoTime();
            LockSupport.parkNanos(MARK_NANOS);
        }
    }

    /** Lets others run when they were kept from it; to be called by users between iterations. */
    void giveWay(long now) {
        if (needed && now - marked > OLD_NANOS) {
            LockSupport.parkNanos(1);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
