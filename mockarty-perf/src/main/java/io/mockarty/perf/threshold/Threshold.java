package io.mockarty.perf.threshold;

import io.mockarty.perf.metric.Submetric;
import java.time.Duration;

/**
 * Something that a run must achieve.
 *
 * @param metric the metric or submetric, such as {@code http_req_duration{name:login}}
 * @param expression what must be true of it
 * @param abortOnFail whether the run ends as soon as it is not
 * @param delayAbortEval how long the run lasts at least before it ends for that
 */
public record Threshold(Submetric metric, Expression expression, boolean abortOnFail, Duration delayAbortEval) {

    /** {@return metric and expression, such as {@code [http_req_duration] p(95) < 500}} */
    @Override
    public String toString() {
        return "[" + metric + "] " + expression.text();
    }
}
