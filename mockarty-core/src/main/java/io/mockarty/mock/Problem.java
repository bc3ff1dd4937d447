package io.mockarty.mock;

/**
 * One thing that is wrong with a document.
 *
 * @param path where, such as {@code http.conditions[2].assertAction}
 * @param value what stands there, in short
 * @param expected what should stand there
 */
public record Problem(String path, String value, String expected) {

    /** {@return the problem as {@code path: value (expected: ...)}} */
    @Override
    public String toString() {
        return path + ": " + value + " (expected: " + expected + ")";
    }
}
