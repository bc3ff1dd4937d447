package io.mockarty.perf.report;

/**
 * How far a figure may move from one run to the next before the comparison fails.
 *
 * @param metric the metric or submetric, such as {@code http_req_duration{name:login}}
 * @param stat the figure of it as reports name it, such as {@code p95}
 * @param change the furthest it may move, in percent or in milliseconds: above zero the figure may rise by that much,
 *     below zero it may fall by that much
 * @param relative whether the change is in percent
 * @param text the limit as it was given
 */
public record RegressionLimit(String metric, String stat, double change, boolean relative, String text) {

    static final String DEFAULT_METRIC = "http_req_duration";

    /**
     * Reads {@code [metric.]stat:+N%}, where the sign may also be a minus and the unit {@code ms}, as in
     * {@code p(95):+10%}, {@code http_reqs.rate:-5%} and {@code http_req_waiting.avg:+20ms}.
     *
     * @param text the limit; without a metric it is one of {@code http_req_duration}
     * @return the limit
     * @throws MalformedLimitException when it cannot be understood; the message points at the character
     */
    public static RegressionLimit parse(String text) {
        return new LimitParser(text).parse();
    }

    /** Whether a figure moved too far. */
    boolean isBrokenBy(double before, double after) {
        if (change < 0 || isNegativeZero()) {
            return relative ? after < before - Math.abs(before) * -change / 100 : after - before < change;
        }
        return relative ? after > before + Math.abs(before) * change / 100 : after - before > change;
    }

    /** {@code -0%} says that it may not fall at all. */
    private boolean isNegativeZero() {
        return Double.compare(change, -0.0) == 0;
    }
}
