package io.mockarty.blob;

/**
 * A store that could not be reached, or refused. The message names the store, the key and what to do next, and no
 * secret. What a failed {@link BlobStore#put} was to replace is still there, whole.
 */
public class BlobStoreException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param store what failed, as {@link BlobStore#name} says it
     * @param key the key, or a prefix of keys; empty when none is meant
     * @param problem what is wrong, and what to do next
     */
    public BlobStoreException(String store, String key, String problem) {
        super(message(store, key, problem));
    }

    /**
     * Creates the exception with its cause.
     *
     * @param store what failed, as {@link BlobStore#name} says it
     * @param key the key, or a prefix of keys; empty when none is meant
     * @param problem what is wrong, and what to do next
     * @param cause what was caught
     */
    public BlobStoreException(String store, String key, String problem, Throwable cause) {
        super(message(store, key, problem), cause);
    }

    private static String message(String store, String key, String problem) {
        return key.isEmpty() ? store + ": " + problem : store + ": " + key + ": " + problem;
    }
}
