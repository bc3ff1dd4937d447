package io.mockarty.perf.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as JSON has them. */
final class Numbers {

    private static final int DECIMALS = 6;
    private static final double LARGEST_WHOLE = 1e15;

    private Numbers() {}

    /** Whole numbers without decimals, others with at most six of them. */
    static Number plain(double value) {
        if (!Double.isFinite(value)) {
            return finite(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            return (long) value;
        }
        double rounded = rounded(value, DECIMALS).doubleValue();
        return rounded == Math.rint(rounded) && Math.abs(rounded) < LARGEST_WHOLE ? (Number) (long) rounded : rounded;
    }

    static BigDecimal rounded(double value, int decimals) {
        return finite(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    static BigDecimal truncated(double value, int decimals) {
        return finite(value).setScale(decimals, RoundingMode.DOWN);
    }

    /** Figures of extreme samples may be beyond all numbers; a report has to have one nevertheless. */
    private static BigDecimal finite(double value) {
        return Double.isNaN(value)
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value)));
    }

    /** Digits without zeros at the end, and never with an exponent. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
