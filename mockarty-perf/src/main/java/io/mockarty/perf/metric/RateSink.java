package io.mockarty.perf.metric;

/** Counts how many samples are not zero. */
final class RateSink extends Sink {

    private long passes;
    private long count;

    @Override
    void add(double value) {
        count++;
        if (value != 0) {
            passes++;
        }
    }

    @Override
    void addAll(Sink other) {
        RateSink rate = (RateSink) other;
        passes += rate.passes;
        count += rate.count;
    }

    @Override
    MetricSummary summary() {
        return new MetricSummary.Share(passes, count - passes);
    }

    @Override
    long count() {
        return count;
    }
}
