package io.mockarty.blob;

/** A key under which a store has nothing. */
public final class BlobNotFoundException extends BlobStoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param store where it was looked for, as {@link BlobStore#name} says it
     * @param key the key
     */
    public BlobNotFoundException(String store, String key) {
        super(store, key, "not found (expected: the key of a blob; list shows those there are)");
    }
}
