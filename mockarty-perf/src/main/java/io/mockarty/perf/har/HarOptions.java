package io.mockarty.perf.har;

import java.time.Duration;
import java.util.Set;

/**
 * What of a recording becomes part of a script.
 *
 * @param keepStatic whether style sheets, scripts, images, fonts and media are requested as well
 * @param hosts the hosts whose requests are kept, without ports; empty for all
 * @param shortestPause pauses below this are left out; zero or more
 * @param longestPause pauses above this are cut; zero for no pauses at all
 */
public record HarOptions(boolean keepStatic, Set<String> hosts, Duration shortestPause, Duration longestPause) {

    /** No static resources, all hosts, pauses from half a second to a minute. */
    public static final HarOptions DEFAULTS =
            new HarOptions(false, Set.of(), Duration.ofMillis(500), Duration.ofMinutes(1));

    /** Checks and copies what it gets. */
    public HarOptions {
        hosts = Set.copyOf(hosts);
        if (shortestPause.isNegative()) {
            throw new IllegalArgumentException("shortestPause: " + shortestPause + " (expected: zero or more)");
        }
        if (longestPause.isNegative()) {
            throw new IllegalArgumentException("longestPause: " + longestPause + " (expected: zero or more)");
        }
    }

    /**
     * {@return these options, and whether static resources are requested}
     *
     * @param keep whether they are
     */
    public HarOptions withStatic(boolean keep) {
        return new HarOptions(keep, hosts, shortestPause, longestPause);
    }

    /**
     * {@return these options, for the requests to some hosts only}
     *
     * @param only the hosts, without ports; empty for all
     */
    public HarOptions withHosts(Set<String> only) {
        return new HarOptions(keepStatic, only, shortestPause, longestPause);
    }

    /**
     * {@return these options with other pauses}
     *
     * @param shortest shorter ones are left out
     * @param longest longer ones are cut; zero for no pauses at all
     */
    public HarOptions withPauses(Duration shortest, Duration longest) {
        return new HarOptions(keepStatic, hosts, shortest, longest);
    }
}
