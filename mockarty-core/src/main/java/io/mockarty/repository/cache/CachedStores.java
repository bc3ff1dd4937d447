package io.mockarty.repository.cache;

import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.StoreTransaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores, whose contents are cached. An update always works on the truth. */
final class CachedStores implements StoreRepository {

    private final StoreRepository truth;
    private final Tiers tiers;

    CachedStores(StoreRepository truth, Tiers tiers) {
        this.truth = truth;
        this.tiers = tiers;
    }

    @Override
    public Map<String, @Nullable Object> content(String namespace, StoreId store) {
        CacheKey key = CacheKey.store(namespace, store);
        CacheValue value = tiers.read(
                        namespace,
                        Set.of(key),
                        missing -> Map.of(key, CacheValue.OfStore.of(truth.content(namespace, store))))
                .get(key);
        return value instanceof CacheValue.OfStore cached ? cached.content() : Map.of();
    }

    @Override
    public <T extends @Nullable Object> T update(String namespace, StoreId store, Function<StoreTransaction, T> work) {
        T result = truth.update(namespace, store, work);
        tiers.wrote(namespace, List.of(CacheKey.store(namespace, store)));
        return result;
    }
}
