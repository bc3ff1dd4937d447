package io.mockarty.perf.threshold;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whether a threshold was achieved.
 *
 * @param threshold the threshold
 * @param actual what the figure is; 0 when the metric has no samples
 * @param ok whether it was achieved
 */
public record ThresholdResult(Threshold threshold, double actual, boolean ok) {

    /** {@return the name of the metric or submetric} */
    public String metric() {
        return threshold.metric().toString();
    }

    /** {@return the expression as it was written} */
    public String expression() {
        return threshold.expression().text();
    }

    /** {@return the result in a line, such as {@code PASS [http_req_duration] avg < 200: actual=87.34}} */
    public String line() {
        return (ok ? "PASS " : "FAIL ") + threshold + ": actual="
                + String.format(Locale.ROOT, "%.2f", actual == 0 ? 0.0 : actual);
    }

    /**
     * {@return the lines of some results below a heading that says whether all were achieved; empty when there are
     * none}
     *
     * @param results the results
     */
    public static String table(List<ThresholdResult> results) {
        if (results.isEmpty()) {
            return "";
        }
        String heading =
                results.stream().allMatch(ThresholdResult::ok) ? "All thresholds passed:\n" : "Threshold violations:\n";
        return results.stream().map(result -> result.line() + "\n").collect(Collectors.joining("", heading, ""));
    }
}
