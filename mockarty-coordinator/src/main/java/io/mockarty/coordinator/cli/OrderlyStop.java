package io.mockarty.coordinator.cli;

import io.mockarty.perf.ExitCode;
import io.mockarty.perf.schedule.Run;
import io.mockarty.perf.schedule.RunListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends a running load test in order when the process is told to end, so that it is torn down and reported. */
final class OrderlyStop implements RunListener, AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch reported = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "load-test-stop");
    private volatile @Nullable Run run;

    OrderlyStop() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void eachSecond(Run current) {
        run = current;
    }

    private void stop() {
        Run current = run;
        if (current == null) {
            return;
        }
        current.stopAtOnce("interrupted");
        try {
            if (!reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.STOPPED.number());
    }

    @Override
    public void close() {
        reported.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends already, and waits for this.
            run = null;
        }
    }
}
