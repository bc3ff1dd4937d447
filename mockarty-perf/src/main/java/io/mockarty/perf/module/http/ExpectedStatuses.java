package io.mockarty.perf.module.http;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which statuses count as successes. */
record ExpectedStatuses(List<Range> ranges) {

    /** Unless a script says otherwise. */
    static final ExpectedStatuses DEFAULT = new ExpectedStatuses(List.of(new Range(200, 399)));

    record Range(long min, long max) {}

    boolean contain(int status) {
        for (Range range : ranges) {
            if (status >= range.min() && status <= range.max()) {
                return true;
            }
        }
        return false;
    }

    /** What {@code http.expectedStatuses(...)} returned; null for null, which judges nothing. */
    static @Nullable ExpectedStatuses of(ModuleContext user, org.graalvm.polyglot.@Nullable Value value) {
        Object json = user.values().toJava(value);
        if (json == null) {
            return null;
        }
        if (!(json instanceof Map<?, ?> map) || !(map.get("expectedStatuses") instanceof List<?> list)) {
            throw new ScriptException("responseCallback: " + value + " (expected: http.expectedStatuses(...) or null)");
        }
        List<Range> ranges = new ArrayList<>();
        for (Object range : list) {
            if (range instanceof Map<?, ?> limits
                    && limits.get("min") instanceof Number min
                    && limits.get("max") instanceof Number max) {
                ranges.add(new Range(min.longValue(), max.longValue()));
            }
        }
        return new ExpectedStatuses(ranges);
    }
}
