package io.mockarty.repository.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The cache in the memory of this node, bounded by bytes.
 *
 * <p>Nobody holds a lock while a value is loaded. Instead, whoever loads takes a stamp first and shows it when putting
 * the value; invalidating a key gives it a new stamp before the value is removed, so what was loaded before is refused.
 * Keys share stamps by hash; a collision costs one more load.
 */
final class LocalCache {

    /** Roughly what an entry takes beside its value: key, node, queues. */
    private static final int ENTRY_BYTES = 200;

    private static final long MEGABYTE = 1L << 20;
    private static final int STAMPS = 1024;

    private final Cache<CacheKey, CacheValue> values;
    private final AtomicLongArray stamps = new AtomicLongArray(STAMPS);
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    private LocalCache(Cache<CacheKey, CacheValue> values) {
        this.values = values;
    }

    /**
     * Makes the cache. What may come from Redis expires as it does there: an old value that a dying node left in Redis
     * must not live on here.
     */
    static LocalCache of(CacheOptions options) {
        Caffeine<CacheKey, CacheValue> builder = Caffeine.newBuilder()
                .maximumWeight(options.maxMegabytes() * MEGABYTE)
                .weigher((CacheKey key, CacheValue value) -> bytes(key, value))
                .executor(Runnable::run);
        RedisOptions redis = options.redis();
        return new LocalCache((redis == null ? builder : builder.expireAfterWrite(redis.timeToLive())).build());
    }

    private static int bytes(CacheKey key, CacheValue value) {
        return ENTRY_BYTES + 2 * key.id().length() + value.bytes();
    }

    @Nullable
    CacheValue get(CacheKey key) {
        CacheValue value = values.getIfPresent(key);
        (value == null ? misses : hits).increment();
        return value;
    }

    /** Begins to load a value. */
    long stamp(CacheKey key) {
        return stamps.get(stripe(key));
    }

    /** Keeps a value, unless the key was invalidated after the stamp was taken. */
    void put(CacheKey key, CacheValue value, long stamp) {
        values.asMap().compute(key, (same, current) -> stamp(same) == stamp ? value : current);
    }

    void invalidate(Collection<CacheKey> keys) {
        for (CacheKey key : keys) {
            stamps.incrementAndGet(stripe(key));
            values.invalidate(key);
        }
    }

    void invalidateAll(String namespace) {
        for (int stripe = 0; stripe < STAMPS; stripe++) {
            stamps.incrementAndGet(stripe);
        }
        values.asMap().keySet().removeIf(key -> key.namespace().equals(namespace));
    }

    private static int stripe(CacheKey key) {
        return Math.floorMod(key.hashCode(), STAMPS);
    }

    long hits() {
        return hits.sum();
    }

    long misses() {
        return misses.sum();
    }

    long entries() {
        return values.estimatedSize();
    }

    long bytes() {
        return values.policy()
                .eviction()
                .map(Policy.Eviction::weightedSize)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }
}
