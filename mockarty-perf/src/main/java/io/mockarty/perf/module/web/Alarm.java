package io.mockarty.perf.module.web;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends streams whose time is over; one for all users. Thread-safe. */
final class Alarm implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock;

    Alarm() {
        clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("load-test-streams");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Runs a task at a time, unless the alarm is turned off before. */
    ScheduledFuture<?> at(long nanoTime, Runnable task) {
        return clock.schedule(task, Math.max(0, nanoTime - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
