package io.mockarty.jsonpath;

import org.jspecify.annotations.Nullable;

/**
 * A query inside a filter. Alone it is a test for existence; beside an operator it has the value of its node, and then
 * the parser has made sure that it is singular.
 *
 * @param relative whether it begins with {@code @} instead of {@code $}
 * @param query its segments
 */
record QueryTerm(boolean relative, Query query) implements Term, Logical {

    @Override
    public @Nullable Object evaluate(@Nullable Object current, Evaluation evaluation) {
        return query.first(start(current, evaluation), evaluation);
    }

    @Override
    public boolean test(@Nullable Object current, Evaluation evaluation) {
        return query.exists(start(current, evaluation), evaluation);
    }

    /** Counts the selected nodes, up to a limit. */
    Nodes nodes(@Nullable Object current, Evaluation evaluation, long limit) {
        Nodes nodes = new Nodes(limit);
        query.visit(start(current, evaluation), null, evaluation, nodes);
        return nodes;
    }

    private @Nullable Object start(@Nullable Object current, Evaluation evaluation) {
        return relative ? current : evaluation.document();
    }

    /** How many nodes there were, and the last of them. */
    static final class Nodes implements Visitor {

        final long limit;
        long count;

        @Nullable
        Object last;

        private Nodes(long limit) {
            this.limit = limit;
        }

        @Override
        public boolean visit(@Nullable Object value, @Nullable Location at) {
            last = value;
            return ++count < limit;
        }
    }
}
