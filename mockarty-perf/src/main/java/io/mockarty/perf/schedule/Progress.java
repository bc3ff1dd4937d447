package io.mockarty.perf.schedule;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far a scenario is. Thread-safe. */
public final class Progress {

    private final AtomicLong started = new AtomicLong();
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong interrupted = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicInteger active = new AtomicInteger();
    private volatile Instant begun = Instant.EPOCH;
    private volatile double done;

    Progress() {}

    /** {@return how many iterations were started} */
    public long started() {
        return started.get();
    }

    /** {@return how many iterations ended by themselves} */
    public long completed() {
        return completed.get();
    }

    /** {@return how many iterations were cut off} */
    public long interrupted() {
        return interrupted.get();
    }

    /** {@return how many iterations were due and found no free user} */
    public long dropped() {
        return dropped.get();
    }

    /** {@return how many users run iterations, or are there to run them} */
    public int active() {
        return active.get();
    }

    /** {@return when the scenario began, or the epoch as long as it has not} */
    public Instant begun() {
        return begun;
    }

    /** {@return how much of it is done, from 0 to 1} */
    public double done() {
        return done;
    }

    void begin(Instant now) {
        begun = now;
    }

    void done(double share) {
        done = Math.max(0, Math.min(1, share));
    }

    long nextIteration() {
        return started.getAndIncrement();
    }

    void completedOne() {
        completed.incrementAndGet();
    }

    void interruptedOne() {
        interrupted.incrementAndGet();
    }

    void drop(long count) {
        dropped.addAndGet(count);
    }

    void activeChanged(int by) {
        active.addAndGet(by);
    }
}
