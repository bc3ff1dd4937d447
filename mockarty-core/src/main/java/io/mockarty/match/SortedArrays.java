package io.mockarty.match;

import io.mockarty.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings all arrays of a JSON value, at any depth, into one order, so that values compare whatever order they had. */
final class SortedArrays {

    /** Values that are equal, such as 1 and 1.0, have one rank, at any depth. */
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
            Map<Object, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, member) -> sorted.put(name, of(member)));
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
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return compareSortedMaps(x, y);
        }
        return Json.text(a).compareTo(Json.text(b));
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

    private static int compareSortedMaps(Map<?, ?> a, Map<?, ?> b) {
        Iterator<? extends Map.Entry<?, ?>> other = b.entrySet().iterator();
        for (Map.Entry<?, ?> member : a.entrySet()) {
            if (!other.hasNext()) {
                return 1;
            }
            Map.Entry<?, ?> match = other.next();
            int byName = ORDER.compare(member.getKey(), match.getKey());
            int order = byName != 0 ? byName : ORDER.compare(member.getValue(), match.getValue());
            if (order != 0) {
                return order;
            }
        }
        return other.hasNext() ? -1 : 0;
    }
}
