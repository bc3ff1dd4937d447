package io.mockarty.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The stores of one namespace: a global one, and one per chain of mocks. Thread-safe. */
public final class Stores {

    private final Store global;
    private final Function<String, Store> newChain;
    private final Map<String, Store> chains = new ConcurrentHashMap<>();

    /** Creates empty stores in memory. */
    public Stores() {
        this(new Store(), chainId -> new Store());
    }

    /**
     * Creates stores whose values are kept elsewhere.
     *
     * @param global the store that all mocks share
     * @param newChain makes the store of a chain, from the id of the chain; asked once for each
     */
    public Stores(Store global, Function<String, Store> newChain) {
        this.global = global;
        this.newChain = newChain;
    }

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
        return chains.computeIfAbsent(chainId, newChain);
    }

    /** Empties the global store and those chains that were asked for here. */
    public void clear() {
        global.clear();
        chains.values().forEach(Store::clear);
        chains.clear();
    }
}
