package io.mockarty.namespace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells when requests came, by a clock that is not asked while they do. What came later never comes out earlier,
 * whatever becomes of the clock. Used by one thread at a time.
 */
final class ArrivalClock {

    /** How long one look at the clock is trusted. */
    private static final long TRUSTED_NANOS = Duration.ofMinutes(1).toNanos();

    private final Clock clock;
    private Instant time;
    private long nanos;
    private Instant latest = Instant.MIN;

    ArrivalClock(Clock clock) {
        this.clock = clock;
        this.time = clock.instant();
        this.nanos = System.nanoTime();
    }

    /** Returns the time of a moment that {@link System#nanoTime} saw. */
    Instant at(long moment) {
        if (moment - nanos > TRUSTED_NANOS) {
            time = clock.instant();
            nanos = System.nanoTime();
        }
        Instant arrived = time.plusNanos(moment - nanos);
        latest = arrived.isAfter(latest) ? arrived : latest;
        return latest;
    }
}
