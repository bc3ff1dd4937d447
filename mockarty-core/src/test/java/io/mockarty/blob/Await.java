package io.mockarty.blob;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, and cannot tell us of. */
final class Await {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private Await() {}

    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || never.await(2, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Waited in vain for " + AT_MOST + ": " + what);
            }
        }
    }
}
