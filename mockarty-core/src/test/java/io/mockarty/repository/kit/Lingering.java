package io.mockarty.repository.kit;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeListener;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener that stays in its first calls for a while, to see whether another thread comes in meanwhile. */
final class Lingering implements ChangeListener {

    private static final int CALLS = 5;
    private static final int MILLIS = 50;

    private final CountDownLatch overlap;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();

    /** Counts the latch down when two threads are inside at once. */
    Lingering(CountDownLatch overlap) {
        this.overlap = overlap;
    }

    @Override
    public void changed(String namespace, List<Change> changes) {
        if (inside.incrementAndGet() > 1) {
            overlap.countDown();
        } else if (calls.incrementAndGet() <= CALLS) {
            linger();
        }
        inside.decrementAndGet();
    }

    private void linger() {
        try {
            if (overlap.await(MILLIS, TimeUnit.MILLISECONDS)) {
                calls.set(CALLS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void reread(String namespace, long revision) {}
}
