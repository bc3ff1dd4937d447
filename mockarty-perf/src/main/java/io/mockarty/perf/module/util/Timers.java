package io.mockarty.perf.module.util;

import io.mockarty.perf.module.ModuleContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What {@code timers.mjs} needs of Java. Public only so that scripts can call it. */
public final class Timers {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double LONGEST_MILLIS = Integer.MAX_VALUE;

    private final ModuleContext user;
    private final Map<Integer, Runnable> cancels = new HashMap<>();
    private int started;

    Timers(ModuleContext user) {
        this.user = user;
        // What is left then was dropped with an iteration that failed.
        user.afterEachIteration(cancels::clear);
    }

    /**
     * {@return the number of a timer that begins now}
     *
     * @param callback what it calls
     * @param milliseconds after which time; at once when negative or not a number
     * @param repeat whether it goes on until it is stopped
     */
    @Export
    public int start(Value callback, double milliseconds, boolean repeat) {
        double positive = milliseconds > 0 ? Math.min(milliseconds, LONGEST_MILLIS) : 0;
        Duration delay = Duration.ofNanos((long) ((repeat ? Math.max(1, positive) : positive) * NANOS_PER_MILLI));
        int number = ++started;
        schedule(number, callback, delay, repeat);
        return number;
    }

    private void schedule(int number, Value callback, Duration delay, boolean repeat) {
        cancels.put(number, user.loop().after(delay, () -> {
            if (repeat) {
                schedule(number, callback, delay, true);
            } else {
                cancels.remove(number);
            }
            callback.executeVoid();
        }));
    }

    /**
     * Stops a timer.
     *
     * @param number what {@link #start} gave; others are ignored
     */
    @Export
    public void stop(int number) {
        Runnable cancel = cancels.remove(number);
        if (cancel != null) {
            cancel.run();
        }
    }
}
