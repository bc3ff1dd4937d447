package io.mockarty.repository.memory;

import io.mockarty.repository.StoreId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The stores of one namespace, each an immutable map. Guarded by the lock of its {@link World}. */
final class StoreTable {

    /** The content of a store that nobody wrote to. */
    static final SortedMap<String, @Nullable Object> NOTHING = Collections.emptySortedMap();

    private final Map<StoreId, SortedMap<String, @Nullable Object>> stores = new HashMap<>();

    SortedMap<String, @Nullable Object> content(StoreId store) {
        return stores.getOrDefault(store, NOTHING);
    }

    void replace(StoreId store, SortedMap<String, @Nullable Object> content) {
        if (content.isEmpty()) {
            stores.remove(store);
        } else {
            stores.put(store, content);
        }
    }
}
