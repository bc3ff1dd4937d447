package io.mockarty.store;

import io.mockarty.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map from keys to JSON values. Keys may contain dots: {@code app.version} is found whether it was stored under that
 * key, or as the member {@code version} of the object {@code app}. Thread-safe.
 */
public final class Store {

    /** Stands for a stored {@code null}, which a concurrent map cannot hold. */
    private static final Object NULL = new Object();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Object> values = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public Store() {
        this(Map.of());
    }

    /**
     * Creates a store with content.
     *
     * @param content the first content; copied
     */
    public Store(Map<String, ? extends @Nullable Object> content) {
        content.forEach(this::put);
    }

    /**
     * Reads a value by its key.
     *
     * @param key the key, which may contain dots
     * @return the JSON value, or null when absent
     */
    public @Nullable Object get(String key) {
        return find(List.of(key.split("\\.", -1)));
    }

    /**
     * Reads a value by the names it is addressed with. The longest key that the names spell is looked up first, and the
     * names that are left lead into its value; when they lead nowhere, the next shorter key is tried.
     *
     * @param names at least one name
     * @return the JSON value, or null when absent
     */
    public @Nullable Object find(List<String> names) {
        for (int used = names.size(); used > 0; used--) {
            String key = used == 1 ? names.get(0) : String.join(".", names.subList(0, used));
            Object value = values.get(key);
            if (used == names.size() && value != null) {
                return value == NULL ? null : value;
            }
            Object inside = descend(value, names.subList(used, names.size()));
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private static @Nullable Object descend(@Nullable Object value, List<String> names) {
        Object found = value;
        for (String name : names) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return found;
    }

    /**
     * Stores a value under a key, in place of the one before.
     *
     * @param key the key, kept as it is even when it contains dots
     * @param value a value that {@link Json#valueOf} understands
     */
    public void put(String key, @Nullable Object value) {
        Object json = Json.valueOf(value);
        atomically(() -> values.put(key, json == null ? NULL : json));
    }

    /**
     * Removes a key.
     *
     * @param key the key
     * @return true when it was there
     */
    public boolean remove(String key) {
        return atomically(() -> values.remove(key) != null);
    }

    void clear() {
        atomically(() -> {
            values.clear();
            return true;
        });
    }

    /**
     * Runs reads and writes that belong together; no other thread writes in between.
     *
     * @param <T> the type of the result
     * @param work what to do
     * @return what the work returned
     */
    public <T extends @Nullable Object> T atomically(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** {@return a copy of the whole content, sorted by key} */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> copy = new TreeMap<>();
        values.forEach((key, value) -> copy.put(key, value == NULL ? null : value));
        return copy;
    }
}
