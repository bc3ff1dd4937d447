package io.mockarty.match;

import io.mockarty.request.MockRequest;
import java.util.List;

/** How near a request comes to a pattern, for the order of near misses. All methods are pure. */
public final class Similarity {

    private static final double METHOD_WEIGHT = 1;
    private static final double PATH_WEIGHT = 4;
    private static final double CONDITION_WEIGHT = 1;
    private static final int MAX_COMPARED = 64;

    private Similarity() {}

    /**
     * Measures roughly how far a path is from a route; cheap enough for thousands of routes.
     *
     * @param route the route
     * @param path decoded segments
     * @return 0 for a path the route matches, up to 1
     */
    public static double roughPathDistance(Route route, List<String> path) {
        return pathDistance(route, path, false);
    }

    /**
     * Measures how far a request is from a pattern.
     *
     * @param pattern the pattern
     * @param request the request
     * @return 0 for a match, larger for less
     */
    public static double distance(RequestPattern pattern, MockRequest request) {
        double distance = PATH_WEIGHT * pathDistance(pattern.route(), request.segments(), true);
        distance += pattern.acceptsMethod(request.method()) ? 0 : METHOD_WEIGHT;
        int failed = pattern.failedConditions(request);
        return distance + CONDITION_WEIGHT * failed / Math.max(1, pattern.conditionCount());
    }

    private static double pathDistance(Route route, List<String> path, boolean exact) {
        List<Route.Segment> segments = route.segments();
        int length = Math.max(segments.size(), path.size());
        double distance = 0;
        for (int i = 0; i < length; i++) {
            if (i < segments.size() && i < path.size()) {
                if (segments.get(i) instanceof Route.Segment.Rest) {
                    break;
                }
                distance += segmentDistance(segments.get(i), path.get(i), exact);
            } else {
                distance += 1;
            }
        }
        return distance / length;
    }

    private static double segmentDistance(Route.Segment segment, String actual, boolean exact) {
        if (!(segment instanceof Route.Segment.Literal literal)) {
            return actual.isEmpty() ? 1 : 0;
        }
        String wanted = literal.text();
        if (wanted.equals(actual)) {
            return 0;
        }
        int length = Math.max(wanted.length(), actual.length());
        boolean edited = exact && length <= MAX_COMPARED;
        return (double) (edited ? edits(wanted, actual) : length - commonEnds(wanted, actual)) / length;
    }

    /** How many characters two texts share at their beginnings and ends. */
    private static int commonEnds(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int front = 0;
        while (front < shorter && a.charAt(front) == b.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
            back++;
        }
        return front + back;
    }

    /** The Levenshtein distance, one row at a time. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
