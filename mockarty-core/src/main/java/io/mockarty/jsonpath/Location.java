package io.mockarty.jsonpath;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a node stands in its document. Locations share their beginnings, so that noting one costs one small object; the
 * text is made only for the nodes that are returned. A query that returns values alone passes null throughout.
 */
final class Location {

    static final Location ROOT = new Location(null, "");

    private final @Nullable Location parent;
    private final Object key;

    private Location(@Nullable Location parent, Object key) {
        this.parent = parent;
        this.key = key;
    }

    static @Nullable Location member(@Nullable Location object, Object name) {
        return object == null ? null : new Location(object, name);
    }

    static @Nullable Location element(@Nullable Location array, int index) {
        return array == null ? null : new Location(array, index);
    }

    /** Returns the normalized path (RFC 9535, section 2.7). */
    @Override
    public String toString() {
        Deque<Object> keys = new ArrayDeque<>();
        for (Location at = this; at.parent != null; at = Objects.requireNonNull(at.parent)) {
            keys.push(at.key);
        }
        StringBuilder path = new StringBuilder("$");
        for (Object step : keys) {
            path.append('[');
            if (step instanceof Integer) {
                path.append(step);
            } else {
                appendName(path, step.toString());
            }
            path.append(']');
        }
        return path.toString();
    }

    private static void appendName(StringBuilder out, String name) {
        out.append('\'');
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                case '\'' -> out.append("\\'");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('\'');
    }
}
