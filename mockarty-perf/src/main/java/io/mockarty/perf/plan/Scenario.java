package io.mockarty.perf.plan;

import java.time.Duration;
import java.util.Map;

/**
 * A part of a run.
 *
 * @param name letters, digits, underscores and hyphens
 * @param executor how it is driven
 * @param function the function of the script that its iterations run
 * @param variables what {@code __ENV} holds in addition
 * @param tags what its samples are tagged with
 * @param start when it begins after the begin of the run
 * @param gracefulStop how long iterations may go on after its end
 */
public record Scenario(
        String name,
        Executor executor,
        String function,
        Map<String, String> variables,
        Map<String, String> tags,
        Duration start,
        Duration gracefulStop) {

    /** The name of the scenario of options that have no scenarios. */
    public static final String DEFAULT = "default";
}
