package io.mockarty.perf.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run comes down to.
 *
 * @param kind {@code good}, {@code bad} or {@code fair}; what the page colours it by
 * @param word one word
 * @param reason a sentence, without a full stop
 */
record Verdict(String kind, String word, String reason) {

    static Verdict of(ReportNode report) {
        List<ReportNode> thresholds = report.nodes("thresholds");
        long broken =
                thresholds.stream().filter(threshold -> !threshold.flag("ok")).count();
        List<String> reasons = new ArrayList<>();
        if (broken > 0) {
            reasons.add(broken + " of " + count(thresholds.size(), "threshold") + " crossed");
        } else if (!thresholds.isEmpty()) {
            reasons.add(
                    thresholds.size() == 1 ? "The threshold held" : "All " + thresholds.size() + " thresholds held");
        }
        long failing = report.nodes("checks").stream()
                .filter(check -> check.number("fails") > 0)
                .count();
        if (failing > 0) {
            reasons.add(count(failing, "check") + " failed at times");
        }
        if (report.has("stoppedReason")) {
            reasons.add("stopped early by " + report.text("stoppedReason"));
        }
        String reason = String.join(" · ", reasons);
        if (broken > 0 || report.text("status").equals("failed")) {
            return new Verdict("bad", "Failed", reason.isEmpty() ? "The run ended with an error" : reason);
        }
        if (report.text("status").equals("stopped") || report.has("stoppedReason")) {
            return new Verdict("fair", "Stopped", reason);
        }
        if (thresholds.isEmpty()) {
            return new Verdict(
                    failing > 0 ? "fair" : "good", "Completed", reason.isEmpty() ? "No thresholds were set" : reason);
        }
        return new Verdict("good", "Passed", reason);
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
