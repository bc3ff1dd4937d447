package io.mockarty.perf.threshold;

import io.mockarty.json.Json;
import io.mockarty.mock.Problem;
import io.mockarty.perf.metric.MetricRegistry;
import io.mockarty.perf.metric.MetricType;
import io.mockarty.perf.metric.Submetric;
import io.mockarty.perf.text.Caret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads thresholds and abort criteria once the metrics of a run are known, and finds everything that is wrong with
 * them. Not thread-safe.
 *
 * <pre>{@code
 * ThresholdReader reader = new ThresholdReader(registry);
 * reader.threshold("http_req_duration", "p(95) < 500", false, Duration.ZERO);
 * reader.requireValid();
 * Thresholds thresholds = reader.thresholds();
 * }</pre>
 */
public final class ThresholdReader {

    private final KnownMetrics known;
    private final List<Threshold> thresholds = new ArrayList<>();
    private final List<AbortCriterion> criteria = new ArrayList<>();
    private final Map<String, Integer> perMetric = new HashMap<>();
    private final Map<String, Optional<Measured>> byName = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int criteriaSeen;

    /**
     * Creates a reader.
     *
     * @param registry the metrics of the run, those of the script among them
     */
    public ThresholdReader(MetricRegistry registry) {
        known = new KnownMetrics(registry);
    }

    /**
     * Reads a threshold.
     *
     * @param metric a metric, or a submetric such as {@code http_req_duration{name:login}}
     * @param expression such as {@code p(95) < 500}
     * @param abortOnFail whether the run ends when it is crossed
     * @param delayAbortEval how long the run lasts at least before it ends for that
     */
    public void threshold(String metric, String expression, boolean abortOnFail, Duration delayAbortEval) {
        int index = perMetric.merge(metric, 1, Integer::sum) - 1;
        if (index == 0) {
            byName.put(metric, measured("thresholds", metric));
        }
        Optional<Measured> measured = byName.getOrDefault(metric, Optional.empty());
        String path = "thresholds." + metric + "[" + index + "]";
        try {
            Expression parsed = Expression.parse(expression);
            if (measured.isPresent() && fits(measured.get(), parsed.stat(), path, expression)) {
                thresholds.add(new Threshold(measured.get().name(), parsed, abortOnFail, delayAbortEval));
            }
        } catch (MalformedExpressionException e) {
            problems.add(Caret.message(path, expression, e.position(), e.expected()));
        }
    }

    /**
     * Reads an abort criterion.
     *
     * @param name what to tell people
     * @param metric a metric or submetric
     * @param stat a figure, such as {@code rate}, {@code p95} or {@code p(95)}
     * @param condition an operator, such as {@code >}
     * @param value what the figure is compared with
     * @param sustained how long it must hold; zero for not at all
     */
    public void criterion(String name, String metric, String stat, String condition, double value, Duration sustained) {
        String path = "abortCriteria[" + criteriaSeen++ + "]";
        Optional<Measured> measured = measured(path + ".metric", metric);
        Optional<Operator> operator =
                Operator.at(condition.strip(), 0).filter(found -> found.symbol().equals(condition.strip()));
        if (operator.isEmpty()) {
            problems.add(
                    new Problem(path + ".condition", Json.write(condition), "one of " + Operator.all()).toString());
        }
        try {
            String figure = new ExpressionParser(stat).onlyStat();
            boolean fits = measured.isPresent() && fits(measured.get(), figure, path + ".stat", stat);
            if (fits && operator.isPresent()) {
                Expression expression =
                        new Expression(stat + " " + condition.strip() + " " + value, figure, operator.get(), value);
                criteria.add(new AbortCriterion(name, measured.get().name(), expression, sustained));
            }
        } catch (MalformedExpressionException e) {
            problems.add(Caret.message(path + ".stat", stat, e.position(), e.expected()));
        }
    }

    /** A metric that exists. */
    private record Measured(Submetric name, MetricType type) {}

    private Optional<Measured> measured(String path, String metric) {
        Submetric name;
        try {
            name = Submetric.parse(metric);
        } catch (IllegalArgumentException e) {
            problems.add(path + ": " + e.getMessage());
            return Optional.empty();
        }
        Optional<MetricType> type = known.type(name.metric());
        if (type.isEmpty()) {
            String hint = known.nearest(name.metric())
                    .map(nearest -> "; did you mean " + nearest + "?")
                    .orElse("");
            problems.add(new Problem(path, Json.write(metric), "a metric of this run" + hint).toString());
        }
        return type.map(found -> new Measured(name, found));
    }

    private boolean fits(Measured measured, String stat, String path, String text) {
        boolean fits = switch (measured.type()) {
            case COUNTER -> stat.equals("count") || stat.equals("rate");
            case GAUGE -> stat.equals("value") || stat.equals("min") || stat.equals("max");
            case RATE -> stat.equals("rate") || stat.equals("count");
            case TREND -> !stat.equals("rate") && !stat.equals("value");
        };
        if (!fits) {
            String figures = switch (measured.type()) {
                case COUNTER -> "count or rate";
                case GAUGE -> "value, min or max";
                case RATE -> "rate or count";
                case TREND -> "avg, min, max, med, count or p(N)";
            };
            int start = text.length() - text.stripLeading().length();
            problems.add(Caret.message(
                    path,
                    text,
                    start,
                    figures + ", since " + measured.name().metric() + " is a "
                            + measured.type().label()));
        }
        return fits;
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidThresholdsException when something was wrong
     */
    public void requireValid() {
        if (!problems.isEmpty()) {
            throw new InvalidThresholdsException(problems);
        }
    }

    /** {@return the thresholds that were read and can be evaluated} */
    public Thresholds thresholds() {
        return new Thresholds(thresholds);
    }

    /** {@return the abort criteria that were read and can be evaluated} */
    public List<AbortCriterion> criteria() {
        return List.copyOf(criteria);
    }
}
