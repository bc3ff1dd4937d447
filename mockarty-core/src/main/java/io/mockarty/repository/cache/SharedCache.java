package io.mockarty.repository.cache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A cache that nodes share. Values carry a revision of their namespace: they hold at least what was written up to it. A
 * key takes no value that is older than the one it has, or than its last invalidation. No method throws; what fails is
 * a miss, and an invalidation that fails is made up for before the cache is read again.
 */
interface SharedCache extends AutoCloseable {

    /** Stands for a revision that could not be found out: above all others. The largest whole number Lua can tell. */
    long UNKNOWN_REVISION = (1L << 53) - 1;

    /** Tells whether it is worth asking now. */
    boolean isUsable();

    /** Reads values; those that are absent, outdated or unreadable are left out. */
    Map<CacheKey, CacheValue> get(String namespace, List<CacheKey> keys);

    /** Offers values that were read after the namespace had the revision. */
    void put(String namespace, long revision, Map<CacheKey, CacheValue> values);

    /** Removes values that were read before the revision, and refuses such from now on. */
    void invalidate(String namespace, LongSupplier revision, Collection<CacheKey> keys);

    /** Removes all values of a namespace that were read before the revision, and refuses such from now on. */
    void invalidateAll(String namespace, LongSupplier revision);

    Counts counts();

    @Override
    void close();

    record Counts(long hits, long misses, long failures) {}
}
