package io.mockarty.repository.memory;

import io.mockarty.repository.Change;
import io.mockarty.repository.StoreId;
import io.mockarty.repository.StoreRepository;
import io.mockarty.repository.StoreTransaction;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The stores of all namespaces. An update works on a copy, and is run again when somebody else was faster; after some
 * attempts it runs with the namespace locked. Thread-safe.
 */
final class InMemoryStores implements StoreRepository {

    private static final int ATTEMPTS = 3;

    private final Worlds worlds;

    InMemoryStores(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public Map<String, @Nullable Object> content(String namespace, StoreId store) {
        return current(namespace, store);
    }

    private SortedMap<String, @Nullable Object> current(String namespace, StoreId store) {
        return worlds.read(
                namespace, StoreTable.NOTHING, contents -> contents.stores().content(store));
    }

    @Override
    public <T extends @Nullable Object> T update(String namespace, StoreId store, Function<StoreTransaction, T> work) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SortedMap<String, @Nullable Object> before = current(namespace, store);
            CopyOnWrite transaction = new CopyOnWrite(before);
            T result = work.apply(transaction);
            boolean done = !transaction.hasChanged()
                    || worlds.write(namespace, (contents, write) -> {
                        boolean unchanged = contents.stores().content(store) == before;
                        if (unchanged) {
                            commit(contents, write, store, transaction);
                        }
                        return unchanged;
                    });
            if (done) {
                return result;
            }
        }
        return worlds.write(namespace, (contents, write) -> {
            CopyOnWrite transaction = new CopyOnWrite(contents.stores().content(store));
            T result = work.apply(transaction);
            commit(contents, write, store, transaction);
            return result;
        });
    }

    private static void commit(Contents contents, Write write, StoreId store, CopyOnWrite transaction) {
        if (transaction.hasChanged()) {
            contents.stores().replace(store, transaction.result());
            write.changed(Change.Kind.STORE, store.literal());
        }
    }
}
