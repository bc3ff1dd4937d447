package io.mockarty.perf.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The options there are. */
final class OptionNames {

    private static final Set<String> KNOWN = Set.of(
            "vus",
            "duration",
            "iterations",
            "rps",
            "maxVUs",
            "stages",
            "scenarios",
            "thresholds",
            "abortCriteria",
            "gracefulStop",
            "setupTimeout",
            "teardownTimeout",
            "minIterationDuration",
            "noSetup",
            "noTeardown",
            "tags",
            "apdexT",
            "seed",
            "summaryTrendStats",
            "summaryTimeUnit",
            "batch",
            "batchPerHost",
            "blacklistIPs",
            "blockHostnames",
            "discardResponseBodies",
            "hosts",
            "insecureSkipTLSVerify",
            "maxRedirects",
            "noConnectionReuse",
            "noCookiesReset",
            "noVUConnectionReuse",
            "throw",
            "tlsAuth",
            "tlsCipherSuites",
            "tlsVersion",
            "userAgent",
            "cloud",
            "ext");

    /** Options of k6 that people should not think were heeded. */
    private static final Set<String> OF_K6_ONLY = Set.of(
            "dns",
            "httpDebug",
            "systemTags",
            "localIPs",
            "executionSegment",
            "executionSegmentSequence",
            "paused",
            "noThresholds",
            "noSummary",
            "noUsageReport",
            "linger");

    private OptionNames() {}

    /** A sentence for each name that has no effect. */
    static List<String> unknown(Collection<String> names) {
        return new TreeSet<>(names)
                .stream()
                        .filter(name -> !KNOWN.contains(name))
                        .map(name -> OF_K6_ONLY.contains(name)
                                ? "options." + name + " is an option of k6 that has no effect here"
                                : "options." + name + " is not known and has no effect" + hint(name))
                        .toList();
    }

    private static String hint(String name) {
        return Stream.concat(KNOWN.stream(), OF_K6_ONLY.stream())
                .filter(known -> distance(known, name) <= Math.max(1, known.length() / 3))
                .min(Comparator.comparingInt((String known) -> distance(known, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
    }

    /** How many letters to insert, delete or replace; capitals do not matter. */
    private static int distance(String known, String name) {
        String a = known.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
