package io.mockarty.repository.memory;

import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.ChangeListener;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of writes, in the order of revisions. A write is queued while its namespace is locked, and told after
 * that by whoever gets the lock of the feed first. Thread-safe.
 */
final class Feed implements ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final ToLongFunction<String> revisions;
    private final Queue<Write> untold = new ConcurrentLinkedQueue<>();
    private final List<Listening> listening = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** Whether the thread that holds the lock is telling; then a write by a listener waits for its turn. */
    private boolean isTelling;

    Feed(ToLongFunction<String> revisions) {
        this.revisions = revisions;
    }

    @Override
    public long revision(String namespace) {
        return revisions.applyAsLong(namespace);
    }

    @Override
    public Subscription subscribe(ChangeListener listener) {
        Listening subscription = new Listening(listener);
        lock.lock();
        try {
            tell();
            listening.add(subscription);
        } finally {
            lock.unlock();
        }
        return subscription;
    }

    /** Queues a write; called with the namespace locked, so that those of one namespace stay in order. */
    void enqueue(Write write) {
        if (!listening.isEmpty()) {
            untold.add(write);
        }
    }

    @Override
    public void refresh() {
        if (listening.isEmpty() && untold.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            tell();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        if (isTelling) {
            return;
        }
        isTelling = true;
        try {
            for (Write write = untold.poll(); write != null; write = untold.poll()) {
                for (Listening each : listening) {
                    each.tell(write);
                }
            }
        } finally {
            isTelling = false;
        }
    }

    void close() {
        lock.lock();
        try {
            listening.forEach(Listening::close);
        } finally {
            lock.unlock();
        }
    }

    /** A listener, until it is closed. Told and closed under the lock of the feed. */
    private final class Listening implements Subscription {

        private final ChangeListener listener;
        private boolean isClosed;

        Listening(ChangeListener listener) {
            this.listener = listener;
        }

        void tell(Write write) {
            if (isClosed) {
                return;
            }
            try {
                listener.changed(write.namespace(), write.changes());
            } catch (RuntimeException e) {
                LOG.warn(
                        "listener: failed at revision {} of namespace {} (expected: to handle its own errors)",
                        write.revision(),
                        write.namespace(),
                        e);
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                isClosed = true;
                listening.remove(this);
            } finally {
                lock.unlock();
            }
        }
    }
}
