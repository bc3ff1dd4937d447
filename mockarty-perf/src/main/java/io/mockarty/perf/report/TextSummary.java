package io.mockarty.perf.report;

import io.mockarty.perf.metric.MetricSummary.Share;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.plan.Options.ReportOptions;
import io.mockarty.perf.threshold.ThresholdResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal shows when a run is over, in the form of k6: thresholds, checks, and the metrics in sections.
 * Percentages and durations are cut off, not rounded. Immutable.
 */
public final class TextSummary {

    private static final String INDENT = "    ";
    private static final String PASSED = "✓ ";
    private static final String FAILED = "✗ ";

    private final ReportOptions options;
    private final Ansi ansi;
    private final Humanized humanized;

    /**
     * Creates the form of a summary.
     *
     * @param options which figures of trends are shown, and in which unit
     * @param colours whether there are ANSI escape sequences for colours
     */
    public TextSummary(ReportOptions options, boolean colours) {
        this.options = options;
        ansi = new Ansi(colours);
        humanized = new Humanized(options.timeUnit());
    }

    /**
     * {@return the summary of a run, in lines that end with a line feed}
     *
     * @param snapshot everything that was measured
     * @param thresholds whether the thresholds were achieved
     */
    public String write(Snapshot snapshot, List<ThresholdResult> thresholds) {
        List<String> lines = new ArrayList<>();
        if (!thresholds.isEmpty()) {
            title(lines, "THRESHOLDS");
            thresholds(lines, snapshot, thresholds);
        }
        title(lines, "TOTAL RESULTS");
        checks(lines, snapshot);
        metrics(lines, snapshot, thresholds);
        return String.join("\n", lines) + "\n";
    }

    private void title(List<String> lines, String title) {
        lines.add("");
        lines.add("  █ " + ansi.bold(title));
        lines.add("");
    }

    private void thresholds(List<String> lines, Snapshot snapshot, List<ThresholdResult> thresholds) {
        Map<String, List<ThresholdResult>> byMetric = thresholds.stream()
                .collect(Collectors.groupingBy(ThresholdResult::metric, LinkedHashMap::new, Collectors.toList()));
        Map<String, Snapshot.Entry> entries = snapshot.metrics().stream()
                .collect(Collectors.toMap(entry -> entry.name().toString(), Function.identity()));
        byMetric.keySet().stream().sorted().forEach(metric -> {
            int brace = metric.indexOf('{');
            boolean below = brace > 0 && byMetric.containsKey(metric.substring(0, brace));
            String indent = below ? INDENT + "  " : INDENT;
            lines.add(indent + (below ? metric.substring(brace) : metric));
            for (ThresholdResult result : byMetric.getOrDefault(metric, List.of())) {
                lines.add(indent + threshold(result, entries.get(metric)));
            }
            lines.add("");
        });
    }

    private String threshold(ThresholdResult result, Snapshot.@Nullable Entry entry) {
        String mark = result.ok() ? ansi.green(PASSED.strip()) : ansi.red(FAILED.strip());
        return mark + " '" + result.expression() + "' "
                + result.threshold().expression().stat() + "=" + ansi.cyan(actual(result, entry));
    }

    private String actual(ThresholdResult result, Snapshot.@Nullable Entry entry) {
        String stat = result.threshold().expression().stat();
        if (entry == null) {
            return Humanized.number(result.actual());
        }
        boolean count = stat.equals("count");
        return switch (entry.metric().type()) {
            case RATE ->
                entry.summary() instanceof Share share && !count
                        ? Humanized.percent(share)
                        : Humanized.number(result.actual());
            case TREND -> count ? Humanized.number(result.actual()) : humanized.value(entry.metric(), result.actual());
            case COUNTER -> humanized.value(entry.metric(), result.actual()) + (count ? "" : "/s");
            case GAUGE -> humanized.value(entry.metric(), result.actual());
        };
    }

    private void checks(List<String> lines, Snapshot snapshot) {
        Map<String, Share> byName = new LinkedHashMap<>();
        for (Snapshot.CheckSummary check : snapshot.checks()) {
            byName.merge(
                    check.name(),
                    new Share(check.passes(), check.fails()),
                    (a, b) -> new Share(a.passes() + b.passes(), a.fails() + b.fails()));
        }
        if (byName.isEmpty()) {
            return;
        }
        long passes = byName.values().stream().mapToLong(Share::passes).sum();
        long fails = byName.values().stream().mapToLong(Share::fails).sum();
        double seconds = snapshot.seconds();
        SummaryLines totals = new SummaryLines(ansi, humanized, options.trendStats());
        totals.add(
                "checks_total",
                String.valueOf(passes + fails),
                Humanized.number(seconds > 0 ? (passes + fails) / seconds : 0) + "/s");
        totals.add("checks_succeeded", new Share(passes, fails));
        totals.add("checks_failed", new Share(fails, passes));
        lines.addAll(totals.layOut(INDENT));
        lines.add("");
        byName.forEach((name, share) -> check(lines, name, share));
        lines.add("");
    }

    private void check(List<String> lines, String name, Share share) {
        if (share.fails() == 0) {
            lines.add(INDENT + ansi.green(PASSED + name));
        } else {
            long percent = (long) Math.floor(100.0 * share.passes() / (share.passes() + share.fails()));
            lines.add(INDENT + ansi.red(FAILED + name));
            lines.add(INDENT + "  "
                    + ansi.red("↳  " + percent + "% — " + PASSED + share.passes() + " / " + FAILED + share.fails()));
        }
    }

    private void metrics(List<String> lines, Snapshot snapshot, List<ThresholdResult> thresholds) {
        Set<String> wanted = thresholds.stream().map(ThresholdResult::metric).collect(Collectors.toSet());
        Map<SummarySection, List<Snapshot.Entry>> sections = new EnumMap<>(SummarySection.class);
        snapshot.metrics().stream()
                .filter(entry -> SummarySection.shows(entry.metric().name()))
                .filter(entry ->
                        entry.samples() > 0 || wanted.contains(entry.name().toString()))
                .sorted(Comparator.comparing(
                                (Snapshot.Entry entry) -> entry.metric().name())
                        .thenComparing(entry -> entry.name().toString()))
                .forEach(entry -> sections.computeIfAbsent(
                                SummarySection.of(entry.metric().name()), missing -> new ArrayList<>())
                        .add(entry));
        SummaryLines table = new SummaryLines(ansi, humanized, options.trendStats());
        sections.values().forEach(entries -> entries.forEach(table::add));
        Iterator<String> laidOut = table.layOut(INDENT).iterator();
        sections.forEach((section, entries) -> {
            lines.add(INDENT + ansi.bold(section.name()));
            entries.forEach(entry -> lines.add(laidOut.next()));
            lines.add("");
        });
    }
}
