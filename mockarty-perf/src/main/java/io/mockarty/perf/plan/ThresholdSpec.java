package io.mockarty.perf.plan;

import java.time.Duration;

/**
 * A threshold as the options have it.
 *
 * @param metric a metric or submetric
 * @param expression such as {@code p(95) < 500}
 * @param abortOnFail whether the run ends when it is crossed
 * @param delayAbortEval how long the run lasts at least before it ends for that
 */
public record ThresholdSpec(String metric, String expression, boolean abortOnFail, Duration delayAbortEval) {}
