package io.mockarty.repository.memory;

import io.mockarty.json.Json;
import io.mockarty.repository.StoreTransaction;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A transaction that copies a store when it is first written to. Used by one thread. */
final class CopyOnWrite implements StoreTransaction {

    private final SortedMap<String, @Nullable Object> before;
    private @Nullable SortedMap<String, @Nullable Object> after;

    CopyOnWrite(SortedMap<String, @Nullable Object> before) {
        this.before = before;
    }

    boolean hasChanged() {
        return after != null;
    }

    /** Returns the content after the work; not to be changed. */
    SortedMap<String, @Nullable Object> result() {
        return Collections.unmodifiableSortedMap(now());
    }

    private SortedMap<String, @Nullable Object> now() {
        SortedMap<String, @Nullable Object> copy = after;
        return copy == null ? before : copy;
    }

    private SortedMap<String, @Nullable Object> writable() {
        SortedMap<String, @Nullable Object> copy = after;
        if (copy == null) {
            copy = new TreeMap<>(before);
            after = copy;
        }
        return copy;
    }

    @Override
    public boolean has(String key) {
        return now().containsKey(key);
    }

    @Override
    public @Nullable Object get(String key) {
        return now().get(key);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return new TreeMap<>(now());
    }

    @Override
    public void put(String key, @Nullable Object value) {
        writable().put(key, Json.valueOf(value));
    }

    @Override
    public boolean remove(String key) {
        if (!has(key)) {
            return false;
        }
        writable().remove(key);
        return true;
    }
}
