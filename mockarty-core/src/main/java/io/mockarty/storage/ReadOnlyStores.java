package io.mockarty.storage;

import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.StoreTransaction;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores that can be read only. */
final class ReadOnlyStores implements StoreRepository {

    private final String repository;
    private final StoreRepository stores;

    ReadOnlyStores(String repository, StoreRepository stores) {
        this.repository = repository;
        this.stores = stores;
    }

    @Override
    public Map<String, @Nullable Object> content(String namespace, StoreId store) {
        return stores.content(namespace, store);
    }

    @Override
    public <T extends @Nullable Object> T update(String namespace, StoreId store, Function<StoreTransaction, T> work) {
        return work.apply(new Reading(namespace, store, stores.content(namespace, store)));
    }

    private final class Reading implements StoreTransaction {

        private final String namespace;
        private final StoreId store;
        private final Map<String, @Nullable Object> content;

        Reading(String namespace, StoreId store, Map<String, @Nullable Object> content) {
            this.namespace = namespace;
            this.store = store;
            this.content = content;
        }

        @Override
        public boolean has(String key) {
            return content.containsKey(key);
        }

        @Override
        public @Nullable Object get(String key) {
            return content.get(key);
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return new TreeMap<>(content);
        }

        @Override
        public void put(String key, @Nullable Object value) {
            throw refusal(key);
        }

        @Override
        public boolean remove(String key) {
            throw refusal(key);
        }

        private RepositoryException refusal(String key) {
            return new RepositoryException(
                    repository,
                    "store " + store.literal() + " of " + namespace + " is read-only, " + key
                            + " was not written (expected: a node with STORE_MODE=read_write)");
        }
    }
}
