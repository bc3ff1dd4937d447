package io.mockarty.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads queries, segments and selectors (RFC 9535, sections 2.2, 2.3 and 2.5). */
final class PathParser {

    private static final String SEGMENT = "'.name', '..' or '['";
    private static final String AFTER_DOT = "a name or '*'";
    private static final String AFTER_DOTS = "a name, '*' or '['";
    private static final String SELECTOR = "a quoted name, an index, a slice, '*' or '?'";

    private final Cursor cursor;
    private final Dialect dialect;
    private final FilterParser filters;

    PathParser(Cursor cursor) {
        this.cursor = cursor;
        this.dialect = cursor.dialect();
        this.filters = new FilterParser(cursor, this);
    }

    /** Reads a whole text as the RFC has it. */
    Query strict() {
        if (!cursor.accept('$')) {
            throw cursor.expected("'$'");
        }
        return complete(new ArrayList<>());
    }

    /** Reads a whole text, with or without {@code $}. */
    Query lenient() {
        List<Segment> segments = new ArrayList<>();
        if (cursor.nameCharacter(0, true) > 0) {
            segments.add(child(new NameSelector(name())));
        } else if (cursor.peek() != '[' && !cursor.accept('$')) {
            throw cursor.expected("'$' or a name");
        }
        return complete(segments);
    }

    private Query complete(List<Segment> segments) {
        addSegments(segments);
        if (cursor.peek() != Cursor.END) {
            throw cursor.expected(SEGMENT + " or the end");
        }
        return new Query(segments);
    }

    /** Reads the segments from the cursor on, as many as there are. */
    Query query() {
        List<Segment> segments = new ArrayList<>();
        addSegments(segments);
        return new Query(segments);
    }

    private void addSegments(List<Segment> segments) {
        int end = cursor.position();
        cursor.skipBlank();
        while (cursor.peek() == '.' || cursor.peek() == '[' || startsBareFilter()) {
            segments.add(segment());
            end = cursor.position();
            cursor.skipBlank();
        }
        // Blanks belong to the query only when a segment follows.
        cursor.reset(end);
    }

    /** Reads segments inside other text and leaves the cursor before the first character that is none. */
    Query embedded() {
        List<Segment> segments = new ArrayList<>();
        int end = cursor.position();
        for (Segment next = embeddedSegment(); next != null; next = embeddedSegment()) {
            segments.add(next);
            end = cursor.position();
        }
        cursor.reset(end);
        return new Query(segments);
    }

    private @Nullable Segment embeddedSegment() {
        int ahead = 0;
        while (ahead < 2 && cursor.peek(ahead) == '.') {
            ahead++;
        }
        if (ahead > 0 && (cursor.peek(ahead) == '*' || cursor.nameCharacter(ahead, true) > 0)) {
            return segment();
        }
        if (ahead == 1 || cursor.peek(ahead) != '[') {
            return null;
        }
        int inside = ahead + 1;
        while (Cursor.isBlank(cursor.peek(inside))) {
            inside++;
        }
        if (!startsSelector(cursor.peek(inside))) {
            return null;
        }
        try {
            return segment();
        } catch (JsonPathSyntaxException e) {
            if (inside == ahead + 1) {
                throw e;
            }
            // "[ 1 or 2 ]" is prose: only a bracket that touches its selector is surely meant as one.
            return null;
        }
    }

    private static boolean startsSelector(int c) {
        return Cursor.isDigit(c) || c == '\'' || c == '"' || c == '?' || c == '*' || c == '-' || c == ':';
    }

    private Segment segment() {
        if (cursor.peek() == '[') {
            return bracketed(false);
        } else if (startsBareFilter()) {
            return child(bareFilter());
        }
        cursor.require('.');
        boolean descendant = cursor.accept('.');
        if (descendant && cursor.peek() == '[') {
            return bracketed(true);
        }
        return new Segment(descendant, List.of(shorthand(descendant ? AFTER_DOTS : AFTER_DOT)), false);
    }

    private static Segment child(Selector selector) {
        return new Segment(false, List.of(selector), false);
    }

    private Selector shorthand(String expected) {
        if (cursor.accept('*')) {
            return new WildcardSelector();
        } else if (startsBareFilter()) {
            return bareFilter();
        } else if (cursor.nameCharacter(0, true) == 0) {
            throw cursor.expected(expected);
        }
        return new NameSelector(name());
    }

    private String name() {
        int start = cursor.position();
        int units = cursor.nameCharacter(0, true);
        while (units > 0) {
            cursor.skip(units);
            boolean hyphen = dialect.hyphens() && cursor.peek() == '-' && cursor.nameCharacter(1, false) > 0;
            units = hyphen ? 1 : cursor.nameCharacter(0, false);
        }
        return cursor.since(start);
    }

    private boolean startsBareFilter() {
        return dialect.bareFilters() && cursor.peek() == '?';
    }

    private Selector bareFilter() {
        cursor.require('?');
        cursor.skipBlank();
        // The parentheses tell where the filter ends.
        return new FilterSelector(filters.parenthesized());
    }

    private Segment bracketed(boolean descendant) {
        cursor.require('[');
        boolean blank = cursor.skipBlank();
        List<Selector> selectors = new ArrayList<>();
        do {
            blank |= cursor.skipBlank();
            selectors.add(selector());
            blank |= cursor.skipBlank();
        } while (cursor.accept(','));
        if (!cursor.accept(']')) {
            boolean filter = selectors.get(selectors.size() - 1) instanceof FilterSelector;
            throw cursor.expected(filter ? "an operator, ',' or ']'" : "',' or ']'");
        }
        return new Segment(descendant, List.copyOf(selectors), blank);
    }

    private Selector selector() {
        int c = cursor.peek();
        if (c == '\'' || c == '"') {
            return new NameSelector(Literals.string(cursor));
        } else if (cursor.accept('*')) {
            return new WildcardSelector();
        } else if (cursor.accept('?')) {
            cursor.skipBlank();
            return new FilterSelector(filters.nested());
        } else if (c == ':' || startsInteger()) {
            return indexOrSlice();
        }
        throw cursor.expected(SELECTOR);
    }

    private boolean startsInteger() {
        return cursor.peek() == '-' || Cursor.isDigit(cursor.peek());
    }

    private Selector indexOrSlice() {
        Long start = optionalInteger();
        int end = cursor.position();
        cursor.skipBlank();
        if (start != null && cursor.peek() != ':') {
            cursor.reset(end);
            return new IndexSelector(start);
        }
        cursor.require(':');
        cursor.skipBlank();
        Long stop = optionalInteger();
        cursor.skipBlank();
        Long step = null;
        if (cursor.accept(':')) {
            cursor.skipBlank();
            step = optionalInteger();
        }
        return new SliceSelector(start, stop, step == null ? 1 : step);
    }

    private @Nullable Long optionalInteger() {
        return startsInteger() ? Long.valueOf(Literals.integer(cursor)) : null;
    }
}
