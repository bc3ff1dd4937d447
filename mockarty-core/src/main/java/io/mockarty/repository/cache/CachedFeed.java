package io.mockarty.repository.cache;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.ChangeListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to the truth, invalidates the caches, and only then tells the subscribers. */
final class CachedFeed implements ChangeFeed, ChangeListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CachedFeed.class);

    private final ChangeFeed truth;
    private final Tiers tiers;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

    /** Held while subscribers are told, so that one who has left is not told any more. */
    private final ReentrantLock telling = new ReentrantLock();

    private final Subscription subscription;

    CachedFeed(ChangeFeed truth, Tiers tiers) {
        this.truth = truth;
        this.tiers = tiers;
        subscription = truth.subscribe(this);
    }

    /** Looks for changes first, so that the listener is not told of what was written before. */
    @Override
    public Subscription subscribe(ChangeListener listener) {
        if (!telling.isHeldByCurrentThread()) {
            truth.refresh();
        }
        Subscriber subscriber = new Subscriber(listener);
        subscribers.add(subscriber);
        return subscriber;
    }

    @Override
    public long revision(String namespace) {
        return truth.revision(namespace);
    }

    @Override
    public void refresh() {
        truth.refresh();
    }

    @Override
    public void changed(String namespace, List<Change> changes) {
        tiers.changed(namespace, changes);
        tell(listener -> listener.changed(namespace, changes));
    }

    @Override
    public void reread(String namespace, long revision) {
        tiers.reread(namespace, revision);
        tell(listener -> listener.reread(namespace, revision));
    }

    private void tell(Consumer<ChangeListener> news) {
        telling.lock();
        try {
            for (Subscriber subscriber : subscribers) {
                if (subscribers.contains(subscriber)) {
                    tell(subscriber.listener, news);
                }
            }
        } finally {
            telling.unlock();
        }
    }

    /** A subscriber that fails must not keep the others from being told. */
    private static void tell(ChangeListener listener, Consumer<ChangeListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.error("A listener failed at a change; it may miss what was written", e);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private final class Subscriber implements Subscription {

        private final ChangeListener listener;

        Subscriber(ChangeListener listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            telling.lock();
            try {
                subscribers.remove(this);
            } finally {
                telling.unlock();
            }
        }
    }
}
