package io.mockarty.perf.threshold;

import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.metric.Submetric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run must achieve. Immutable. */
public final class Thresholds {

    private static final double MILLIS = 1_000;

    private final List<Threshold> all;

    Thresholds(List<Threshold> all) {
        this.all = List.copyOf(all);
    }

    /** {@return the thresholds, in the order of the options} */
    public List<Threshold> all() {
        return all;
    }

    /** {@return the metrics and submetrics that must be measured for them} */
    public List<Submetric> submetrics() {
        return all.stream().map(Threshold::metric).distinct().toList();
    }

    /** {@return the expressions by the name of the metric or submetric} */
    public Map<String, List<String>> expressions() {
        return all.stream()
                .collect(Collectors.groupingBy(
                        threshold -> threshold.metric().toString(),
                        LinkedHashMap::new,
                        Collectors.mapping(threshold -> threshold.expression().text(), Collectors.toList())));
    }

    /**
     * {@return whether each threshold is achieved, in their order}. All figures of a metric without samples are 0.
     *
     * @param snapshot what was measured
     */
    public List<ThresholdResult> evaluate(Snapshot snapshot) {
        return all.stream().map(threshold -> evaluate(threshold, snapshot)).toList();
    }

    private static ThresholdResult evaluate(Threshold threshold, Snapshot snapshot) {
        double actual = Figures.of(snapshot, threshold.metric(), threshold.expression());
        return new ThresholdResult(threshold, actual, threshold.expression().holds(actual));
    }

    /**
     * {@return why the run should end now, or nothing}: a threshold with {@code abortOnFail} is crossed, its metric has
     * samples, and {@code delayAbortEval} is over.
     *
     * @param snapshot what was measured so far
     */
    public Optional<String> abortReason(Snapshot snapshot) {
        return all.stream()
                .filter(Threshold::abortOnFail)
                .filter(threshold -> snapshot.seconds() * MILLIS
                        >= threshold.delayAbortEval().toMillis())
                .filter(threshold -> Figures.hasSamples(snapshot, threshold.metric()))
                .filter(threshold -> !evaluate(threshold, snapshot).ok())
                .findFirst()
                .map(threshold -> "threshold: " + threshold);
    }
}
