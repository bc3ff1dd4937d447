package io.mockarty.perf.plan;

import java.time.Duration;

/**
 * A part of a ramp.
 *
 * @param duration how long it takes; zero jumps
 * @param target where it ends: a number of users, or iterations per time unit
 */
public record Stage(Duration duration, long target) {}
