package io.mockarty.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a report, which may come from a file that others wrote: whatever is missing has a neutral value. */
record ReportNode(Map<?, ?> json) {

    private static final Map<?, ?> NOTHING = Map.of();

    static ReportNode of(@Nullable Object json) {
        return new ReportNode(json instanceof Map<?, ?> map ? map : NOTHING);
    }

    boolean has(String name) {
        return json.get(name) != null;
    }

    boolean isEmpty() {
        return json.isEmpty();
    }

    ReportNode node(String name) {
        return of(json.get(name));
    }

    List<ReportNode> nodes(String name) {
        List<ReportNode> nodes = new ArrayList<>();
        for (Object element : list(name)) {
            nodes.add(of(element));
        }
        return nodes;
    }

    List<?> list(String name) {
        return json.get(name) instanceof List<?> list ? list : List.of();
    }

    String text(String name) {
        Object value = json.get(name);
        return value == null ? "" : value.toString();
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    /** A finite number, or 0. */
    double number(String name) {
        double value = json.get(name) instanceof Number number ? number.doubleValue() : 0;
        return Double.isFinite(value) ? value : 0;
    }

    /** Whether this is what a report says of a distribution. */
    boolean isTrend() {
        return json.get("avg") instanceof Number && json.get("max") instanceof Number;
    }
}
