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
    Object first(@Nullable Object start, Evaluation evaluation) {
        if (steps != null) {
            return follow(start, steps);
        }
        First first = new First();
        visit(start, null, evaluation, first);
        return first.value;
    }

    /** Returns the value of the first node of a document, or {@link Nothing} when no node is selected. */
    @Nullable
    Object first(@Nullable Object document) {
        if (steps != null) {
            return follow(document, steps);
        }
        Evaluation evaluation = new Evaluation(document);
        Object value = first(document, evaluation);
        return evaluation.isExhausted() ? Nothing.INSTANCE : value;
    }

    private static @Nullable Object follow(@Nullable Object start, SingularSelector[] steps) {
        Object node = start;
        for (SingularSelector step : steps) {
            node = step.child(node);
        }
        return node;
    }

    /** Tells whether at least one node is selected. */
    boolean exists(@Nullable Object start, Evaluation evaluation) {
        return first(start, evaluation) != Nothing.INSTANCE;
    }

    /** Hands the selected nodes to a visitor, in order; returns false when the visitor wanted no more. */
    boolean visit(@Nullable Object start, @Nullable Location at, Evaluation evaluation, Visitor last) {
        Visitor next = (node, where) -> evaluation.visit() && last.visit(node, where);
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            Visitor then = next;
            next = (node, where) -> evaluation.visit() && segment.apply(node, where, evaluation, then);
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
