package io.mockarty.perf.report;

import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.MetricSummary.Count;
import io.mockarty.perf.metric.MetricSummary.Level;
import io.mockarty.perf.metric.MetricSummary.Share;
import io.mockarty.perf.metric.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Lines such as {@code http_reqs...: 10 4.7/s}, with names and figures in columns. */
final class SummaryLines {

    private static final int LEAST_DOTS = 3;
    private static final String INDENT = "  ";

    private final Ansi ansi;
    private final Humanized humanized;
    private final List<String> trendStats;
    private final List<Line> lines = new ArrayList<>();

    SummaryLines(Ansi ansi, Humanized humanized, List<String> trendStats) {
        this.ansi = ansi;
        this.humanized = humanized;
        this.trendStats = trendStats;
    }

    /**
     * A line before it is laid out.
     *
     * @param name what stands before the dots
     * @param trend whether the figures have names and are all of one importance
     * @param figures the figures
     */
    private record Line(String name, boolean trend, List<String> figures) {}

    /** Adds a metric, or a submetric below it. */
    void add(Snapshot.Entry entry) {
        String name = entry.name().toString();
        int brace = name.indexOf('{');
        String shown = brace < 0 ? name : INDENT + "{ " + name.substring(brace + 1, name.length() - 1) + " }";
        Metric metric = entry.metric();
        if (entry.summary() instanceof Count count) {
            add(shown, humanized.value(metric, count.count()), humanized.value(metric, entry.value("rate")) + "/s");
        } else if (entry.summary() instanceof Level level) {
            add(
                    shown,
                    humanized.value(metric, level.value()),
                    "min=" + humanized.value(metric, level.min()),
                    "max=" + humanized.value(metric, level.max()));
        } else if (entry.summary() instanceof Share share) {
            add(shown, share);
        } else {
            List<String> figures = new ArrayList<>();
            for (String stat : trendStats) {
                double value = entry.value(stat);
                figures.add(stat.equals("count") ? Humanized.number(value) : humanized.value(metric, value));
            }
            lines.add(new Line(shown, true, figures));
        }
    }

    void add(String name, Share share) {
        long total = share.passes() + share.fails();
        add(name, Humanized.percent(share), share.passes() + " out of " + total);
    }

    void add(String name, String... figures) {
        lines.add(new Line(name, false, List.of(figures)));
    }

    /** Lays all lines out. */
    List<String> layOut(String indent) {
        int nameWidth =
                lines.stream().mapToInt(line -> line.name().length()).max().orElse(0) + LEAST_DOTS;
        return lines.stream()
                .map(line -> indent
                        + line.name()
                        + ansi.faint(".".repeat(nameWidth - line.name().length()) + ":")
                        + figures(line))
                .toList();
    }

    private String figures(Line line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.figures().size(); i++) {
            String figure = line.figures().get(i);
            boolean main = line.trend() || i == 0;
            text.append(' ')
                    .append(line.trend() ? trendStats.get(i) + "=" : "")
                    .append(main ? ansi.cyan(figure) : ansi.faintCyan(figure));
            if (i < line.figures().size() - 1) {
                text.append(" ".repeat(width(line.trend(), i) - figure.length()));
            }
        }
        return text.toString();
    }

    private int width(boolean trend, int column) {
        return lines.stream()
                .filter(line -> line.trend() == trend && line.figures().size() > column)
                .mapToInt(line -> line.figures().get(column).length())
                .max()
                .orElse(0);
    }
}
