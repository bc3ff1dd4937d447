package io.mockarty.perf.metric;

/** Gets every single sample of a run. Called by many threads at once; must be quick and not throw. */
public interface SampleListener {

    /**
     * Takes a sample.
     *
     * @param metric what was measured
     * @param value the value
     * @param tags where it comes from
     * @param epochMillis when, in milliseconds since 1970
     */
    void sample(Metric metric, double value, Tags tags, long epochMillis);
}
