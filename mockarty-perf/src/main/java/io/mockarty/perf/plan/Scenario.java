package io.mockarty.perf.plan;

import io.mockarty.perf.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** {@return what it does in a line, such as {@code 10 looping VUs for 30s (gracefulStop: 30s)}} */
    public String description() {
        List<String> facts = new ArrayList<>(executor.facts());
        if (!function.equals("default")) {
            facts.add("exec: " + function);
        }
        if (!start.isZero()) {
            facts.add("startTime: " + Durations.text(start));
        }
        facts.add("gracefulStop: " + Durations.text(gracefulStop));
        return executor.description() + " (" + String.join(", ", facts) + ")";
    }

    /** {@return when its last iteration has ended at the latest, after the begin of the run} */
    public Duration latestEnd() {
        return start.plus(executor.duration()).plus(gracefulStop);
    }
}
