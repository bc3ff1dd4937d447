package io.mockarty.expression;

import io.mockarty.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of expressions: exact decimals, rounded to 34 digits (decimal128), so that no input can make a number
 * of a million digits.
 */
enum MathFunction {
    INCREMENT("increment", 1, (a, b) -> a.add(BigDecimal.ONE, MathContext.DECIMAL128)),
    SUM("sum", 2, (a, b) -> a.add(b, MathContext.DECIMAL128)),
    SUBTRACT("subtract", 2, (a, b) -> a.subtract(b, MathContext.DECIMAL128)),
    MULTIPLY("multiply", 2, (a, b) -> a.multiply(b, MathContext.DECIMAL128));

    /** The most digits a whole number is written out with; larger ones keep their exponent. */
    private static final int MAX_PLAIN_DIGITS = MathContext.DECIMAL128.getPrecision();

    private final String word;
    private final int arguments;
    private final BinaryOperator<BigDecimal> step;

    MathFunction(String word, int arguments, BinaryOperator<BigDecimal> step) {
        this.word = word;
        this.arguments = arguments;
        this.step = step;
    }

    static @Nullable MathFunction named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.word.equals(name))
                .findFirst()
                .orElse(null);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(function -> function.word).toList();
    }

    boolean accepts(int count) {
        return arguments == 1 ? count == 1 : count >= arguments;
    }

    String arity() {
        return arguments == 1 ? "one argument" : "at least two arguments";
    }

    /** Applies the function from left to right; null when an argument is not a number, or the result is too large. */
    @Nullable
    Number apply(List<@Nullable Object> values) {
        List<BigDecimal> numbers = new ArrayList<>(values.size());
        for (Object value : values) {
            BigDecimal number = number(value);
            if (number == null) {
                return null;
            }
            numbers.add(number);
        }
        try {
            BigDecimal first = numbers.get(0);
            return simplest(
                    arguments == 1
                            ? step.apply(first, first)
                            : numbers.stream().skip(1).reduce(first, step));
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof Number number) {
            return Json.decimal(number);
        }
        return value instanceof String text ? Json.decimal(text) : null;
    }

    /** A whole number is a long or a big integer, as if it had been read from JSON. */
    static Number simplest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        long digits = (long) stripped.precision() - stripped.scale();
        if (stripped.scale() > 0 || digits > MAX_PLAIN_DIGITS) {
            return stripped;
        }
        BigInteger whole = stripped.toBigInteger();
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
