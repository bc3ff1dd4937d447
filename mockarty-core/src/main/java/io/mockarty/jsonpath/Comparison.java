package io.mockarty.jsonpath;

import io.mockarty.json.Json;
import org.jspecify.annotations.Nullable;

/** Compares two values (RFC 9535, section 2.3.5.2.2). */
record Comparison(Term left, Operator operator, Term right) implements Logical {

    @Override
    public boolean test(@Nullable Object current, Evaluation evaluation) {
        Object a = left.evaluate(current, evaluation);
        Object b = right.evaluate(current, evaluation);
        return switch (operator) {
            case EQUAL -> equal(a, b);
            case NOT_EQUAL -> !equal(a, b);
            case LESS -> less(a, b);
            case GREATER -> less(b, a);
            case LESS_OR_EQUAL -> less(a, b) || equal(a, b);
            case GREATER_OR_EQUAL -> less(b, a) || equal(a, b);
        };
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        // Nothing equals only itself, which is what the equality of its one instance says.
        return Json.equal(a, b);
    }

    private static boolean less(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return Json.compareNumbers(x, y) < 0;
        }
        return a instanceof String x && b instanceof String y && precedes(x, y);
    }

    /** Compares by Unicode scalar values, which {@link String#compareTo} does not. */
    private static boolean precedes(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // A surrogate stands for a code point above all others that one UTF-16 unit holds.
                boolean supplementary = Character.isSurrogate(x);
                return supplementary == Character.isSurrogate(y) ? x < y : !supplementary;
            }
        }
        return a.length() < b.length();
    }

    /** The operators; those that begin others come after them, so that the first that fits is the right one. */
    enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS_OR_EQUAL("<="),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        GREATER(">");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }
    }
}
