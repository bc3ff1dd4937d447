package io.mockarty.repository.migration;

/**
 * Which migrations a schema has seen. Immutable and thread-safe.
 *
 * @param number the number of the last migration that was applied; 0 for none
 * @param dirty true when that migration was begun, up or down, and did not end
 */
public record SchemaVersion(long number, boolean dirty) {

    /** {@return the number, with {@code (dirty)} after it when it is} */
    @Override
    public String toString() {
        return dirty ? number + " (dirty)" : String.valueOf(number);
    }
}
