package io.mockarty.perf.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lines of comma-separated values, with the columns of k6. */
final class CsvLines implements SampleFormat {

    private static final List<String> TAGS = List.of(
            "check",
            "error",
            "error_code",
            "expected_response",
            "group",
            "method",
            "name",
            "proto",
            "scenario",
            "service",
            "status",
            "subproto",
            "tls_version",
            "url");

    /** What changes with each iteration is kept apart from the tags. */
    private static final Set<String> METADATA = Set.of("vu", "iter");

    private static final double MILLION = 1e6;
    private static final double LARGEST = 9e12;

    @Override
    public void begin(StringBuilder out) {
        out.append("metric_name,timestamp,metric_value,")
                .append(String.join(",", TAGS))
                .append(",extra_tags,metadata\n");
    }

    @Override
    public void write(StringBuilder out, Sample sample) {
        Map<String, String> tags = sample.tags().asMap();
        out.append(sample.metric().name())
                .append(',')
                .append(sample.epochMillis() / 1000)
                .append(',');
        value(out, sample.value());
        for (String tag : TAGS) {
            out.append(',');
            field(out, tags.getOrDefault(tag, ""));
        }
        out.append(',');
        field(out, joined(tags, false));
        out.append(',');
        field(out, joined(tags, true));
        out.append('\n');
    }

    private static String joined(Map<String, String> tags, boolean metadata) {
        return tags.entrySet().stream()
                .filter(tag -> !TAGS.contains(tag.getKey()) && METADATA.contains(tag.getKey()) == metadata)
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining("&"));
    }

    /** Six decimals, without the cost of a formatter. */
    private static void value(StringBuilder out, double value) {
        if (Math.abs(value) > LARGEST) {
            out.append(Numbers.rounded(value, 6).toPlainString());
            return;
        }
        long millionths = Math.round(Math.abs(value) * MILLION);
        String decimals = Long.toString(millionths % 1_000_000);
        out.append(value < 0 && millionths > 0 ? "-" : "")
                .append(millionths / 1_000_000)
                .append('.');
        out.append("0".repeat(6 - decimals.length())).append(decimals);
    }

    private static void field(StringBuilder out, String text) {
        boolean plain =
                text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') && !text.startsWith(" ");
        if (plain) {
            out.append(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }
}
