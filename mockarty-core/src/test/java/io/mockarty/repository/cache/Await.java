package io.mockarty.repository.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something to become true. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Await() {}

    /** Asks every few milliseconds; fails when the answer is not yes within 15 seconds. */
    static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Semaphore never = new Semaphore(0);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until %s", what).isLessThan(deadline);
            assertThat(never.tryAcquire(5, TimeUnit.MILLISECONDS)).isFalse();
        }
    }
}
