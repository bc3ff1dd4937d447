package io.mockarty.match;

import io.mockarty.mock.Problems;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A parsed route: literal segments, {@code :name} or {@code {name}} parameters that stand for one segment that is not
 * empty, and a trailing {@code *} that stands for one or more segments. Segments are compared after percent-decoding; a
 * trailing slash counts, as an empty last segment. Immutable and thread-safe.
 */
public final class Route implements Comparable<Route> {

    /** One place of a route. */
    sealed interface Segment {

        /** A fixed text. */
        record Literal(String text) implements Segment {}

        /** Any one segment that is not empty, captured under a name. */
        record Parameter(String name) implements Segment {}

        /** Everything that is left, at least one segment. */
        record Rest() implements Segment {}
    }

    private static final Segment REST = new Segment.Rest();

    private final String text;
    private final List<Segment> segments;
    private final @Nullable String literalPath;

    private Route(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
        this.literalPath = literalPath(segments);
    }

    private static @Nullable String literalPath(List<Segment> segments) {
        List<String> texts = new ArrayList<>();
        for (Segment segment : segments) {
            if (!(segment instanceof Segment.Literal literal)) {
                return null;
            }
            texts.add(literal.text);
        }
        return joined(texts);
    }

    /** Joins decoded segments; null when one contains a slash, so that the result would have another meaning. */
    private static @Nullable String joined(List<String> segments) {
        for (String segment : segments) {
            if (segment.indexOf('/') >= 0) {
                return null;
            }
        }
        return "/" + String.join("/", segments);
    }

    /** Returns the one decoded path that a route without parameters matches, null for any other route. */
    @Nullable
    String literalPath() {
        return literalPath;
    }

    /** Returns the decoded path of a request as {@link #literalPath()} writes it, null when it cannot be written so. */
    static @Nullable String literalPath(MockRequest request) {
        return request.path().indexOf('%') < 0 ? request.path() : joined(request.segments());
    }

    /**
     * Parses a route.
     *
     * @param text the route, prefix included, starting with a slash
     * @param path the field the route stands in, for messages
     * @param problems gets what is wrong with the route
     * @return the route; of no use when problems were added
     */
    public static Route parse(String text, String path, Problems problems) {
        if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            problems.add(path, text, "a path without ? and #; conditions on the query belong into queryParams");
        }
        List<Segment> segments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<String> raw = List.of(text.substring(Math.min(1, text.length())).split("/", -1));
        for (int i = 0; i < raw.size(); i++) {
            Segment segment = segment(raw.get(i), i == raw.size() - 1, path, problems);
            if (segment instanceof Segment.Parameter parameter && !names.add(parameter.name)) {
                problems.add(path, text, "each parameter once; " + parameter.name + " comes twice");
            }
            segments.add(segment);
        }
        return new Route(text, List.copyOf(segments));
    }

    private static Segment segment(String raw, boolean last, String path, Problems problems) {
        if (raw.equals("*")) {
            if (!last) {
                problems.add(path, raw, "* as the last segment only");
            }
            return REST;
        }
        boolean braces = raw.startsWith("{") && raw.endsWith("}");
        if (!braces && !raw.startsWith(":")) {
            if (raw.indexOf('{') >= 0 || raw.indexOf('}') >= 0) {
                problems.add(path, raw, "a parameter that fills its whole segment, such as {name}");
            }
            return new Segment.Literal(decode(raw));
        }
        String name = raw.substring(1, braces ? raw.length() - 1 : raw.length());
        if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
            problems.add(path, raw, "a parameter name of letters, digits, _ and -");
        }
        return new Segment.Parameter(name);
    }

    private static String decode(String raw) {
        return MockRequest.of("GET", "/" + raw, Headers.empty()).segments().get(0);
    }

    List<Segment> segments() {
        return segments;
    }

    /**
     * Tells whether a path has the form of this route.
     *
     * @param path decoded segments
     * @return true when it has
     */
    public boolean matches(List<String> path) {
        return matches(path, String::equals);
    }

    /**
     * Tells whether a path has the form of this route when upper and lower case are the same.
     *
     * @param path decoded segments
     * @return true when it has
     */
    public boolean matchesIgnoringCase(List<String> path) {
        return matches(path, String::equalsIgnoreCase);
    }

    private boolean matches(List<String> path, BiPredicate<String, String> equality) {
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (i >= path.size()) {
                return false;
            } else if (segment instanceof Segment.Rest) {
                return true;
            } else if (segment instanceof Segment.Literal literal
                    ? !equality.test(literal.text, path.get(i))
                    : path.get(i).isEmpty()) {
                return false;
            }
        }
        return path.size() == segments.size();
    }

    /**
     * Captures the parameters of a path that {@linkplain #matches matches}.
     *
     * @param path decoded segments
     * @return the values by name; what {@code *} stands for under {@code *}
     */
    public Map<String, String> parameters(List<String> path) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment instanceof Segment.Parameter parameter) {
                values.put(parameter.name, path.get(i));
            } else if (segment instanceof Segment.Rest) {
                values.put("*", String.join("/", path.subList(i, path.size())));
            }
        }
        return values;
    }

    /** Orders by precision, from left to right: a literal before a parameter before the rest. */
    @Override
    public int compareTo(Route other) {
        int common = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < common; i++) {
            int order = Integer.compare(rank(segments.get(i)), rank(other.segments.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(other.segments.size(), segments.size());
    }

    private static int rank(Segment segment) {
        return segment instanceof Segment.Literal ? 0 : segment instanceof Segment.Parameter ? 1 : 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Route route && segments.equals(route.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    /** {@return the route as it was written} */
    @Override
    public String toString() {
        return text;
    }
}
