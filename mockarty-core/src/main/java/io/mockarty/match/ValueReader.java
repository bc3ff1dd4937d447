package io.mockarty.match;

import io.mockarty.request.MockRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a condition reads its actual value. */
interface ValueReader {

    /** Returns the JSON value, null when absent; several values of one name as an array. */
    @Nullable
    Object read(MockRequest request);

    /** Whether the values of a request come from a place that can only hold text, such as a header. */
    default boolean isTextual(MockRequest request) {
        return true;
    }

    static ValueReader header(String path) {
        String name = bareName(path);
        return request -> one(request.headers().all(name));
    }

    static ValueReader query(String path) {
        String name = bareName(path);
        return request -> {
            Map<String, List<String>> query = request.query();
            return one(query.getOrDefault(name, List.of()));
        };
    }

    private static @Nullable Object one(List<String> values) {
        return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : values;
    }

    /** Some documents write {@code $.Authorization} for the header {@code Authorization}. */
    private static String bareName(String path) {
        return path.startsWith("$.") ? path.substring(2) : path;
    }
}
