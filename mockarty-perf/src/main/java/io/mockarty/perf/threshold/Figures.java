package io.mockarty.perf.threshold;

import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.metric.Submetric;
import java.util.Optional;

/** Looks figures up. */
final class Figures {

    private Figures() {}

    /** The figure that an expression is about; 0 when there are no samples. */
    static double of(Snapshot snapshot, Submetric metric, Expression expression) {
        return find(snapshot, metric)
                .filter(entry -> entry.samples() > 0)
                .map(entry -> entry.value(expression.stat()))
                .orElse(0.0);
    }

    static boolean hasSamples(Snapshot snapshot, Submetric metric) {
        return find(snapshot, metric).filter(entry -> entry.samples() > 0).isPresent();
    }

    private static Optional<Snapshot.Entry> find(Snapshot snapshot, Submetric metric) {
        return snapshot.metrics().stream()
                .filter(entry -> entry.name().equals(metric))
                .findFirst();
    }
}
