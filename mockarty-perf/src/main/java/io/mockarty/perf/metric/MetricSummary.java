package io.mockarty.perf.metric;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What the samples of a metric come to. Immutable. */
public sealed interface MetricSummary {

    /** {@return how many samples there are; for a counter their sum} */
    double count();

    /**
     * The sum of a counter.
     *
     * @param count the sum
     */
    record Count(double count) implements MetricSummary {}

    /**
     * The latest value of a gauge.
     *
     * @param value the latest
     * @param min the least
     * @param max the greatest
     */
    record Level(double value, double min, double max) implements MetricSummary {

        @Override
        public double count() {
            return value;
        }
    }

    /**
     * The share of samples that are not zero.
     *
     * @param passes how many are not zero
     * @param fails how many are zero
     */
    record Share(long passes, long fails) implements MetricSummary {

        @Override
        public double count() {
            return passes + fails;
        }

        /** {@return the share from 0 to 1; 0 when there are no samples} */
        public double rate() {
            return passes + fails == 0 ? 0 : (double) passes / (passes + fails);
        }
    }

    /**
     * How many there are and how far they reach.
     *
     * @param count how many
     * @param sum their sum
     * @param min the least
     * @param max the greatest
     */
    record Extent(long count, double sum, double min, double max) {}

    /** The distribution of the samples of a trend. All figures are 0 when there are none. */
    final class Distribution implements MetricSummary {

        private static final double MILLION = 1e6;

        private final Extent extent;
        private final double[] sorted;
        private final @Nullable Histogram positive;
        private final @Nullable Histogram negative;

        private Distribution(
                Extent extent, double[] sorted, @Nullable Histogram positive, @Nullable Histogram negative) {
            this.extent = extent;
            this.sorted = sorted;
            this.positive = positive;
            this.negative = negative;
        }

        static Distribution exact(double[] sorted, double sum) {
            Extent extent = sorted.length == 0
                    ? new Extent(0, 0, 0, 0)
                    : new Extent(sorted.length, sum, sorted[0], sorted[sorted.length - 1]);
            return new Distribution(extent, sorted, null, null);
        }

        static Distribution counted(Extent extent, @Nullable Histogram positive, @Nullable Histogram negative) {
            return new Distribution(extent, new double[0], positive, negative);
        }

        @Override
        public double count() {
            return extent.count();
        }

        /** {@return the sum} */
        public double sum() {
            return extent.sum();
        }

        /** {@return the least} */
        public double min() {
            return extent.min();
        }

        /** {@return the greatest} */
        public double max() {
            return extent.max();
        }

        /** {@return the mean} */
        public double mean() {
            return extent.count() == 0 ? 0 : extent.sum() / extent.count();
        }

        /** {@return the median} */
        public double median() {
            return percentile(50);
        }

        /**
         * {@return the value that a share of the samples does not exceed}: interpolated between neighbours when all
         * samples are known, as k6 does, and otherwise exact to three digits.
         *
         * @param percent from 0 to 100
         */
        public double percentile(double percent) {
            if (extent.count() == 0) {
                return 0;
            }
            if (sorted.length > 0) {
                double index = percent / 100 * (sorted.length - 1);
                int low = (int) Math.floor(index);
                int high = (int) Math.ceil(index);
                return sorted[low] + (sorted[high] - sorted[low]) * (index - low);
            }
            return Math.max(extent.min(), Math.min(extent.max(), counted(percent)));
        }

        private double counted(double percent) {
            long below = negative == null ? 0 : negative.getTotalCount();
            double rank = percent / 100 * extent.count();
            if (negative != null && rank <= below) {
                return -negative.getValueAtPercentile(100 * (below - rank) / below) / MILLION;
            }
            return positive == null
                    ? 0
                    : positive.getValueAtPercentile(100 * (rank - below) / positive.getTotalCount()) / MILLION;
        }

        /** {@return how far the samples lie from the mean (standard deviation of all of them)} */
        public double deviation() {
            if (extent.count() == 0) {
                return 0;
            }
            double mean = mean();
            double squares = 0;
            for (double value : sorted) {
                squares += (value - mean) * (value - mean);
            }
            squares += squares(positive, 1, mean) + squares(negative, -1, mean);
            return Math.sqrt(squares / extent.count());
        }

        private static double squares(@Nullable Histogram histogram, int sign, double mean) {
            double squares = 0;
            if (histogram != null) {
                for (var step : histogram.recordedValues()) {
                    double middle = sign * histogram.medianEquivalentValue(step.getValueIteratedTo()) / MILLION;
                    squares += (middle - mean) * (middle - mean) * step.getCountAtValueIteratedTo();
                }
            }
            return squares;
        }
    }
}
