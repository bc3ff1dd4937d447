package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what somebody else brings about. */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Eventually() {}

    /** Asks again and again until the answer is yes; an exception means no. */
    static void await(String what, Callable<Boolean> condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Exception last = null;
        CountDownLatch never = new CountDownLatch(1);
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
        }
        throw new AssertionError(what + " (expected: within " + PATIENCE + ")", last);
    }
}
