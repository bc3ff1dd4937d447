package io.mockarty.perf.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells about a run beside its measurements.
 *
 * @param name what was run, such as the name of the script
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param stoppedReason why it ended early, such as {@code auto_stop: High error rate}; null when it did not
 * @param failed whether it failed for another reason than its thresholds, such as an error in {@code setup}
 * @param engine what it ran on
 * @param warnings what people should know about the figures
 * @param errors how often each kind of error occurred
 */
public record RunFacts(
        String name,
        Instant startedAt,
        Instant finishedAt,
        @Nullable String stoppedReason,
        boolean failed,
        Engine engine,
        List<String> warnings,
        Map<String, Long> errors) {

    /**
     * What a run ran on.
     *
     * @param version the version of this engine
     * @param javascript the JavaScript engine with its version and kind, such as {@code GraalJS 25.0.1 interpreter}
     * @param jvm the version of the JVM
     */
    public record Engine(String version, String javascript, String jvm) {}
}
