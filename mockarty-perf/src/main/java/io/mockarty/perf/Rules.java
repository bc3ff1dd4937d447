package io.mockarty.perf;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.metric.Submetric;
import io.mockarty.perf.plan.AbortSpec;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.plan.ThresholdSpec;
import io.mockarty.perf.schedule.Run;
import io.mockarty.perf.threshold.AbortCriterion;
import io.mockarty.perf.threshold.AbortWatch;
import io.mockarty.perf.threshold.Threshold;
import io.mockarty.perf.threshold.ThresholdReader;
import io.mockarty.perf.threshold.ThresholdResult;
import io.mockarty.perf.threshold.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What makes a run fail, and what ends it early. */
final class Rules {

    private static final double MILLIS = 1000;

    private final Thresholds thresholds;
    private final List<AbortCriterion> criteria;
    private final AbortWatch watch;
    private volatile boolean stopped;

    private Rules(Thresholds thresholds, List<AbortCriterion> criteria) {
        this.thresholds = thresholds;
        this.criteria = criteria;
        this.watch = new AbortWatch(criteria);
    }

    /**
     * Reads the rules of a run.
     *
     * @throws io.mockarty.perf.threshold.InvalidThresholdsException when something is wrong with them
     */
    static Rules of(Options options, MetricRegistry registry) {
        ThresholdReader reader = new ThresholdReader(registry);
        boolean wanted = !Boolean.TRUE.equals(options.json().get("noThresholds"));
        for (ThresholdSpec spec : wanted ? options.thresholds() : List.<ThresholdSpec>of()) {
            reader.threshold(spec.metric(), spec.expression(), spec.abortOnFail(), spec.delayAbortEval());
        }
        for (AbortSpec spec : options.abortCriteria()) {
            if (spec.enabled()) {
                reader.criterion(
                        spec.name(), spec.metric(), spec.stat(), spec.condition(), spec.value(), spec.duration());
            }
        }
        reader.requireValid();
        return new Rules(reader.thresholds(), reader.criteria());
    }

    Thresholds thresholds() {
        return thresholds;
    }

    /** The submetrics that must be summed up for them. */
    List<Submetric> submetrics() {
        return Stream.concat(thresholds.submetrics().stream(), criteria.stream().map(AbortCriterion::metric))
                .filter(metric -> !metric.tags().asMap().isEmpty())
                .distinct()
                .toList();
    }

    /** Ends the run when a rule wants it. */
    void look(Run run, Measurements measurements) {
        boolean nothingToWatch = criteria.isEmpty() && thresholds.all().stream().noneMatch(Threshold::abortOnFail);
        if (stopped || nothingToWatch) {
            return;
        }
        Snapshot snapshot = measurements.snapshot(run.seconds());
        Duration elapsed = Duration.ofMillis((long) (run.seconds() * MILLIS));
        thresholds.abortReason(snapshot).or(() -> watch.look(snapshot, elapsed)).ifPresent(reason -> {
            stopped = true;
            run.stopAtOnce(reason);
        });
    }

    /** Whether one of them has ended the run. */
    boolean stoppedTheRun() {
        return stopped;
    }

    List<ThresholdResult> evaluate(Snapshot snapshot) {
        return thresholds.evaluate(snapshot);
    }
}
