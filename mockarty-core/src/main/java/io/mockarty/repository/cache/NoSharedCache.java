package io.mockarty.repository.cache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Stands where a shared cache could be. */
final class NoSharedCache implements SharedCache {

    @Override
    public boolean isUsable() {
        return false;
    }

    @Override
    public Map<CacheKey, CacheValue> get(String namespace, List<CacheKey> keys) {
        return Map.of();
    }

    @Override
    public void put(String namespace, long revision, Map<CacheKey, CacheValue> values) {
        // There is nowhere to keep them.
    }

    @Override
    public void invalidate(String namespace, LongSupplier revision, Collection<CacheKey> keys) {
        // There is nothing to remove.
    }

    @Override
    public void invalidateAll(String namespace, LongSupplier revision) {
        // There is nothing to remove.
    }

    @Override
    public Counts counts() {
        return new Counts(0, 0, 0);
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }
}
