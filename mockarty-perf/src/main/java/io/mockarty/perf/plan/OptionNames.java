package io.mockarty.perf.plan;

import io.mockarty.perf.text.Suggestions;
import java.util.Collection;
import java.util.List;
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
        List<String> known = Stream.concat(KNOWN.stream(), OF_K6_ONLY.stream()).toList();
        return Suggestions.nearest(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }
}
