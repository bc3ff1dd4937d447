package io.mockarty.perf.metric;

/** What the numbers of a metric stand for; reports print them accordingly. k6 calls it {@code contains}. */
public enum ValueKind {
    /** Plain numbers. */
    DEFAULT,
    /** Milliseconds. */
    TIME,
    /** Bytes. */
    DATA;

    /** {@return the name that reports use, such as {@code time}} */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
