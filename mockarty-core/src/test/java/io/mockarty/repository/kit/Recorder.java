package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** A listener that remembers what it was told, and notices when two threads tell it at once. Thread-safe. */
public final class Recorder implements ChangeListener {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Change> changes = new ArrayList<>();
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private boolean wasOverlapped;
    private boolean wasToldToReread;

    /** Creates a recorder that was told nothing. */
    public Recorder() {}

    @Override
    public void changed(String namespace, List<Change> told) {
        boolean alone = isBusy.compareAndSet(false, true);
        synchronized (this) {
            wasOverlapped |= !alone;
            assertThat(told).extracting(Change::namespace).containsOnly(namespace);
            changes.addAll(told);
            notifyAll();
        }
        isBusy.set(false);
    }

    @Override
    public synchronized void reread(String namespace, long revision) {
        wasToldToReread = true;
        notifyAll();
    }

    /** {@return a copy of all changes, in the order they were told} */
    public synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    /**
     * Returns the revisions it was told of, each once.
     *
     * @param namespace the namespace
     * @return the revisions, in the order they were told
     */
    public List<Long> revisions(String namespace) {
        return changes().stream()
                .filter(change -> change.namespace().equals(namespace))
                .map(Change::revision)
                .distinct()
                .toList();
    }

    /**
     * Waits until it was told enough.
     *
     * @param enough gets all changes so far
     * @throws InterruptedException when the thread is interrupted
     * @throws AssertionError when that takes longer than 15 seconds
     */
    public synchronized void await(Predicate<List<Change>> enough) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!enough.test(changes())) {
            long left = deadline - System.nanoTime();
            assertThat(left)
                    .as("nanoseconds left to be told more than %s", changes)
                    .isPositive();
            wait(Math.max(1, left / 1_000_000));
        }
    }

    /** Asserts that it was told by one thread at a time, and of every single write. */
    public synchronized void assertOrderly() {
        assertThat(wasOverlapped).as("told by two threads at once").isFalse();
        assertThat(wasToldToReread).as("told to read everything again").isFalse();
        changes.stream().map(Change::namespace).distinct().forEach(namespace -> {
            List<Long> told = revisions(namespace);
            for (int i = 1; i < told.size(); i++) {
                assertThat(told.get(i))
                        .as("revision of %s after %s", namespace, told.get(i - 1))
                        .isEqualTo(told.get(i - 1) + 1);
            }
        });
    }
}
