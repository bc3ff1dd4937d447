package io.mockarty.repository;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One store while nobody else writes to it. Used by one thread, and not after the update it was made for. */
public interface StoreTransaction {

    /**
     * Tells whether a key has a value, which may be null.
     *
     * @param key the key
     * @return true when it has
     */
    boolean has(String key);

    /**
     * Reads a value.
     *
     * @param key the key
     * @return the JSON value; null when it is null or absent
     */
    @Nullable
    Object get(String key);

    /** {@return a copy of the whole content, sorted by key} */
    Map<String, @Nullable Object> content();

    /**
     * Stores a value in place of the one before.
     *
     * @param key the key
     * @param value the JSON value
     */
    void put(String key, @Nullable Object value);

    /**
     * Removes a key.
     *
     * @param key the key
     * @return true when it was there
     */
    boolean remove(String key);
}
