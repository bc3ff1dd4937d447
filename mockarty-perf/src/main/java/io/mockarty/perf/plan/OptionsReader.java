package io.mockarty.perf.plan;

import io.mockarty.mock.Problems;
import io.mockarty.perf.plan.Executor.ConstantArrivalRate;
import io.mockarty.perf.plan.Executor.ConstantVus;
import io.mockarty.perf.plan.Executor.RampingArrivalRate;
import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.plan.Executor.SharedIterations;
import io.mockarty.perf.plan.Options.Limits;
import io.mockarty.perf.plan.Options.ReportOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads options, and finds everything that is wrong with them. */
final class OptionsReader {

    /** The options that say how much load there is, beside scenarios. */
    static final List<String> LOAD = List.of("vus", "duration", "iterations", "rps", "stages");

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration DEFAULT_DURATION = Duration.ofSeconds(30);
    private static final Duration MAX_DURATION = Duration.ofMinutes(10);
    private static final Duration HOOK = Duration.ofSeconds(60);
    private static final int DEFAULT_MAX_USERS = 200;
    private static final List<String> TREND_STATS = List.of("avg", "min", "med", "max", "p(90)", "p(95)");
    private static final Set<String> TIME_UNITS = Set.of("s", "ms", "us");

    private final Fields fields;
    private final Problems problems = new Problems();
    private final List<String> warnings = new ArrayList<>();

    OptionsReader(Map<String, Object> json) {
        fields = new Fields("", json, problems);
    }

    Options read() {
        boolean functional =
                fields.value("scenarios") == null && LOAD.stream().allMatch(name -> fields.value(name) == null);
        List<Scenario> scenarios = fields.value("scenarios") == null
                ? List.of(single(functional))
                : new ScenarioReader(problems).read(fields);
        RulesReader rules = new RulesReader(problems);
        List<ThresholdSpec> thresholds = rules.thresholds(fields);
        List<AbortSpec> abortCriteria = rules.abortCriteria(fields);
        Limits limits = new Limits(
                fields.duration("setupTimeout", HOOK),
                fields.duration("teardownTimeout", HOOK),
                fields.duration("minIterationDuration", Duration.ZERO),
                fields.flag("noSetup"),
                fields.flag("noTeardown"));
        Map<String, String> tags = fields.strings("tags");
        ReportOptions report = report();
        warnings.addAll(OptionNames.unknown(fields.names()));
        if (!problems.found().isEmpty()) {
            throw new InvalidOptionsException(problems.found());
        }
        return new Options(
                List.copyOf(scenarios),
                functional,
                thresholds,
                abortCriteria,
                limits,
                tags,
                report,
                fields.json(),
                List.copyOf(warnings));
    }

    private ReportOptions report() {
        String unit = fields.string("summaryTimeUnit", null);
        if (unit != null && !TIME_UNITS.contains(unit)) {
            problems.add("summaryTimeUnit", unit, "s, ms or us");
        }
        List<String> stats = new ArrayList<>();
        for (Object stat : fields.list("summaryTrendStats")) {
            if (stat instanceof String text
                    && text.matches("avg|min|med|max|count|sum|stddev|p\\((100|[0-9]{1,2}(\\.[0-9]+)?)\\)")) {
                stats.add(text);
            } else {
                problems.add("summaryTrendStats[" + stats.size() + "]", stat, "avg, min, med, max, count or p(N)");
            }
        }
        return new ReportOptions(
                fields.number("apdexT", Options.APDEX_THRESHOLD), stats.isEmpty() ? TREND_STATS : stats, unit);
    }

    private Scenario single(boolean functional) {
        return new Scenario(
                Scenario.DEFAULT,
                functional ? new SharedIterations(1, 1, MAX_DURATION) : singleExecutor(),
                "default",
                Map.of(),
                Map.of(),
                Duration.ZERO,
                fields.duration("gracefulStop", GRACE));
    }

    private Executor singleExecutor() {
        int vus = (int) fields.count("vus", 1, 1);
        long iterations = fields.count("iterations", 0, 0);
        Duration duration = fields.duration("duration", null);
        double rps = fields.number("rps", 0);
        if (rps < 0) {
            problems.add("rps", rps, "a number of iterations per second, 0 or more");
        }
        List<Object> stages = fields.list("stages");
        if (!stages.isEmpty()) {
            return staged(stages, vus);
        }
        if (rps > 0) {
            int max = maxUsers(vus);
            if (iterations > 0) {
                warnings.add("iterations: " + iterations + " is not used beside rps, which starts iterations until"
                        + " duration is over");
            }
            return new ConstantArrivalRate(
                    Math.round(rps * 1000),
                    Duration.ofSeconds(1000),
                    orDefault(duration, DEFAULT_DURATION),
                    Math.min(vus, max),
                    max);
        }
        if (iterations > 0) {
            return new SharedIterations((int) Math.min(vus, iterations), iterations, orDefault(duration, MAX_DURATION));
        }
        if (duration != null && duration.isZero()) {
            problems.add("duration", fields.value("duration"), "more than 0s");
        }
        return new ConstantVus(vus, orDefault(duration, DEFAULT_DURATION));
    }

    private static Duration orDefault(@Nullable Duration duration, Duration byDefault) {
        return duration == null ? byDefault : duration;
    }

    private int maxUsers(int vus) {
        return (int) fields.count("maxVUs", Math.max(DEFAULT_MAX_USERS, vus), 1);
    }

    private Executor staged(List<Object> stages, int vus) {
        boolean rates =
                stages.stream().anyMatch(stage -> stage instanceof Map<?, ?> map && map.containsKey("targetRPS"));
        List<Stage> read = StageReader.read("stages", stages, rates ? "targetRPS" : "target", problems);
        if (rates) {
            int max = maxUsers(vus);
            return new RampingArrivalRate(0, Duration.ofSeconds(1), read, Math.min(vus, max), max);
        }
        int start = fields.value("vus") == null ? 1 : vus;
        return new RampingVus(start, read, GRACE);
    }
}
