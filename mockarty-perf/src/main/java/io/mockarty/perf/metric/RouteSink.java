package io.mockarty.perf.metric;

/** Requests of one route. Not thread-safe. */
final class RouteSink {

    private static final double TOLERATED = 4;

    private final double threshold;
    private final TrendSink durations = new TrendSink();
    private long satisfied;
    private long tolerating;
    private long failed;

    RouteSink(double threshold) {
        this.threshold = threshold;
    }

    void add(double milliseconds, boolean unsuccessful) {
        durations.add(milliseconds);
        if (unsuccessful) {
            failed++;
        } else if (milliseconds <= threshold) {
            satisfied++;
        } else if (milliseconds <= TOLERATED * threshold) {
            tolerating++;
        }
    }

    void addAll(RouteSink other) {
        durations.addAll(other.durations);
        satisfied += other.satisfied;
        tolerating += other.tolerating;
        failed += other.failed;
    }

    RouteSummary summary(String name) {
        MetricSummary.Distribution distribution = (MetricSummary.Distribution) durations.summary();
        long frustrated = durations.count() - satisfied - tolerating;
        return new RouteSummary(name, distribution, failed, new Apdex(satisfied, tolerating, frustrated, threshold));
    }
}
