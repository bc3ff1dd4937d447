package io.mockarty.match;

/**
 * One thing about a request that differs from what a mock wants.
 *
 * @param field what differs: {@code method}, {@code path}, {@code header X-Tier}, {@code query page} or a body path
 * @param expected what the mock wants, in words
 * @param actual what the request has
 */
public record Mismatch(String field, String expected, String actual) {

    /** {@return the mismatch as {@code field: expected ..., was ...}} */
    @Override
    public String toString() {
        return field + ": expected " + expected + ", was " + actual;
    }
}
