package io.mockarty.store;

import io.mockarty.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map from keys to JSON values. Keys may contain dots: {@code app.version} is found whether it was stored under that
 * key, or as the member {@code version} of the object {@code app}. Thread-safe.
 */
public final class Store {

    private final StoreBackend backend;

    /** Creates an empty store in memory. */
    public Store() {
        this(Map.of());
    }

    /**
     * Creates a store in memory with content.
     *
     * @param content the first content; copied
     */
    public Store(Map<String, ? extends @Nullable Object> content) {
        this(new LocalBackend());
        content.forEach(this::put);
    }

    /**
     * Creates a store whose values are kept elsewhere.
     *
     * @param backend where
     */
    public Store(StoreBackend backend) {
        this.backend = backend;
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
            Object inside = descend(backend.get(key), names.subList(used, names.size()));
            if (inside != null || used == names.size() && backend.has(key)) {
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
        backend.put(key, Json.valueOf(value));
    }

    /**
     * Removes a key.
     *
     * @param key the key
     * @return true when it was there
     */
    public boolean remove(String key) {
        return backend.remove(key);
    }

    void clear() {
        backend.update(locked -> {
            locked.content().keySet().forEach(locked::remove);
            return true;
        });
    }

    /**
     * Runs reads and writes that belong together; nobody else writes in between.
     *
     * @param <T> the type of the result
     * @param work gets the store to read from and write to, which is to be used nowhere else; it may be run again when
     *     the store is in a database, so it should have no other effects
     * @return what the work returned; when it throws, a store in a database is as it was before
     */
    public <T extends @Nullable Object> T update(Function<Store, T> work) {
        return backend.update(locked -> work.apply(locked == backend ? this : new Store(locked)));
    }

    /** {@return a copy of the whole content, sorted by key} */
    public Map<String, @Nullable Object> asMap() {
        return backend.content();
    }
}
