package io.mockarty.repository;

import org.jspecify.annotations.Nullable;

/**
 * Names one store of a namespace. Immutable and thread-safe.
 *
 * @param chainId the chain whose store it is, or null for the global one
 */
public record StoreId(@Nullable String chainId) {

    /** The literal of the global store. */
    private static final String GLOBAL = "global";

    private static final String CHAIN = "chain:";

    /** {@return the store that all mocks of a namespace share} */
    public static StoreId global() {
        return new StoreId(null);
    }

    /**
     * Names the store of a chain.
     *
     * @param chainId the chain
     * @return its store
     */
    public static StoreId chain(String chainId) {
        return new StoreId(chainId);
    }

    /** {@return the store as text, as it stands in {@link Change#id}: {@code global} or {@code chain:<id>}} */
    public String literal() {
        return chainId == null ? GLOBAL : CHAIN + chainId;
    }

    /**
     * Reads what {@link #literal} wrote.
     *
     * @param literal the text
     * @return the store
     */
    public static StoreId of(String literal) {
        return literal.startsWith(CHAIN) ? chain(literal.substring(CHAIN.length())) : global();
    }
}
