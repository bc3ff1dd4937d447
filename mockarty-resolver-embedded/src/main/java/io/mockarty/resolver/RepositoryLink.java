package io.mockarty.resolver;

import io.mockarty.namespace.Namespaces;
import io.mockarty.storage.Repositories;
import io.mockarty.storage.RepositoryStack;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The repository of a running server, and the thread that exchanges with it what can wait a moment. Thread-safe. */
final class RepositoryLink {

    private static final Logger LOG = LoggerFactory.getLogger(RepositoryLink.class);
    private static final long INTERVAL_MILLIS = 250;

    private final RepositoryStack repository;
    private final String nodeName;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mockarty-repository");
        thread.setDaemon(true);
        return thread;
    });

    private volatile @Nullable Future<?> exchange;

    private RepositoryLink(RepositoryStack repository, String nodeName) {
        this.repository = repository;
        this.nodeName = nodeName;
    }

    /** Opens the repository of a server, when it has one. */
    static @Nullable RepositoryLink open(ServerOptions.Persistence persistence, Clock clock) {
        Repositories repositories = persistence.repositories();
        if (repositories == null) {
            return null;
        }
        String name = persistence.nodeName() == null ? "node-" + UUID.randomUUID() : persistence.nodeName();
        return new RepositoryLink(repositories.open(clock), name);
    }

    RepositoryStack repository() {
        return repository;
    }

    String nodeName() {
        return nodeName;
    }

    /** Begins to exchange. */
    void start(Namespaces namespaces) {
        exchange = timer.scheduleWithFixedDelay(
                () -> exchange(namespaces), INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong, the next time comes. */
    private void exchange(Namespaces namespaces) {
        try {
            namespaces.synchronize();
        } catch (RuntimeException e) {
            LOG.error("{} cannot be synchronized", repository.name(), e);
        }
    }

    /** Ends the exchange, and closes the repository behind the namespaces. */
    void close(Namespaces namespaces) {
        Future<?> running = exchange;
        if (running != null) {
            running.cancel(false);
        }
        timer.shutdown();
        try {
            namespaces.close();
        } finally {
            repository.close();
        }
    }
}
