package io.mockarty.repository.cache;

import io.mockarty.repository.StoreId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names one thing that is cached. */
record CacheKey(Kind kind, String namespace, String id) {

    enum Kind {
        MOCK,
        STORE
    }

    static CacheKey mock(String namespace, String id) {
        return new CacheKey(Kind.MOCK, namespace, id);
    }

    static Set<CacheKey> mocks(String namespace, Collection<String> ids) {
        Set<CacheKey> keys = new LinkedHashSet<>(ids.size() * 2);
        ids.forEach(id -> keys.add(mock(namespace, id)));
        return keys;
    }

    static CacheKey store(String namespace, StoreId store) {
        return new CacheKey(Kind.STORE, namespace, store.literal());
    }
}
