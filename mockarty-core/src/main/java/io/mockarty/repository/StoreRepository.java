package io.mockarty.repository;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The contents of the stores. Thread-safe. */
public interface StoreRepository {

    /**
     * Reads a store.
     *
     * @param namespace the namespace
     * @param store the store
     * @return its content, sorted by key; not to be changed; empty for a store that nobody wrote to
     */
    Map<String, @Nullable Object> content(String namespace, StoreId store);

    /**
     * Reads and writes a store in one step: nobody else writes to it in between, on this node or any other.
     *
     * @param <T> the type of the result
     * @param namespace the namespace, made when it does not exist
     * @param store the store
     * @param work what to do; run again when the database asks for it, and free of other effects
     * @return what the work returned; when it throws, nothing is written
     */
    <T extends @Nullable Object> T update(String namespace, StoreId store, Function<StoreTransaction, T> work);
}
