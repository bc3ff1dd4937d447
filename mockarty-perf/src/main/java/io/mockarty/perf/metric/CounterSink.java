package io.mockarty.perf.metric;

/** Adds up. */
final class CounterSink extends Sink {

    private final ExactSum sum = new ExactSum();
    private long count;

    @Override
    void add(double value) {
        sum.add(value);
        count++;
    }

    @Override
    void addAll(Sink other) {
        CounterSink counter = (CounterSink) other;
        sum.add(counter.sum);
        count += counter.count;
    }

    @Override
    MetricSummary summary() {
        return new MetricSummary.Count(sum.value());
    }

    @Override
    long count() {
        return count;
    }
}
