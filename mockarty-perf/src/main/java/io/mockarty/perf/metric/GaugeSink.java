package io.mockarty.perf.metric;

/** Keeps the latest value, the least and the greatest. */
final class GaugeSink extends Sink {

    private long count;
    private long lastAt;
    private double last;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    @Override
    void add(double value) {
        count++;
        lastAt = System.nanoTime();
        last = value;
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    @Override
    void addAll(Sink other) {
        GaugeSink gauge = (GaugeSink) other;
        if (gauge.count > 0 && (count == 0 || gauge.lastAt - lastAt > 0)) {
            last = gauge.last;
            lastAt = gauge.lastAt;
        }
        count += gauge.count;
        min = Math.min(min, gauge.min);
        max = Math.max(max, gauge.max);
    }

    @Override
    MetricSummary summary() {
        return count == 0 ? new MetricSummary.Level(0, 0, 0) : new MetricSummary.Level(last, min, max);
    }

    @Override
    long count() {
        return count;
    }
}
