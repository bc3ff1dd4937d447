package io.mockarty.expression;

import io.mockarty.jsonpath.JsonPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a JSONPath is worth in an expression or a condition: one value, or all of them when it may select several. */
public final class PathValue {

    private PathValue() {}

    /**
     * Reads a value.
     *
     * @param path the path
     * @param document the JSON value it starts from
     * @return the value for a singular query, or null when there is none; an array of all values, or null when there
     *     are none, for any other
     */
    public static @Nullable Object read(JsonPath path, @Nullable Object document) {
        if (path.isSingular()) {
            return path.first(document);
        }
        List<@Nullable Object> values = path.select(document);
        return values.isEmpty() ? null : values;
    }
}
