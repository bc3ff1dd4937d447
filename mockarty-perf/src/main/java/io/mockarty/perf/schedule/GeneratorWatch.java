package io.mockarty.perf.schedule;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks each second whether the generator itself stands in the way: a processor load above 90 % for a tenth of the run,
 * collections of garbage that took more than 5 % of it, or a clock that was late by more than 100 ms. Thread-safe.
 */
final class GeneratorWatch {

    private static final double BUSY = 0.9;
    private static final double BUSY_SHARE = 0.1;
    private static final double GARBAGE_SHARE = 0.05;
    private static final double LATE_SECONDS = 0.1;

    private double first;
    private int seconds;
    private int busySeconds;
    private int lateSeconds;
    private double latest;
    private double worstLag;
    private long garbageBefore;
    private long garbageMillis;

    synchronized void begin() {
        garbageBefore = garbageMillis();
        cpuLoad();
    }

    /** Looks around; to be called once a second. */
    synchronized void look(double elapsed) {
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
        if (cpuLoad() > BUSY) {
            busySeconds++;
        }
        garbageMillis = garbageMillis() - garbageBefore;
    }

    /** What it saw, in sentences; empty when nothing stood in the way. */
    synchronized List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (seconds > 0 && busySeconds >= Math.max(1, BUSY_SHARE * seconds)) {
            warnings.add("The generator was the bottleneck: the processors of its machine were busy above 90 % for "
                    + busySeconds + " of " + seconds + " s; latencies are those of the generator as well.");
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
        return warnings;
    }

    private static double cpuLoad() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getCpuLoad()
                : 0;
    }

    private static long garbageMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
