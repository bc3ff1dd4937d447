package io.mockarty.namespace;

import io.mockarty.journal.Evidence;
import io.mockarty.journal.JournalEntry;
import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.ChangeListener;
import io.mockarty.repository.LoggedRequest;
import io.mockarty.repository.Repository;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What all nodes were asked, as the repository has it; what this node was asked is written there first. Thread-safe.
 */
final class RepositoryEvidence implements Evidence {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Repository repository;
    private final String namespace;
    private final Runnable writer;

    /** @param writer writes the requests of this node that are not in the repository yet */
    RepositoryEvidence(Repository repository, String namespace, Runnable writer) {
        this.repository = repository;
        this.namespace = namespace;
        this.writer = writer;
    }

    @Override
    public List<JournalEntry> all() {
        writer.run();
        return repository.requestLogs().all(namespace).stream()
                .map(LoggedRequest::entry)
                .toList();
    }

    @Override
    public List<JournalEntry> newerThan(long sequence) {
        return all().stream()
                .filter(entry -> entry.sequence() > sequence)
                .sorted(Comparator.comparingLong(JournalEntry::sequence).reversed())
                .toList();
    }

    @Override
    public long evicted() {
        return repository.requestLogs().evicted(namespace);
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + (atMost.compareTo(FOR_EVER) > 0 ? FOR_EVER : atMost).toNanos();
        Semaphore news = new Semaphore(0);
        ChangeFeed.Subscription subscription = repository.changes().subscribe(new Bell(news));
        try {
            while (!condition.getAsBoolean()) {
                if (!news.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return condition.getAsBoolean();
                }
                news.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return condition.getAsBoolean();
        } finally {
            subscription.close();
        }
    }

    /** Rings when requests of the namespace were logged. */
    private final class Bell implements ChangeListener {

        private final Semaphore news;

        Bell(Semaphore news) {
            this.news = news;
        }

        @Override
        public void changed(String changedNamespace, List<Change> changes) {
            if (changedNamespace.equals(namespace)
                    && changes.stream().anyMatch(change -> change.kind() == Change.Kind.REQUEST_LOG)) {
                news.release();
            }
        }

        @Override
        public void reread(String changedNamespace, long revision) {
            news.release();
        }
    }
}
