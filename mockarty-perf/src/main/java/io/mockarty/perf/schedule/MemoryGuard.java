package io.mockarty.perf;

import io.mockarty.perf.schedule.Run;
import io.mockarty.perf.schedule.RunListener;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * Ends a run before its script has used up all memory: when more than nine tenths of the heap are in use and the
 * collector worked for most of two seconds in a row, nothing will get better any more.
 */
final class MemoryGuard implements RunListener {

    private static final double FULL = 0.9;
    private static final double MOST_OF_A_SECOND = 300;
    private static final long MEGABYTE = 1024L * 1024;

    private long garbageBefore = garbageMillis();
    private int badSeconds;
    private volatile boolean tripped;

    @Override
    public void eachSecond(Run run) {
        long garbage = garbageMillis();
        Runtime memory = Runtime.getRuntime();
        long used = memory.totalMemory() - memory.freeMemory();
        boolean bad = used > FULL * memory.maxMemory() && garbage - garbageBefore > MOST_OF_A_SECOND;
        garbageBefore = garbage;
        badSeconds = bad ? badSeconds + 1 : 0;
        if (badSeconds >= 2 && !tripped) {
            tripped = true;
            run.stopAtOnce(
                    "the script has used up the memory: " + used / MEGABYTE + " of " + memory.maxMemory() / MEGABYTE
                            + " MB (expected: a script that lets go of what it makes, fewer users, or more memory with -Xmx)");
        }
    }

    /** Whether it has ended the run. */
    boolean tripped() {
        return tripped;
    }

    private static long garbageMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
