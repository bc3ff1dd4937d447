package io.mockarty.match;

import io.mockarty.request.MockRequest;
import java.util.List;
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

    /** Where the value stands; readers of one place read the same. */
    String place();

    static ValueReader header(String path) {
        return new Header(bareName(path));
    }

    static ValueReader query(String path) {
        return new Query(bareName(path));
    }

    /** The values of a header. */
    record Header(String name) implements ValueReader {

        @Override
        public @Nullable Object read(MockRequest request) {
            return one(request.headers().all(name));
        }

        @Override
        public String place() {
            return "header " + name;
        }
    }

    /** The values of a query parameter. */
    record Query(String name) implements ValueReader {

        @Override
        public @Nullable Object read(MockRequest request) {
            return one(request.query().getOrDefault(name, List.of()));
        }

        @Override
        public String place() {
            return "query " + name;
        }
    }

    private static @Nullable Object one(List<String> values) {
        return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : values;
    }

    /** Some documents write {@code $.Authorization} for the header {@code Authorization}. */
    private static String bareName(String path) {
        return path.startsWith("$.") ? path.substring(2) : path;
    }
}
