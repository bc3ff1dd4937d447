package io.mockarty.match;

/**
 * A request pattern in an index, with what it leads to and what decides its rank.
 *
 * @param <T> what the pattern leads to
 * @param target what the pattern leads to
 * @param pattern which requests it matches
 * @param priority the higher wins
 * @param sequence the order of saving; of otherwise equal candidates the newest wins
 */
public record Candidate<T>(T target, RequestPattern pattern, long priority, long sequence)
        implements Comparable<Candidate<?>> {

    /** Orders candidates: priority, then precision of the route, then number of conditions, then the newest. */
    @Override
    public int compareTo(Candidate<?> other) {
        if (priority != other.priority) {
            return Long.compare(other.priority, priority);
        }
        int byRoute = pattern.route().compareTo(other.pattern.route());
        if (byRoute != 0) {
            return byRoute;
        }
        int byConditions = Integer.compare(other.pattern.conditionCount(), pattern.conditionCount());
        return byConditions != 0 ? byConditions : Long.compare(other.sequence, sequence);
    }
}
