package io.mockarty.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report says of a metric that is no distribution, in words. */
final class MetricText {

    private static final double PERCENT = 100;

    private MetricText() {}

    static String of(String name, @Nullable Object value) {
        if (value instanceof Number number) {
            return FigureText.number(number.doubleValue());
        }
        ReportNode node = ReportNode.of(value);
        if (node.has("passes") && node.has("fails")) {
            double share = name.equals("checks") ? node.number("rate") / PERCENT : node.number("rate");
            return FigureText.percent(share) + ", " + FigureText.number(node.number("passes")) + " of "
                    + FigureText.number(node.number("passes") + node.number("fails"));
        }
        if (node.json().size() == 2 && node.has("count") && node.has("rate")) {
            return name.startsWith("data_")
                    ? FigureText.bytes(node.number("count")) + ", " + FigureText.bytes(node.number("rate"))
                            + " per second"
                    : FigureText.number(node.number("count")) + ", " + FigureText.number(node.number("rate"))
                            + " per second";
        }
        if (node.json().size() == 3 && node.has("value") && node.has("min") && node.has("max")) {
            return FigureText.number(node.number("value")) + ", from " + FigureText.number(node.number("min")) + " to "
                    + FigureText.number(node.number("max"));
        }
        return figures("", node);
    }

    private static String figures(String prefix, ReportNode node) {
        List<String> figures = new ArrayList<>();
        node.json().forEach((name, value) -> {
            if (value instanceof Number number) {
                figures.add(prefix + name + " " + FigureText.number(number.doubleValue()));
            } else if (value instanceof Map<?, ?> nested) {
                figures.add(figures(name + " ", ReportNode.of(nested)));
            }
        });
        return String.join(", ", figures);
    }
}
