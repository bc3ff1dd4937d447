package io.mockarty.match;

/**
 * One thing about a request that differs from what a mock wants.
 *
 * @param field what differs: {@code method}, {@code path}, {@code header X-Tier}, {@code query page} or a body path
 * @param expected what the mock wants, in words
 * @param actual what the request has
 */
public record Mismatch(String field, String expected, String actual) {

    /** {@return true when the difference is in the body, or in what is read by a body path} */
    public boolean isInBody() {
        return !field.equals("method")
                && !field.equals("path")
                && !field.startsWith("header ")
                && !field.startsWith("query ");
    }

    /** {@return the mismatch as {@code field: expected ..., was ...}} */
    @Override
    public String toString() {
        return field + ": expected " + expected + ", was " + actual;
    }
}
