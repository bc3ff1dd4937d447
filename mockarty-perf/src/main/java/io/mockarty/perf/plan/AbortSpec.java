package io.mockarty.perf.plan;

import java.time.Duration;

/**
 * When to end a run early, as the options have it.
 *
 * @param name what to tell people
 * @param metric a metric or submetric
 * @param stat such as {@code rate} or {@code p95}
 * @param condition {@code <}, {@code <=}, {@code >}, {@code >=}, {@code ==} or {@code !=}
 * @param value what the figure is compared with
 * @param duration how long the condition must hold without a break
 * @param enabled whether it counts
 */
public record AbortSpec(
        String name, String metric, String stat, String condition, double value, Duration duration, boolean enabled) {}
