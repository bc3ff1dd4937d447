package io.mockarty.perf.metric;

/**
 * A sum that does not depend on the order of its terms: whole numbers and billionths are summed apart. Terms are taken
 * to nine decimals, and to ±9e18 in all.
 */
final class ExactSum {

    private static final double BILLION = 1e9;

    private long whole;
    private long billionths;

    void add(double value) {
        double floor = Math.floor(value);
        whole += (long) floor;
        billionths += Math.round((value - floor) * BILLION);
    }

    void add(ExactSum other) {
        whole += other.whole;
        billionths += other.billionths;
    }

    double value() {
        return whole + billionths / BILLION;
    }
}
