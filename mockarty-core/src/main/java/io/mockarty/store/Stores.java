package io.mockarty.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The stores of one namespace: a global one, and one per chain of mocks. Thread-safe. */
public final class Stores {

    private final Store global = new Store();
    private final Map<String, Store> chains = new ConcurrentHashMap<>();

    /** Creates empty stores. */
    public Stores() {}

    /** {@return the store that all mocks of the namespace share, {@code $.gS}} */
    public Store global() {
        return global;
    }

    /**
     * Returns the store that the mocks of a chain share, {@code $.cS}; made when first asked for.
     *
     * @param chainId the chain
     * @return its store
     */
    public Store chain(String chainId) {
        return chains.computeIfAbsent(chainId, id -> new Store());
    }

    /** Empties all stores. */
    public void clear() {
        global.clear();
        chains.clear();
    }
}
