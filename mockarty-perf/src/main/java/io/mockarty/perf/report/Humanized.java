package io.mockarty.perf.report;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricSummary.Share;
import io.mockarty.perf.metric.ValueKind;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
final class Humanized {

    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final double THOUSAND = 1_000;
    private static final int DECIMALS = 6;

    private static final double SECOND = 1e3;
    private static final double MINUTE = 60e3;

    /** What a millisecond is in the units that {@code summaryTimeUnit} knows. */
    private static final Map<String, Double> PER_MILLI = Map.of("s", 1e-3, "ms", 1.0, "us", 1e3);

    private final @Nullable String timeUnit;

    /**
     * Creates the format.
     *
     * @param timeUnit {@code s}, {@code ms} or {@code us} for all times, or null for what suits each
     */
    Humanized(@Nullable String timeUnit) {
        this.timeUnit = timeUnit;
    }

    String value(Metric metric, double value) {
        if (metric.kind() == ValueKind.TIME) {
            return time(value);
        }
        return metric.kind() == ValueKind.DATA ? bytes(value) : number(value);
    }

    static String number(double value) {
        return Numbers.text(Numbers.rounded(value, DECIMALS));
    }

    /** A share in percent, cut off after two decimals, so that 100 % means all of them. */
    static String percent(long part, long whole) {
        BigDecimal hundredths = whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).movePointRight(4).divideToIntegralValue(BigDecimal.valueOf(whole));
        return hundredths
                        .setScale(0, java.math.RoundingMode.DOWN)
                        .movePointLeft(2)
                        .setScale(2) + "%";
    }

    static String percent(Share share) {
        return percent(share.passes(), share.passes() + share.fails());
    }

    static String bytes(double value) {
        double rest = value;
        int unit = 0;
        while (Math.abs(rest) >= THOUSAND && unit < BYTES.length - 1) {
            rest /= THOUSAND;
            unit++;
        }
        boolean small = Math.abs(rest) < 10;
        if (unit == 0 && small) {
            return Numbers.text(Numbers.rounded(rest, 2)) + " B";
        }
        return Numbers.rounded(rest, small ? 1 : 0).toPlainString() + " " + BYTES[unit];
    }

    String time(double millis) {
        Double factor = timeUnit == null ? null : PER_MILLI.get(timeUnit);
        if (factor != null) {
            return Numbers.rounded(millis * factor, 2).toPlainString() + (factor > 1 ? "µs" : timeUnit);
        }
        return millis < 0 ? "-" + suitable(-millis) : suitable(millis);
    }

    private static String suitable(double millis) {
        if (millis == 0) {
            return "0s";
        }
        if (millis < 1e-3) {
            return cut(millis * 1e6, 0) + "ns";
        }
        if (millis < 1) {
            return cut(millis * 1e3, 2) + "µs";
        }
        if (millis < SECOND) {
            return cut(millis, 2) + "ms";
        }
        long minutes = (long) (millis / MINUTE);
        String seconds = cut(millis % MINUTE / SECOND, minutes == 0 ? 2 : 0) + "s";
        if (minutes == 0) {
            return seconds;
        }
        long hours = minutes / 60;
        return (hours == 0 ? "" : hours + "h") + minutes % 60 + "m" + seconds;
    }

    private static String cut(double value, int decimals) {
        return Numbers.text(Numbers.truncated(value, decimals));
    }
}
