package io.mockarty.perf.metric;

/**
 * What the requests of one route come to.
 *
 * @param name the route, such as {@code GET /users/{id}}
 * @param durations how long they took, in milliseconds
 * @param failed how many failed
 * @param apdex how satisfied their users would be
 */
public record RouteSummary(String name, MetricSummary.Distribution durations, long failed, Apdex apdex) {

    /** {@return how many requests there were} */
    public long count() {
        return (long) durations.count();
    }

    /** {@return the share of failed ones, from 0 to 1} */
    public double errorRate() {
        return count() == 0 ? 0 : (double) failed / count();
    }
}
