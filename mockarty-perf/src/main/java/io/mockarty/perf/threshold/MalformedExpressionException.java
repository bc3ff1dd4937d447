package io.mockarty.perf.threshold;

import io.mockarty.perf.text.Caret;

/** A threshold that cannot be understood. The message shows the expression and points at the character. */
public final class MalformedExpressionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String expression;
    private final int position;
    private final String expected;

    MalformedExpressionException(String expression, int position, String expected) {
        super(Caret.message("threshold", expression, position, expected));
        this.expression = expression;
        this.position = position;
        this.expected = expected;
    }

    /** {@return the expression} */
    public String expression() {
        return expression;
    }

    /**
     * {@return the index of the first character that is wrong; the length of the expression when something is missing}
     */
    public int position() {
        return position;
    }

    /** {@return what should stand there} */
    public String expected() {
        return expected;
    }
}
