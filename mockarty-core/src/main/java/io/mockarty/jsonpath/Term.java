package io.mockarty.jsonpath;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something in a filter that has a value: ValueType in RFC 9535, section 2.4.1. */
sealed interface Term extends Operand permits Term.Literal, Term.Length, Term.Count, Term.Value, QueryTerm {

    /**
     * Computes the value.
     *
     * @param current the value that {@code @} stands for
     * @param evaluation what {@code $} stands for, and how much work is left
     * @return a JSON value or {@link Nothing}
     */
    @Nullable
    Object evaluate(@Nullable Object current, Evaluation evaluation);

    /** A string, number, true, false or null. */
    record Literal(@Nullable Object value) implements Term {

        @Override
        public @Nullable Object evaluate(@Nullable Object current, Evaluation evaluation) {
            return value;
        }
    }

    /** The number of Unicode scalar values, elements or members (RFC 9535, section 2.4.4). */
    record Length(Term argument) implements Term {

        @Override
        public @Nullable Object evaluate(@Nullable Object current, Evaluation evaluation) {
            Object value = argument.evaluate(current, evaluation);
            if (value instanceof String string) {
                return (long) string.codePointCount(0, string.length());
            } else if (value instanceof Collection<?> array) {
                return (long) array.size();
            } else if (value instanceof Map<?, ?> object) {
                return (long) object.size();
            }
            return Nothing.INSTANCE;
        }
    }

    /** The number of nodes (RFC 9535, section 2.4.5). */
    record Count(QueryTerm argument) implements Term {

        @Override
        public Object evaluate(@Nullable Object current, Evaluation evaluation) {
            return argument.nodes(current, evaluation, Long.MAX_VALUE).count;
        }
    }

    /** The value of the only node (RFC 9535, section 2.4.8). */
    record Value(QueryTerm argument) implements Term {

        @Override
        public @Nullable Object evaluate(@Nullable Object current, Evaluation evaluation) {
            QueryTerm.Nodes nodes = argument.nodes(current, evaluation, 2);
            return nodes.count == 1 ? nodes.last : Nothing.INSTANCE;
        }
    }
}
