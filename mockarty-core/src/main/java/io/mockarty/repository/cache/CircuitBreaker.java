package io.mockarty.repository.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps callers from something that fails: after a failure it refuses all for a pause, then lets one try in each pause
 * until one succeeds.
 */
final class CircuitBreaker {

    private final long pause;
    private final LongSupplier nanoTime;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicLong retryAt = new AtomicLong();

    CircuitBreaker(Duration pause, LongSupplier nanoTime) {
        this.pause = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    boolean isOpen() {
        return open.get();
    }

    /** Asks whether to try now. */
    boolean allows() {
        if (!open.get()) {
            return true;
        }
        long at = retryAt.get();
        long now = nanoTime.getAsLong();
        return now - at >= 0 && retryAt.compareAndSet(at, now + pause);
    }

    /** Tells of a failure; true when it is the first after a success. */
    boolean failed() {
        retryAt.set(nanoTime.getAsLong() + pause);
        return open.compareAndSet(false, true);
    }

    /** Tells of a success; true when it is the first after a failure. */
    boolean succeeded() {
        return open.get() && open.compareAndSet(true, false);
    }
}
