package io.mockarty.namespace;

import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.StoreTransaction;
import io.mockarty.store.StoreBackend;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store whose values are kept in a repository. Thread-safe. */
record RepositoryBackend(StoreRepository stores, String namespace, StoreId id) implements StoreBackend {

    @Override
    public @Nullable Object get(String key) {
        return stores.content(namespace, id).get(key);
    }

    @Override
    public boolean has(String key) {
        return stores.content(namespace, id).containsKey(key);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return new TreeMap<>(stores.content(namespace, id));
    }

    @Override
    public void put(String key, @Nullable Object value) {
        update(inside -> {
            inside.put(key, value);
            return true;
        });
    }

    @Override
    public boolean remove(String key) {
        return update(inside -> inside.remove(key));
    }

    @Override
    public <T extends @Nullable Object> T update(Function<StoreBackend, T> work) {
        return stores.update(namespace, id, transaction -> work.apply(new Inside(transaction)));
    }

    /** The same store during one update. Used by one thread. */
    private record Inside(StoreTransaction transaction) implements StoreBackend {

        @Override
        public @Nullable Object get(String key) {
            return transaction.get(key);
        }

        @Override
        public boolean has(String key) {
            return transaction.has(key);
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return transaction.content();
        }

        @Override
        public void put(String key, @Nullable Object value) {
            transaction.put(key, value);
        }

        @Override
        public boolean remove(String key) {
            return transaction.remove(key);
        }

        @Override
        public <T extends @Nullable Object> T update(Function<StoreBackend, T> work) {
            return work.apply(this);
        }
    }
}
