package io.mockarty.perf.threshold;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a figure is compared with a number. */
public enum Operator {
    /** Less than. */
    LESS("<"),
    /** At most. */
    AT_MOST("<="),
    /** More than. */
    MORE(">"),
    /** At least. */
    AT_LEAST(">="),
    /** Equal. */
    EQUAL("=="),
    /** Equal, as JavaScript writes it to be strict; figures are always numbers, so there is no difference. */
    STRICTLY_EQUAL("==="),
    /** Not equal. */
    UNEQUAL("!=");

    private static final List<Operator> LONGEST_FIRST = Arrays.stream(values())
            .sorted(Comparator.comparing((Operator operator) -> -operator.symbol.length()))
            .toList();

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** {@return the operator as expressions have it} */
    public String symbol() {
        return symbol;
    }

    /**
     * {@return whether the comparison is true}
     *
     * @param left what stands before the operator
     * @param right what stands after it
     */
    public boolean holds(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case MORE -> left > right;
            case AT_LEAST -> left >= right;
            case EQUAL, STRICTLY_EQUAL -> left == right;
            case UNEQUAL -> left != right;
        };
    }

    /** The longest operator that stands at a place of a text. */
    static Optional<Operator> at(String text, int position) {
        return LONGEST_FIRST.stream()
                .filter(operator -> text.startsWith(operator.symbol, position))
                .findFirst();
    }

    /** All of them, for messages. */
    static String all() {
        return Arrays.stream(values()).map(Operator::symbol).collect(Collectors.joining(", "));
    }

    /** {@return the symbol} */
    @Override
    public String toString() {
        return symbol;
    }
}
