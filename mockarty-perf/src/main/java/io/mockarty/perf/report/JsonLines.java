package io.mockarty.perf.report;

import io.mockarty.json.Json;
import io.mockarty.perf.metric.Metric;
import io.mockarty.perf.metric.Submetric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One JSON object per line, as k6 writes them: each metric before its first sample. */
final class JsonLines implements SampleFormat {

    private static final int REMEMBERED = 10_000;

    private final Map<String, List<String>> thresholds;
    private final Set<String> told = new HashSet<>();
    private final Map<Object, String> tagsAsJson = new HashMap<>();

    JsonLines(Map<String, List<String>> thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public void begin(StringBuilder out) {
        // nothing stands there
    }

    @Override
    public void write(StringBuilder out, Sample sample) {
        Metric metric = sample.metric();
        if (told.add(metric.name())) {
            out.append(Json.write(definition(metric))).append('\n');
        }
        out.append("{\"metric\":\"").append(metric.name()).append("\",\"type\":\"Point\",\"data\":{\"time\":\"");
        out.append(Instant.ofEpochMilli(sample.epochMillis()));
        out.append("\",\"value\":");
        Json.append(out, Numbers.plain(sample.value()));
        if (tagsAsJson.size() > REMEMBERED) {
            tagsAsJson.clear();
        }
        String tags = tagsAsJson.computeIfAbsent(
                sample.tags(), missing -> Json.write(sample.tags().asMap()));
        out.append(",\"tags\":").append(tags).append("}}\n");
    }

    private Map<String, Object> definition(Metric metric) {
        List<Object> submetrics = new ArrayList<>();
        for (String name : thresholds.keySet()) {
            Submetric submetric = Submetric.parse(name);
            if (submetric.metric().equals(metric.name())
                    && !submetric.tags().asMap().isEmpty()) {
                String full = submetric.toString();
                submetrics.add(Map.of(
                        "name",
                        full,
                        "suffix",
                        full.substring(full.indexOf('{') + 1, full.length() - 1),
                        "tags",
                        submetric.tags().asMap()));
            }
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", metric.name());
        data.put("type", metric.type().label());
        data.put("contains", metric.kind().label());
        data.put("thresholds", thresholds.getOrDefault(metric.name(), List.of()));
        data.put("submetrics", submetrics);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "Metric");
        line.put("data", data);
        line.put("metric", metric.name());
        return line;
    }
}
