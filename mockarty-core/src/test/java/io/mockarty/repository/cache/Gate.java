package io.mockarty.repository.cache;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds the first who comes through until it is opened; others pass. */
final class Gate {

    private static final int PATIENCE_SECONDS = 15;

    private final AtomicBoolean isTaken = new AtomicBoolean();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    void pass() throws InterruptedException, TimeoutException {
        if (isTaken.compareAndSet(false, true)) {
            reached.countDown();
            await(open);
        }
    }

    /** Waits until somebody is held. */
    void awaitSomebody() throws InterruptedException, TimeoutException {
        await(reached);
    }

    void open() {
        open.countDown();
    }

    private static void await(CountDownLatch latch) throws InterruptedException, TimeoutException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("nothing happened at the gate in " + PATIENCE_SECONDS + " seconds");
        }
    }
}
