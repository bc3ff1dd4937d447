package io.mockarty.perf.report;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.Tags;

/** How samples are written to a file. Used by one thread. */
interface SampleFormat {

    /** Writes what stands before all samples. */
    void begin(StringBuilder out);

    /** Writes a sample. */
    void write(StringBuilder out, Sample sample);

    /**
     * A sample.
     *
     * @param metric what was measured
     * @param value the value
     * @param tags where it comes from
     * @param epochMillis when
     */
    record Sample(Metric metric, double value, Tags tags, long epochMillis) {}
}
