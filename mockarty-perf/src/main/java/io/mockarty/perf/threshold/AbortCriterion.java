package io.mockarty.perf.threshold;

import io.mockarty.perf.metric.Submetric;
import java.time.Duration;

/**
 * Something that ends a run early when it is true for a while.
 *
 * @param name what to tell people
 * @param metric the metric or submetric
 * @param condition what must not be true of it
 * @param sustained how long the condition holds without a break before the run ends; zero for at once
 */
public record AbortCriterion(String name, Submetric metric, Expression condition, Duration sustained) {}
