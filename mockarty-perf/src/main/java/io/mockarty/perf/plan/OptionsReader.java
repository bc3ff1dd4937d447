package io.mockarty.perf.plan;

import io.mockarty.mock.Problems;
import io.mockarty.perf.plan.Options.Limits;
import io.mockarty.perf.plan.Options.ReportOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads options, and finds everything that is wrong with them. */
final class OptionsReader {

    /** The options that say how much load there is, beside scenarios. */
    private static final List<String> LOAD = List.of("vus", "duration", "iterations", "rps", "stages");

    private static final Duration HOOK = Duration.ofSeconds(60);
    private static final List<String> TREND_STATS = List.of("avg", "min", "med", "max", "p(90)", "p(95)");
    private static final Pattern TREND_STAT =
            Pattern.compile("avg|min|med|max|count|sum|stddev|p\\((100|[0-9]{1,2}(\\.[0-9]+)?)\\)");
    private static final Set<String> TIME_UNITS = Set.of("s", "ms", "us");

    private final Fields fields;
    private final Problems problems = new Problems();
    private final List<String> warnings = new ArrayList<>();

    OptionsReader(Map<String, Object> json) {
        fields = new Fields("", json, problems);
    }

    Options read() {
        Object given = fields.value("scenarios");
        boolean several = given != null && !given.equals(Map.of());
        ShortForm shortForm = new ShortForm(fields, problems, warnings);
        List<Scenario> scenarios = several ? new ScenarioReader(problems).read(fields) : List.of(shortForm.read());
        if (several) {
            LOAD.stream()
                    .filter(name -> fields.value(name) != null)
                    .forEach(name -> warnings.add(name + ": " + fields.value(name)
                            + " is not used beside scenarios, which say how much load there is"));
        }
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
        new ConnectionOptions(fields, problems).check();
        warnings.addAll(OptionNames.unknown(fields.names()));
        if (!problems.isEmpty()) {
            throw new InvalidOptionsException(problems.found());
        }
        return new Options(
                List.copyOf(scenarios),
                shortForm.functional(),
                List.copyOf(thresholds),
                List.copyOf(abortCriteria),
                limits,
                Collections.unmodifiableMap(tags),
                report,
                Collections.unmodifiableMap(fields.json()),
                List.copyOf(warnings));
    }

    private ReportOptions report() {
        String unit = fields.string("summaryTimeUnit", null);
        if (unit != null && !TIME_UNITS.contains(unit)) {
            problems.add("summaryTimeUnit", unit, "s, ms or us");
        }
        List<Object> given = fields.list("summaryTrendStats");
        List<String> stats = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) instanceof String text && TREND_STAT.matcher(text).matches()) {
                stats.add(text);
            } else {
                problems.add("summaryTrendStats[" + i + "]", given.get(i), "avg, min, med, max, count or p(N)");
            }
        }
        double apdexThreshold = fields.number("apdexT", Options.APDEX_THRESHOLD);
        if (apdexThreshold <= 0) {
            problems.add("apdexT", fields.value("apdexT"), "milliseconds, more than 0");
        }
        return new ReportOptions(apdexThreshold, stats.isEmpty() ? TREND_STATS : List.copyOf(stats), unit);
    }
}
