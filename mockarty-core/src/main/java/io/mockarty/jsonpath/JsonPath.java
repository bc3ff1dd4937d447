package io.mockarty.jsonpath;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A compiled JSONPath query (RFC 9535). It is immutable and may be used by any number of threads at once; compile a
 * path once and keep it.
 *
 * <p>Documents are JSON values as plain Java objects, see the package {@code io.mockarty.json}; they are only read.
 * Regular expressions in {@code match} and {@code search} are I-Regexps (RFC 9485) and take linear time. Evaluation
 * never fails: what does not fit selects nothing.
 *
 * <p>One evaluation of a query that is not singular visits up to 1,000,000 nodes, of which a regular expression takes
 * one for every twenty steps, a step being one character of the text times one item of the expression. A query that
 * would visit more, such as {@code $..*..*..*} in a large document, has an empty result, never a part of it.
 */
public final class JsonPath {

    private final String text;
    private final Query query;

    private JsonPath(String text, Query query) {
        this.text = text;
        this.query = query;
    }

    /**
     * Compiles a query exactly as RFC 9535 defines it: everything valid is accepted and everything else is not. Filters
     * may be nested up to 200 levels.
     *
     * @param text the query, beginning with {@code $}
     * @return the compiled query
     * @throws JsonPathSyntaxException when the text is not a well-formed and valid query (section 2.1)
     */
    public static JsonPath compile(String text) {
        PathParser parser = new PathParser(new Cursor(text, 0, text.length(), Dialect.STRICT));
        return new JsonPath(text, parser.strict());
    }

    /**
     * Compiles a query as people write it. Beyond RFC 9535 this accepts white space around the query, bare names
     * without {@code $} ({@code items[0].id}, {@code [0].id}), hyphens inside names ({@code x-request-id}), filters in
     * parentheses without brackets ({@code $.items?(@.price > 100)}, {@code $..?(@.id)}), and blanks inside the
     * brackets of a query that is compared ({@code $[?@[ 'a' ] == 1]}).
     *
     * @param text the query
     * @return the compiled query
     * @throws JsonPathSyntaxException when the text is not such a query
     */
    public static JsonPath compileLenient(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Cursor.isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && Cursor.isBlank(text.charAt(to - 1))) {
            to--;
        }
        PathParser parser = new PathParser(new Cursor(text, from, to, Dialect.LENIENT));
        return new JsonPath(text, parser.lenient());
    }

    /**
     * Compiles the segments of a query that stand inside other text, as far as they go. Reading begins just after the
     * root, wherever the root came from, and ends before the first character that does not continue the query: a full
     * stop that no name, {@code *} or further stop follows, a bracket that holds no selector, white space, the end.
     * Names after a dot may have hyphens inside ({@code .X-Forwarded-For[0]}).
     *
     * @param text the text around the segments
     * @param from where the segments would begin, counted from 0 in UTF-16 units; at most the length of the text
     * @return the compiled query, shown with {@code $} as its root, and where it ended; a query without segments
     *     selects the root itself
     * @throws JsonPathSyntaxException when a bracket begins like a selector (with a digit, a quotation mark, {@code ?},
     *     {@code *}, {@code -} or {@code :}) and is malformed; the position is one in the whole text
     * @throws IndexOutOfBoundsException when {@code from} is not a position in the text
     */
    public static Prefix compilePrefix(String text, int from) {
        Objects.checkIndex(from, text.length() + 1);
        Cursor cursor = new Cursor(text, from, text.length(), Dialect.EMBEDDED);
        Query query = new PathParser(cursor).embedded();
        int end = cursor.position();
        return new Prefix(new JsonPath("$" + text.substring(from, end), query), end);
    }

    /**
     * Returns the values of the selected nodes, in the order of RFC 9535.
     *
     * @param document a JSON value
     * @return the values, unmodifiable; empty when nothing is selected, with repetitions when selectors overlap
     */
    public List<@Nullable Object> select(@Nullable Object document) {
        List<@Nullable Object> values = new ArrayList<>();
        Evaluation evaluation = new Evaluation(document);
        query.visit(document, null, evaluation, (value, at) -> values.add(value));
        return evaluation.isExhausted() ? List.of() : Collections.unmodifiableList(values);
    }

    /**
     * Returns the selected nodes, each with its value and normalized path, in the order of RFC 9535.
     *
     * @param document a JSON value
     * @return the nodes, unmodifiable; empty when nothing is selected, with repetitions when selectors overlap
     */
    public List<JsonPathNode> nodes(@Nullable Object document) {
        // Paths are written out last: those of an evaluation that comes to nothing would fill the memory.
        List<Found> found = new ArrayList<>();
        Evaluation evaluation = new Evaluation(document);
        query.visit(document, Location.ROOT, evaluation, (value, at) -> found.add(new Found(value, at)));
        return evaluation.isExhausted()
                ? List.of()
                : found.stream()
                        .map(node -> new JsonPathNode(String.valueOf(node.at), node.value))
                        .toList();
    }

    /**
     * Returns the value of the first selected node. For a singular query this is a chain of look-ups that allocates
     * nothing; any other query stops at its first node.
     *
     * @param document a JSON value
     * @return the value; null when it is the JSON literal {@code null} and also when nothing is selected, see
     *     {@link #exists}
     */
    public @Nullable Object first(@Nullable Object document) {
        Object value = query.first(document);
        return value == Nothing.INSTANCE ? null : value;
    }

    /**
     * Tells whether at least one node is selected, be its value {@code null}.
     *
     * @param document a JSON value
     * @return true when {@link #select} would not be empty
     */
    public boolean exists(@Nullable Object document) {
        return query.first(document) != Nothing.INSTANCE;
    }

    /**
     * Tells whether the query can select at most one node whatever the document: it has only name and index selectors,
     * one for each segment, and no {@code ..} (RFC 9535, section 2.3.5.1).
     *
     * @return true for a singular query
     */
    public boolean isSingular() {
        return query.isSingular();
    }

    /**
     * Returns the text this query was compiled from.
     *
     * @return the text as it was given; after {@link #compilePrefix}, {@code $} and the segments
     */
    @Override
    public String toString() {
        return text;
    }

    /**
     * A query found at the beginning of a text, and where it ended.
     *
     * @param path the compiled query
     * @param end the position after its last segment, counted from 0 in UTF-16 units in the whole text
     */
    public record Prefix(JsonPath path, int end) {}

    private record Found(@Nullable Object value, @Nullable Location at) {}
}
