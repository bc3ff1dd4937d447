package io.mockarty.perf.plan;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

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
            "systemTags",
            "apdexT",
            "seed",
            "summaryTrendStats",
            "summaryTimeUnit",
            "batch",
            "batchPerHost",
            "blacklistIPs",
            "blockHostnames",
            "discardResponseBodies",
            "dns",
            "hosts",
            "httpDebug",
            "insecureSkipTLSVerify",
            "localIPs",
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
            "ext",
            "executionSegment",
            "executionSegmentSequence",
            "paused",
            "rpsLimit",
            "noThresholds",
            "linger");

    private OptionNames() {}

    /** A sentence for each name that is no option. */
    static List<String> unknown(Collection<String> names) {
        return new TreeSet<>(names)
                .stream()
                        .filter(name -> !KNOWN.contains(name))
                        .map(name -> "options." + name + " is not known and has no effect"
                                + KNOWN.stream()
                                        .filter(known -> alike(known, name))
                                        .findFirst()
                                        .map(known -> "; did you mean " + known + "?")
                                        .orElse(""))
                        .toList();
    }

    private static boolean alike(String known, String name) {
        String a = known.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        return a.equals(b)
                || a.equals(b + "s")
                || b.equals(a + "s")
                || a.length() > 3 && b.length() > 3 && a.startsWith(b);
    }
}
