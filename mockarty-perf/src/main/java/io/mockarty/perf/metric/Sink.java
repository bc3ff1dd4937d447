package io.mockarty.perf.metric;

/** Where samples of one metric are summed up. Not thread-safe; whoever shares one locks around it. */
abstract sealed class Sink permits CounterSink, GaugeSink, RateSink, TrendSink {

    static Sink of(MetricType type) {
        return switch (type) {
            case COUNTER -> new CounterSink();
            case GAUGE -> new GaugeSink();
            case RATE -> new RateSink();
            case TREND -> new TrendSink();
        };
    }

    abstract void add(double value);

    /** Takes in what another sink of the same type holds. */
    abstract void addAll(Sink other);

    /** What it holds now. */
    abstract MetricSummary summary();

    /** How many samples it holds. */
    abstract long count();
}
