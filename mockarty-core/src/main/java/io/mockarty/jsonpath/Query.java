package io.mockarty.jsonpath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments of a query, without what they start from. Immutable. */
final class Query {

    private final List<Segment> segments;
    /** The steps when the query is singular: then it is a chain of look-ups, and nothing is allocated. */
    private final SingularSelector @Nullable [] steps;

    Query(List<Segment> segments) {
        this.segments = List.copyOf(segments);
        this.steps = segments.stream().allMatch(Segment::isSingular)
                ? segments.stream().map(segment -> segment.selectors().get(0)).toArray(SingularSelector[]::new)
                : null;
    }

    /** Tells whether at most one node can be selected, whatever the document (RFC 9535, section 2.3.5.1). */
    boolean isSingular() {
        return steps != null;
    }

    /** Tells whether blanks stand inside the brackets of a segment. */
    boolean hasBlankInside() {
        return segments.stream().anyMatch(Segment::blankInside);
    }

    /** Returns the value of the first node, or {@link Nothing} when no node is selected. */
    @Nullable
    Object first(@Nullable Object start, @Nullable Object document) {
        if (steps == null) {
            First first = new First();
            visit(start, null, document, first);
            return first.value;
        }
        Object node = start;
        for (SingularSelector step : steps) {
            node = step.child(node);
        }
        return node;
    }

    /** Tells whether at least one node is selected. */
    boolean exists(@Nullable Object start, @Nullable Object document) {
        return first(start, document) != Nothing.INSTANCE;
    }

    /** Hands the selected nodes to a visitor, in order; returns false when the visitor wanted no more. */
    boolean visit(@Nullable Object start, @Nullable Location at, @Nullable Object document, Visitor last) {
        Visitor next = last;
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            Visitor then = next;
            next = (node, where) -> segment.apply(node, where, document, then);
        }
        return next.visit(start, at);
    }

    private static final class First implements Visitor {

        private @Nullable Object value = Nothing.INSTANCE;

        @Override
        public boolean visit(@Nullable Object node, @Nullable Location at) {
            value = node;
            return false;
        }
    }
}
