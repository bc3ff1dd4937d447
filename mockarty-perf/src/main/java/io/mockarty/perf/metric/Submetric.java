package io.mockarty.perf.metric;

import java.util.Map;
import java.util.TreeMap;

/**
 * A metric, or the samples of it that have certain tags.
 *
 * @param metric the name of the metric
 * @param tags the tags; empty for all samples
 */
public record Submetric(String metric, Tags tags) {

    /**
     * {@return what a name such as {@code http_req_duration{name:login,method:GET}} stands for}
     *
     * @param name a metric, or a metric with tags in braces; values may be quoted
     * @throws IllegalArgumentException when it is malformed
     */
    public static Submetric parse(String name) {
        int brace = name.indexOf('{');
        if (brace < 0) {
            return new Submetric(name.strip(), Tags.EMPTY);
        }
        if (!name.strip().endsWith("}")) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" (expected: a closing brace, as in http_req_duration{name:login})");
        }
        Map<String, String> tags = new TreeMap<>();
        String inside = name.strip().substring(brace + 1, name.strip().length() - 1);
        for (String pair : inside.isBlank() ? new String[0] : inside.split(",")) {
            int colon = pair.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" (expected: tag:value in the braces instead of \"" + pair.strip() + "\")");
            }
            tags.put(unquoted(pair.substring(0, colon)), unquoted(pair.substring(colon + 1)));
        }
        return new Submetric(name.substring(0, brace).strip(), Tags.of(tags));
    }

    private static String unquoted(String text) {
        String plain = text.strip();
        boolean quoted = plain.length() > 1
                && (plain.startsWith("\"") && plain.endsWith("\"") || plain.startsWith("'") && plain.endsWith("'"));
        return quoted ? plain.substring(1, plain.length() - 1) : plain;
    }

    /** {@return the name, with tags in braces when there are any} */
    @Override
    public String toString() {
        return tags.asMap().isEmpty() ? metric : metric + "{" + tags.toString().replace(", ", ",") + "}";
    }
}
