package io.mockarty.storage;

import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.CounterRepository;
import io.mockarty.repository.FolderRepository;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.NamespaceRepository;
import io.mockarty.repository.Repository;
import io.mockarty.repository.RequestLogRepository;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.UndefinedRequestRepository;
import io.mockarty.repository.cache.CacheStatistics;
import io.mockarty.repository.cache.CachedRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The repository of a server, as {@link Repositories} opened it. Thread-safe. */
public final class RepositoryStack implements Repository {

    private final Repository top;
    private final @Nullable CachedRepository cache;
    private final StoreRepository stores;

    RepositoryStack(Repository top, @Nullable CachedRepository cache, boolean readOnlyStores) {
        this.top = top;
        this.cache = cache;
        stores = readOnlyStores ? new ReadOnlyStores(top.name(), top.stores()) : top.stores();
    }

    /** {@return how well the caches serve, or empty when there are none} */
    public Optional<CacheStatistics> cacheStatistics() {
        return Optional.ofNullable(cache).map(CachedRepository::statistics);
    }

    @Override
    public String name() {
        return top.name();
    }

    @Override
    public NamespaceRepository namespaces() {
        return top.namespaces();
    }

    @Override
    public MockRepository mocks() {
        return top.mocks();
    }

    @Override
    public FolderRepository folders() {
        return top.folders();
    }

    /**
     * {@inheritDoc}
     *
     * <p>When stores are read-only, an update may read, and throws a {@link io.mockarty.repository.RepositoryException}
     * as soon as it writes.
     */
    @Override
    public StoreRepository stores() {
        return stores;
    }

    @Override
    public CounterRepository counters() {
        return top.counters();
    }

    @Override
    public RequestLogRepository requestLogs() {
        return top.requestLogs();
    }

    @Override
    public UndefinedRequestRepository undefinedRequests() {
        return top.undefinedRequests();
    }

    @Override
    public ChangeFeed changes() {
        return top.changes();
    }

    @Override
    public void close() {
        top.close();
    }
}
