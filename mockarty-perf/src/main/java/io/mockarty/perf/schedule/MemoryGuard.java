package io.mockarty.perf.schedule;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a run that uses up the memory. It has used it up when collections of garbage leave more than nine tenths of it
 * in use and go on all the same, and when somebody got an {@link OutOfMemoryError}. Some memory is kept in reserve
 * until then, so that there is enough to end the run in order. Thread-safe.
 */
final class MemoryGuard implements AutoCloseable {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int BAD_LOOKS = 4;
    private static final double FULL = 0.9;
    private static final double GARBAGE_SHARE = 0.3;
    private static final long MEGABYTE = 1 << 20;

    /** The pools of the collectors that hold what has survived, by their names. */
    private static final Set<String> POOLS = Set.of(
            "G1 Old Gen",
            "PS Old Gen",
            "Tenured Gen",
            "ZHeap",
            "ZGC Old Generation",
            "Shenandoah",
            "Shenandoah Old Gen");

    private final Run run;
    private final String reason = "the script has used up the memory of "
            + Runtime.getRuntime().maxMemory() / MEGABYTE
            + " MB (expected: a script that lets go of what it makes, fewer users, or more memory with -Xmx)";
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && POOLS.contains(pool.getName()))
            .toList();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final MemoryReserve reserve = new MemoryReserve();
    private volatile boolean usedUp;
    private volatile boolean closed;

    MemoryGuard(Run run) {
        this.run = run;
    }

    void begin() {
        RunThreads.startPlatform("memory-guard", this::watch);
    }

    private void watch() {
        int bad = 0;
        long lastGarbage = garbageMillis();
        long lastLook = System.nanoTime();
        try {
            while (!closed && bad < BAD_LOOKS) {
                LockSupport.parkNanos(LOOK_NANOS);
                long garbage = garbageMillis();
                long now = System.nanoTime();
                double share = (garbage - lastGarbage) * 1e6 / Math.max(1, now - lastLook);
                if (share < GARBAGE_SHARE || !full()) {
                    bad = 0;
                } else {
                    bad++;
                }
                lastGarbage = garbage;
                lastLook = now;
            }
        } catch (OutOfMemoryError e) {
            bad = BAD_LOOKS;
        }
        if (bad == BAD_LOOKS) {
            usedUp();
        }
    }

    private boolean full() {
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage left = pool.getCollectionUsage();
            if (left != null && left.getMax() > 0 && left.getUsed() > FULL * left.getMax()) {
                return true;
            }
        }
        return false;
    }

    private long garbageMillis() {
        long sum = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            sum += collector.getCollectionTime();
        }
        return sum;
    }

    /** Ends the run: somebody got no memory any more. Makes no objects. */
    void usedUp() {
        usedUp = true;
        reserve.release();
        run.stopAtOnce(reason);
    }

    /** Whether it has ended the run. */
    boolean ended() {
        return usedUp;
    }

    @Override
    public void close() {
        closed = true;
        reserve.release();
    }
}
