package io.mockarty.perf.metric;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures by name. */
final class Stats {

    private static final Pattern PERCENTILE = Pattern.compile("p\\(?([0-9]+(?:\\.[0-9]+)?)\\)?");

    private Stats() {}

    static double of(Snapshot.Entry entry, String stat) {
        MetricSummary summary = entry.summary();
        if (summary instanceof MetricSummary.Count count) {
            return switch (stat) {
                case "count" -> count.count();
                case "rate" -> entry.seconds() > 0 ? count.count() / entry.seconds() : 0;
                default -> throw unknown(entry, stat);
            };
        }
        if (summary instanceof MetricSummary.Level level) {
            return switch (stat) {
                case "value" -> level.value();
                case "min" -> level.min();
                case "max" -> level.max();
                default -> throw unknown(entry, stat);
            };
        }
        if (summary instanceof MetricSummary.Share share) {
            return switch (stat) {
                case "rate" -> share.rate();
                case "passes" -> share.passes();
                case "fails" -> share.fails();
                case "count" -> share.count();
                default -> throw unknown(entry, stat);
            };
        }
        return of(entry, (MetricSummary.Distribution) summary, stat);
    }

    private static double of(Snapshot.Entry entry, MetricSummary.Distribution trend, String stat) {
        return switch (stat) {
            case "avg" -> trend.mean();
            case "min" -> trend.min();
            case "max" -> trend.max();
            case "med" -> trend.median();
            case "count" -> trend.count();
            case "sum" -> trend.sum();
            case "stddev" -> trend.deviation();
            default -> {
                Matcher percentile = PERCENTILE.matcher(stat.toLowerCase(Locale.ROOT));
                if (!percentile.matches() || Double.parseDouble(percentile.group(1)) > 100) {
                    throw unknown(entry, stat);
                }
                yield trend.percentile(Double.parseDouble(percentile.group(1)));
            }
        };
    }

    private static IllegalArgumentException unknown(Snapshot.Entry entry, String stat) {
        String known = switch (entry.metric().type()) {
            case COUNTER -> "count or rate";
            case GAUGE -> "value, min or max";
            case RATE -> "rate, passes, fails or count";
            case TREND -> "avg, min, max, med, count, sum, stddev or p(N) with N up to 100";
        };
        return new IllegalArgumentException(entry.name() + ": " + stat + " (expected: " + known + ")");
    }
}
