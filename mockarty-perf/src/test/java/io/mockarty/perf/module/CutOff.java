package io.mockarty.perf.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Cuts off an iteration that waits for something. */
public final class CutOff {

    private static final long PATIENCE_SECONDS = 30;

    private CutOff() {}

    /** Starts an iteration, and cuts it off when it has printed a line and a condition holds; that must end it. */
    public static void when(Callable<Boolean> waits, ScriptRun run) throws Exception {
        run.load();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> outcome.complete(run.iterate()), "user");
        thread.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (run.lines().isEmpty() || !waits.call()) {
            assertThat(outcome).as("the iteration").isNotDone();
            assertThat(System.nanoTime()).as("time until the user waits").isLessThan(end);
            Thread.onSpinWait();
        }
        run.cancel();
        assertThat(outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(Outcome.INTERRUPTED);
    }
}
