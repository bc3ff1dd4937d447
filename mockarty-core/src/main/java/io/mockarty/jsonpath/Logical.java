package io.mockarty.jsonpath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in a filter that is true or false: LogicalType in RFC 9535, section 2.4.1. */
sealed interface Logical extends Operand
        permits Logical.Or, Logical.And, Logical.Not, Comparison, QueryTerm, RegexTest {

    /**
     * Decides.
     *
     * @param current the value that {@code @} stands for
     * @param evaluation what {@code $} stands for, and how much work is left
     * @return true when it holds
     */
    boolean test(@Nullable Object current, Evaluation evaluation);

    /** True when one of the terms is. */
    record Or(List<Logical> terms) implements Logical {

        @Override
        public boolean test(@Nullable Object current, Evaluation evaluation) {
            for (Logical term : terms) {
                if (term.test(current, evaluation)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** True when all the terms are. */
    record And(List<Logical> terms) implements Logical {

        @Override
        public boolean test(@Nullable Object current, Evaluation evaluation) {
            for (Logical term : terms) {
                if (!term.test(current, evaluation)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** True when the term is not. */
    record Not(Logical term) implements Logical {

        @Override
        public boolean test(@Nullable Object current, Evaluation evaluation) {
            return !term.test(current, evaluation);
        }
    }
}
