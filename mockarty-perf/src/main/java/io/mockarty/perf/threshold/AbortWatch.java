package io.mockarty.perf.threshold;

import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.metric.Submetric;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers since when each abort criterion is met. The caller brings the time, so that nothing depends on a clock. Not
 * thread-safe.
 */
public final class AbortWatch {

    private final List<AbortCriterion> criteria;
    private final Map<AbortCriterion, Duration> metSince = new HashMap<>();

    /**
     * Creates a watch.
     *
     * @param criteria what to watch for
     */
    public AbortWatch(List<AbortCriterion> criteria) {
        this.criteria = List.copyOf(criteria);
    }

    /**
     * {@return why the run should end now, such as {@code auto_stop: High error rate}, or nothing}
     *
     * @param snapshot what was measured so far
     * @param elapsed how long the run has lasted; never less than at the call before
     */
    public Optional<String> look(Snapshot snapshot, Duration elapsed) {
        Optional<String> reason = Optional.empty();
        for (AbortCriterion criterion : criteria) {
            if (!isMet(criterion, snapshot)) {
                metSince.remove(criterion);
            } else {
                Duration since = metSince.computeIfAbsent(criterion, first -> elapsed);
                if (reason.isEmpty() && elapsed.minus(since).compareTo(criterion.sustained()) >= 0) {
                    reason = Optional.of("auto_stop: " + criterion.name());
                }
            }
        }
        return reason;
    }

    /** Without samples a counter stands at 0, which may be what to watch for; other figures are not there yet. */
    private static boolean isMet(AbortCriterion criterion, Snapshot snapshot) {
        Submetric metric = criterion.metric();
        Expression condition = criterion.condition();
        return (Figures.hasSamples(snapshot, metric) || isCounter(snapshot, metric))
                && condition.holds(Figures.of(snapshot, metric, condition));
    }

    private static boolean isCounter(Snapshot snapshot, Submetric metric) {
        return snapshot.metrics().stream()
                .anyMatch(entry -> entry.name().equals(metric) && entry.metric().type() == MetricType.COUNTER);
    }
}
