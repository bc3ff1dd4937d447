package io.mockarty.perf.threshold;

/**
 * A figure compared with a number, such as {@code p(95) < 500}.
 *
 * @param text as it was written, without white space around it
 * @param stat the figure: {@code avg}, {@code min}, {@code max}, {@code med}, {@code count}, {@code rate},
 *     {@code value} or {@code p(N)}
 * @param operator how it is compared
 * @param value the number: milliseconds for times, bytes for data, 0 to 1 for rates
 */
public record Expression(String text, String stat, Operator operator, double value) {

    /**
     * {@return the expression that a text stands for}
     *
     * @param text figure, operator and number; white space between them does not matter, and {@code p95} is the same as
     *     {@code p(95)}
     * @throws MalformedExpressionException when it is malformed
     */
    public static Expression parse(String text) {
        return new ExpressionParser(text).parse();
    }

    /**
     * {@return whether the expression is true}
     *
     * @param actual what the figure is
     */
    public boolean holds(double actual) {
        return operator.holds(actual, value);
    }
}
