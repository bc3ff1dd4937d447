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
     * @param document the value that {@code $} stands for
     * @return true when it holds
     */
    boolean test(@Nullable Object current, @Nullable Object document);

    /** True when one of the terms is. */
    record Or(List<Logical> terms) implements Logical {

        @Override
        public boolean test(@Nullable Object current, @Nullable Object document) {
            for (Logical term : terms) {
                if (term.test(current, document)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** True when all the terms are. */
    record And(List<Logical> terms) implements Logical {

        @Override
        public boolean test(@Nullable Object current, @Nullable Object document) {
            for (Logical term : terms) {
                if (!term.test(current, document)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** True when the term is not. */
    record Not(Logical term) implements Logical {

        @Override
        public boolean test(@Nullable Object current, @Nullable Object document) {
            return !term.test(current, document);
        }
    }
}
