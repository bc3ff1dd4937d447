package io.mockarty.repository.cache;

import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.CounterRepository;
import io.mockarty.repository.FolderRepository;
import io.mockarty.repository.MockRepository;
import io.mockarty.repository.NamespaceRepository;
import io.mockarty.repository.Repository;
import io.mockarty.repository.RequestLogRepository;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.UndefinedRequestRepository;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A repository that remembers what was read from another one: single mocks and the contents of stores. Everything else
 * passes through.
 *
 * <p>Reads ask the memory of this node, then Redis when there is one, then the other repository, the truth. Writes go
 * to the truth first, and leave the caches before they return. What other nodes write leaves the caches when the
 * {@link ChangeFeed} of the truth tells of it; subscribers of {@link #changes} are told afterwards, so what they read
 * then is new. Redis that is down, slow or full of garbage costs time, at most a few of its timeouts, and never an
 * error. Thread-safe.
 */
public final class CachedRepository implements Repository {

    private final Repository truth;
    private final CacheOptions options;
    private final LocalCache local;
    private final SharedCache shared;
    private final CachedFeed changes;
    private final MockRepository mocks;
    private final StoreRepository stores;
    private final FolderRepository folders;
    private final NamespaceRepository namespaces;

    CachedRepository(Repository truth, CacheOptions options, LocalCache local, SharedCache shared) {
        this.truth = truth;
        this.options = options;
        this.local = local;
        this.shared = shared;
        Tiers tiers = new Tiers(truth.changes(), local, shared);
        changes = new CachedFeed(truth.changes(), tiers);
        mocks = new CachedMocks(truth.mocks(), tiers);
        stores = new CachedStores(truth.stores(), tiers);
        folders = new CachedFolders(truth.folders(), tiers);
        namespaces = new CachedNamespaces(truth.namespaces(), tiers);
    }

    /**
     * Puts caches before a repository. Redis is not asked before it is needed, and need not be there.
     *
     * @param truth the repository; closed with the one returned
     * @param options how much is kept, and where
     * @return the repository with its caches
     * @throws io.mockarty.repository.RepositoryException when Caffeine, or Jedis for Redis, is not on the class path;
     *     {@code truth} is left open then
     */
    public static CachedRepository over(Repository truth, CacheOptions options) {
        LocalCache local = Libraries.CAFFEINE.use(() -> LocalCache.of(options));
        RedisOptions redis = options.redis();
        SharedCache shared = redis == null
                ? new NoSharedCache()
                : Libraries.JEDIS.use(() -> RedisCache.of(prefixed(redis, truth), System::nanoTime));
        return new CachedRepository(truth, options, local, shared);
    }

    /** Nodes with different truths must not share values, so the keys also depend on the truth. */
    private static RedisOptions prefixed(RedisOptions redis, Repository truth) {
        UUID id = UUID.nameUUIDFromBytes(truth.name().getBytes(StandardCharsets.UTF_8));
        return redis.withKeyPrefix(redis.keyPrefix() + id + ':');
    }

    /** {@return how well the caches serve, counted since they were made} */
    public CacheStatistics statistics() {
        SharedCache.Counts counts = shared.counts();
        return new CacheStatistics(
                local.hits(),
                local.misses(),
                counts.hits(),
                counts.misses(),
                counts.failures(),
                local.entries(),
                local.bytes());
    }

    @Override
    public String name() {
        RedisOptions redis = options.redis();
        String where = redis == null ? "" : " and Redis " + redis.host() + ':' + redis.port();
        return truth.name() + " behind " + options.maxMegabytes() + " MB of memory" + where;
    }

    @Override
    public NamespaceRepository namespaces() {
        return namespaces;
    }

    @Override
    public MockRepository mocks() {
        return mocks;
    }

    @Override
    public FolderRepository folders() {
        return folders;
    }

    @Override
    public StoreRepository stores() {
        return stores;
    }

    @Override
    public CounterRepository counters() {
        return truth.counters();
    }

    @Override
    public RequestLogRepository requestLogs() {
        return truth.requestLogs();
    }

    @Override
    public UndefinedRequestRepository undefinedRequests() {
        return truth.undefinedRequests();
    }

    @Override
    public ChangeFeed changes() {
        return changes;
    }

    /** Lets go of the caches and closes the truth. */
    @Override
    public void close() {
        changes.close();
        shared.close();
        truth.close();
    }
}
