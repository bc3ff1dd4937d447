package io.mockarty.perf.metric;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of samples: as they are while there are few, then in histograms with three digits. The result
 * depends neither on the order of the samples nor on how they were spread over sinks that are added up later.
 *
 * <p>Histograms count in millionths and reach to 9e12; what is beyond counts as the end. Least, greatest and mean are
 * not affected by that.
 */
final class TrendSink extends Sink {

    /** So many samples are kept as they are. */
    static final int EXACT = 10_000;

    private static final int DIGITS = 3;
    private static final double MILLION = 1e6;
    private static final double REACH = 9e12;

    private final ExactSum sum = new ExactSum();
    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double @Nullable [] exact = new double[16];
    private @Nullable Histogram positive;
    private @Nullable Histogram negative;

    @Override
    void add(double value) {
        double[] kept = exact;
        if (kept == null) {
            record(value);
        } else {
            if (count == kept.length) {
                kept = grow(kept);
            }
            if (kept == null) {
                record(value);
            } else {
                kept[(int) count] = value;
            }
        }
        count++;
        sum.add(value);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    private double @Nullable [] grow(double[] kept) {
        if (kept.length >= EXACT) {
            spill();
            return null;
        }
        exact = Arrays.copyOf(kept, Math.min(EXACT, kept.length * 4));
        return exact;
    }

    private void spill() {
        double[] kept = exact;
        exact = null;
        if (kept != null) {
            for (int i = 0; i < count; i++) {
                record(kept[i]);
            }
        }
    }

    private void record(double value) {
        if (value >= 0) {
            if (positive == null) {
                positive = new Histogram(DIGITS);
            }
            positive.recordValue(units(value));
        } else {
            if (negative == null) {
                negative = new Histogram(DIGITS);
            }
            negative.recordValue(units(-value));
        }
    }

    private static long units(double value) {
        return (long) (Math.min(value, REACH) * MILLION);
    }

    @Override
    void addAll(Sink other) {
        TrendSink trend = (TrendSink) other;
        double[] kept = exact;
        double[] more = trend.exact;
        if (kept != null && more != null && count + trend.count <= EXACT) {
            int needed = (int) (count + trend.count);
            if (needed > kept.length) {
                kept = Arrays.copyOf(kept, needed);
                exact = kept;
            }
            System.arraycopy(more, 0, kept, (int) count, (int) trend.count);
        } else {
            spill();
            recordAll(trend);
        }
        count += trend.count;
        sum.add(trend.sum);
        min = Math.min(min, trend.min);
        max = Math.max(max, trend.max);
    }

    private void recordAll(TrendSink trend) {
        double[] more = trend.exact;
        for (int i = 0; more != null && i < trend.count; i++) {
            record(more[i]);
        }
        if (trend.positive != null) {
            if (positive == null) {
                positive = new Histogram(DIGITS);
            }
            positive.add(trend.positive);
        }
        if (trend.negative != null) {
            if (negative == null) {
                negative = new Histogram(DIGITS);
            }
            negative.add(trend.negative);
        }
    }

    @Override
    MetricSummary summary() {
        double[] kept = exact;
        if (kept != null) {
            double[] sorted = Arrays.copyOf(kept, (int) count);
            Arrays.sort(sorted);
            return MetricSummary.Distribution.exact(sorted, sum.value());
        }
        return MetricSummary.Distribution.counted(
                new MetricSummary.Extent(count, sum.value(), min, max), copy(positive), copy(negative));
    }

    private static @Nullable Histogram copy(@Nullable Histogram histogram) {
        return histogram == null ? null : histogram.copy();
    }

    @Override
    long count() {
        return count;
    }
}
