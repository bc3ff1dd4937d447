package io.mockarty.perf;

import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.plan.Options;
import io.mockarty.perf.report.RunFacts;
import io.mockarty.perf.report.RunReport;
import io.mockarty.perf.report.TextSummary;
import io.mockarty.perf.threshold.ThresholdResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a load test. Immutable.
 *
 * @param name what was run
 * @param options how
 * @param snapshot everything that was measured
 * @param thresholds what came of the thresholds
 * @param exitCode how it ended
 * @param stoppedReason why it was ended early, or null when it was not
 * @param context when and by what it was run
 * @param written what {@code handleSummary} wants to be written, strings or bytes by the name of a file or
 *     {@code stdout} or {@code stderr}; null when there is none
 */
public record LoadTestResult(
        String name,
        Options options,
        Snapshot snapshot,
        List<ThresholdResult> thresholds,
        ExitCode exitCode,
        @Nullable String stoppedReason,
        Context context,
        @Nullable Map<String, Object> written) {

    /** {@return whether it ran as it should and no threshold was crossed} */
    public boolean passed() {
        return exitCode == ExitCode.PASSED;
    }

    /** {@return the report as JSON values, for {@code Json.write}; {@code docs/load-testing.md} tells its fields} */
    public Map<String, Object> report() {
        RunFacts facts = new RunFacts(
                name,
                context.started(),
                context.finished(),
                stoppedReason,
                isBroken(),
                new RunFacts.Engine(
                        Versions.own(), context.engine(), Runtime.version().toString()),
                context.warnings(),
                context.errors());
        return RunReport.of(facts, options, snapshot, thresholds);
    }

    /** Whether it failed for another reason than its thresholds, or being ended early. */
    private boolean isBroken() {
        return switch (exitCode) {
            case PASSED, THRESHOLDS, STOPPED, ABORTED -> false;
            case SETUP_TIMEOUT, TEARDOWN_TIMEOUT, INVALID_CONFIG, SCRIPT_EXCEPTION, MARKED_FAILED -> true;
        };
    }

    /**
     * {@return the summary that k6 prints at the end of a run}
     *
     * @param colours whether it has ANSI escape sequences for colours
     */
    public String summary(boolean colours) {
        return new TextSummary(options.report(), colours).write(snapshot, thresholds);
    }

    /** {@return the thresholds in the words of a report, or an empty text when there are none} */
    public String thresholdText() {
        return ThresholdResult.table(thresholds);
    }

    /**
     * When and by what a test was run.
     *
     * @param started when the first iteration could start
     * @param finished when the last one had ended
     * @param engine what ran the iterations, such as {@code GraalJS 25.0.4, interpreter}
     * @param errors what went wrong in iterations, with counts
     * @param warnings what people should know to read the figures rightly
     */
    public record Context(
            Instant started, Instant finished, String engine, Map<String, Long> errors, List<String> warnings) {}
}
