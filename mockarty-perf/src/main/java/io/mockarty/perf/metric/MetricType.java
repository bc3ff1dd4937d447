package io.mockarty.perf.metric;

/** How the samples of a metric are summed up; the same four as in k6. */
public enum MetricType {
    /** The sum of what was added. */
    COUNTER,
    /** The latest value, with the least and the greatest. */
    GAUGE,
    /** The share of samples that are not zero. */
    RATE,
    /** The distribution of the samples: least, greatest, mean, percentiles. */
    TREND;

    /** {@return the name that reports use, such as {@code counter}} */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
