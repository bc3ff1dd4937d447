package io.mockarty.match;

import io.mockarty.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings all arrays of a JSON value, at any depth, into one order, so that values compare whatever order they had. */
final class SortedArrays {

    private static final Comparator<@Nullable Object> ORDER =
            Comparator.<@Nullable Object, String>comparing(Json::typeOf).thenComparing(SortedArrays::compare);

    private SortedArrays() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> sorted = new ArrayList<>(list.size());
            list.forEach(element -> sorted.add(of(element)));
            sorted.sort(ORDER);
            return sorted;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> sorted = new LinkedHashMap<>();
            new TreeMap<>(map).forEach((key, member) -> sorted.put(key, of(member)));
            return sorted;
        }
        return value;
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return Json.compareNumbers(x, y);
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return compareLists(x, y);
        }
        return Json.write(a).compareTo(Json.write(b));
    }

    private static int compareLists(List<?> a, List<?> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = ORDER.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
