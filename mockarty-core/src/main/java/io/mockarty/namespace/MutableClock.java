package io.mockarty.namespace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of one namespace, which can be stopped and moved. Runs in UTC. Thread-safe. */
public final class MutableClock extends Clock {

    /** Where the hands are: on a frozen instant, or running at a distance from the real time. */
    private record Setting(@Nullable Instant frozen, Duration offset) {}

    private static final Setting RUNNING = new Setting(null, Duration.ZERO);

    private final Clock real;
    private final ZoneId zone;
    private volatile Setting setting = RUNNING;

    /**
     * Creates a clock that shows the time of another until it is frozen or advanced.
     *
     * @param real the clock it follows
     */
    public MutableClock(Clock real) {
        this.real = real;
        this.zone = ZoneOffset.UTC;
    }

    /** Stops the clock at the moment it shows. */
    public void freeze() {
        freeze(instant());
    }

    /**
     * Stops the clock at a moment.
     *
     * @param instant the moment
     */
    public synchronized void freeze(Instant instant) {
        setting = new Setting(instant, Duration.ZERO);
    }

    /**
     * Moves the clock; a stopped one stays stopped.
     *
     * @param duration how far, backwards when negative
     */
    public synchronized void advance(Duration duration) {
        Setting now = setting;
        setting = now.frozen == null
                ? new Setting(null, now.offset.plus(duration))
                : new Setting(now.frozen.plus(duration), Duration.ZERO);
    }

    /** Makes the clock show the real time again. */
    public synchronized void reset() {
        setting = RUNNING;
    }

    @Override
    public Instant instant() {
        Setting now = setting;
        if (now.frozen != null) {
            return now.frozen;
        }
        return now.offset.isZero() ? real.instant() : real.instant().plus(now.offset);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** {@return a clock in another zone that follows this one} */
    @Override
    public Clock withZone(ZoneId other) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return MutableClock.this.withZone(another);
            }

            @Override
            public Instant instant() {
                return MutableClock.this.instant();
            }
        };
    }
}
