package io.mockarty.perf.schedule;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Looks whether the generator itself stands in the way, and says so when one of these holds:
 *
 * <ul>
 *   <li>the processors of the machine were busy above 90 % for a tenth of the seconds;
 *   <li>collections of garbage took more than 5 % of the time;
 *   <li>the clock of the run was late by more than 100 ms at once;
 *   <li>more than 1 % of the iterations of open models started more than 10 ms after they should have.
 * </ul>
 *
 * Thread-safe.
 */
final class GeneratorWatch {

    private static final double BUSY = 0.9;
    private static final double BUSY_SHARE = 0.1;
    private static final double GARBAGE_SHARE = 0.05;
    private static final double LATE_SECONDS = 0.1;
    private static final long LATE_NANOS = 10_000_000;
    private static final double LATE_SHARE = 0.01;

    private final LongAdder arrivals = new LongAdder();
    private final LongAdder lateArrivals = new LongAdder();
    private final LongAccumulator worstArrival = new LongAccumulator(Math::max, 0);
    private double first;
    private int seconds;
    private int busySeconds;
    private double ownLoad;
    private int lateSeconds;
    private double latest;
    private double worstLag;
    private long garbageBefore;
    private long garbageMillis;

    /** What the machine was doing since the last look, from 0 to 1; negative when it is not known. */
    record Load(double machine, double own) {

        static Load now() {
            return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                    ? new Load(system.getCpuLoad(), system.getProcessCpuLoad())
                    : new Load(-1, -1);
        }
    }

    synchronized void begin() {
        garbageBefore = garbageMillis();
        Load.now();
    }

    /** Looks around; to be called once a second. */
    void look(double elapsed) {
        look(elapsed, Load.now(), garbageMillis());
    }

    synchronized void look(double elapsed, Load load, long garbage) {
        if (seconds == 0) {
            first = elapsed;
        } else {
            double lag = elapsed - (first + seconds);
            if (lag - latest > LATE_SECONDS) {
                lateSeconds++;
                worstLag = Math.max(worstLag, lag - latest);
            }
            latest = Math.max(0, lag);
        }
        seconds++;
        if (load.machine() > BUSY) {
            busySeconds++;
            ownLoad += Math.max(0, load.own());
        }
        garbageMillis = garbage - garbageBefore;
    }

    /** An iteration of an open model started, so many nanoseconds after it should have. */
    void arrived(long lateNanos) {
        arrivals.increment();
        if (lateNanos > LATE_NANOS) {
            lateArrivals.increment();
        }
        worstArrival.accumulate(lateNanos);
    }

    /** What it saw, in sentences; empty when nothing stood in the way. */
    synchronized List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (seconds > 0 && busySeconds >= Math.max(1, BUSY_SHARE * seconds)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The generator was the bottleneck: the processors of its machine were busy above 90 %% for %d of %d s,"
                            + " %.0f %% by the generator itself; latencies are those of the generator as well.",
                    busySeconds,
                    seconds,
                    ownLoad / busySeconds * 100));
        }
        if (seconds > 0 && garbageMillis > GARBAGE_SHARE * 1000 * seconds) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The generator collected garbage for %.1f of %d s; give it more memory (-Xmx).",
                    garbageMillis / 1000.0,
                    seconds));
        }
        if (lateSeconds > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The clock of the generator was late %d times, by up to %.0f ms; it was held up by its machine.",
                    lateSeconds,
                    worstLag * 1000));
        }
        if (lateArrivals.sum() > LATE_SHARE * arrivals.sum()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The generator started %d of %d iterations more than 10 ms late, by up to %.0f ms; times from the"
                            + " intended start contain that.",
                    lateArrivals.sum(),
                    arrivals.sum(),
                    worstArrival.get() / 1e6));
        }
        return warnings;
    }

    private static long garbageMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
