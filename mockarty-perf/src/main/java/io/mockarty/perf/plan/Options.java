package io.mockarty.perf.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param scenarios its parts, one or more
 * @param functional whether nothing about load was said, so that one user does one iteration
 * @param thresholds what makes it fail
 * @param abortCriteria what ends it early
 * @param limits how long its parts may take
 * @param tags what all samples are tagged with
 * @param report what the report shows
 * @param json all options as JSON values, those that only modules know among them
 * @param warnings what people should know about the options
 */
public record Options(
        List<Scenario> scenarios,
        boolean functional,
        List<ThresholdSpec> thresholds,
        List<AbortSpec> abortCriteria,
        Limits limits,
        Map<String, String> tags,
        ReportOptions report,
        Map<String, Object> json,
        List<String> warnings) {

    /** T of the APDEX when the options say nothing, in milliseconds. */
    public static final double APDEX_THRESHOLD = 500;

    private static final List<String> LOAD = List.of("duration", "iterations", "rps", "stages");

    /**
     * {@return the options of JSON values}
     *
     * @param script what the script says
     * @param overrides what counts more, such as flags of the command line
     * @throws InvalidOptionsException when something is wrong with them
     */
    public static Options of(Map<String, Object> script, Map<String, Object> overrides) {
        return new OptionsReader(merged(script, overrides)).read();
    }

    /**
     * What says how much load there is replaces every other way to say so; {@code vus} alone only changes how many
     * users the script's own way has.
     */
    private static Map<String, Object> merged(Map<String, Object> script, Map<String, Object> overrides) {
        Map<String, Object> all = new LinkedHashMap<>(script);
        if (overrides.containsKey("scenarios")) {
            LOAD.forEach(all::remove);
        } else if (LOAD.stream().anyMatch(overrides::containsKey)) {
            all.remove("scenarios");
            all.remove("stages");
        }
        if (overrides.containsKey("stages")) {
            LOAD.forEach(all::remove);
        }
        if (overrides.containsKey("rps") || overrides.containsKey("duration")) {
            all.remove("iterations");
        }
        if (overrides.containsKey("iterations")) {
            all.remove("rps");
        }
        all.putAll(overrides);
        return all;
    }

    /** {@return how long the run may last at most, with the time of grace of its scenarios} */
    public Duration longest() {
        return scenarios.stream()
                .map(Scenario::latestEnd)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * How long the parts of a run may take.
     *
     * @param setup how long {@code setup} may take
     * @param teardown how long {@code teardown} may take
     * @param minIteration how long an iteration takes at least; the user waits for the rest
     * @param noSetup whether {@code setup} is left out
     * @param noTeardown whether {@code teardown} is left out
     */
    public record Limits(
            Duration setup, Duration teardown, Duration minIteration, boolean noSetup, boolean noTeardown) {}

    /**
     * What the report shows.
     *
     * @param apdexThreshold T of the APDEX, in milliseconds
     * @param trendStats the figures of trends, such as {@code avg} and {@code p(95)}
     * @param timeUnit {@code s}, {@code ms} or {@code us}, or null for what suits each value
     */
    public record ReportOptions(
            double apdexThreshold,
            List<String> trendStats,
            @Nullable String timeUnit) {}
}
