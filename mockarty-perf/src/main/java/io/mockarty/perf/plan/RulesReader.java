package io.mockarty.perf.plan;

import io.mockarty.mock.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads thresholds and abort criteria. What their expressions mean is not looked at here. */
final class RulesReader {

    private static final Set<String> CONDITIONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    private final Problems problems;

    RulesReader(Problems problems) {
        this.problems = problems;
    }

    List<ThresholdSpec> thresholds(Fields options) {
        List<ThresholdSpec> thresholds = new ArrayList<>();
        options.object("thresholds").forEach((metric, json) -> {
            List<?> all = json instanceof List<?> list ? list : List.of(json == null ? "null" : json);
            for (int i = 0; i < all.size(); i++) {
                threshold(metric, "thresholds." + metric + "[" + i + "]", all.get(i), thresholds);
            }
        });
        return thresholds;
    }

    @SuppressWarnings("unchecked") // an object of JSON
    private void threshold(String metric, String path, Object json, List<ThresholdSpec> thresholds) {
        if (json instanceof String text) {
            thresholds.add(new ThresholdSpec(metric, text, false, Duration.ZERO));
        } else if (json instanceof Map<?, ?> map && map.get("threshold") instanceof String text) {
            Fields fields = new Fields(path + ".", (Map<String, Object>) map, problems);
            thresholds.add(new ThresholdSpec(
                    metric, text, fields.flag("abortOnFail"), fields.duration("delayAbortEval", Duration.ZERO)));
        } else {
            problems.add(path, json, "a string such as \"p(95) < 500\", or {threshold: \"...\", abortOnFail: true}");
        }
    }

    @SuppressWarnings("unchecked") // an object of JSON
    List<AbortSpec> abortCriteria(Fields options) {
        List<AbortSpec> criteria = new ArrayList<>();
        List<Object> all = options.list("abortCriteria");
        for (int i = 0; i < all.size(); i++) {
            String path = "abortCriteria[" + i + "]";
            if (all.get(i) instanceof Map<?, ?> map) {
                criteria.add(criterion(new Fields(path + ".", (Map<String, Object>) map, problems)));
            } else {
                problems.add(path, all.get(i), "an object with metric, stat, condition and value");
            }
        }
        return criteria;
    }

    private AbortSpec criterion(Fields fields) {
        String metric = text(fields, "metric", "the name of a metric");
        String stat = text(fields, "stat", "a figure such as rate or p95");
        String condition = text(fields, "condition", "one of <, <=, >, >=, ==, !=");
        if (!condition.isEmpty() && !CONDITIONS.contains(condition)) {
            problems.add(fields.path("condition"), condition, "one of <, <=, >, >=, ==, !=");
        }
        if (fields.value("value") == null) {
            problems.add(fields.path("value"), null, "a number");
        }
        String name = fields.string("name", null);
        return new AbortSpec(
                name == null ? metric + " " + stat + " " + condition + " " + fields.value("value") : name,
                metric,
                stat,
                condition,
                fields.number("value", 0),
                fields.duration("duration", Duration.ZERO),
                fields.value("enabled") == null || fields.flag("enabled"));
    }

    private String text(Fields fields, String name, String expected) {
        if (fields.value(name) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        problems.add(fields.path(name), fields.value(name), expected);
        return "";
    }
}
