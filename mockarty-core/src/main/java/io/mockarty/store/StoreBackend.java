package io.mockarty.store;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a {@link Store} keeps its values. Thread-safe. */
public interface StoreBackend {

    /**
     * Reads a value.
     *
     * @param key the whole key
     * @return the JSON value; null when it is null or absent
     */
    @Nullable
    Object get(String key);

    /**
     * Tells whether a key has a value, which may be null.
     *
     * @param key the whole key
     * @return true when it has
     */
    boolean has(String key);

    /** {@return a copy of the whole content, sorted by key} */
    Map<String, @Nullable Object> content();

    /**
     * Stores a value in place of the one before.
     *
     * @param key the whole key
     * @param value the JSON value
     */
    void put(String key, @Nullable Object value);

    /**
     * Removes a key.
     *
     * @param key the whole key
     * @return true when it was there
     */
    boolean remove(String key);

    /**
     * Runs reads and writes that belong together; nobody else writes in between.
     *
     * @param <T> the type of the result
     * @param work gets the backend to read from and write to
     * @return what the work returned
     */
    <T extends @Nullable Object> T update(Function<StoreBackend, T> work);
}
