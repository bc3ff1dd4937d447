package io.mockarty.perf.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure in two reports.
 *
 * @param before the figure in the old report, null when it is not there
 * @param after the figure in the new report, null when it is not there
 */
record Change(@Nullable Double before, @Nullable Double after) {

    private static final double PERCENT = 100;

    static Change of(ReportNode before, ReportNode after, String name) {
        return new Change(number(before, name), number(after, name));
    }

    private static @Nullable Double number(ReportNode node, String name) {
        return node.json().get(name) instanceof Number ? node.number(name) : null;
    }

    boolean isNowhere() {
        return before == null && after == null;
    }

    /** By how much it rose, null unless both reports have it. */
    @Nullable
    Double delta() {
        return before == null || after == null ? null : after - before;
    }

    /** By how many percent it rose, null unless both reports have it and it was not zero. */
    @Nullable
    Double percent() {
        Double delta = delta();
        if (delta == null || before == null) {
            return null;
        }
        return before == 0
                ? (delta == 0 ? Double.valueOf(0) : null)
                : Double.valueOf(delta / Math.abs(before) * PERCENT);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "old", before);
        put(json, "new", after);
        put(json, "delta", delta());
        put(json, "percent", percent());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Double value) {
        if (value != null) {
            double rounded = Math.rint(value * 1e6) / 1e6;
            json.put(
                    name,
                    rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15 ? (Number) (long) rounded : rounded);
        }
    }
}
