package io.mockarty.expression;

import io.mockarty.mock.Problem;

/** Text that holds a malformed expression, with the position of the mistake. */
public final class ExpressionSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final int position;
    private final String expected;

    /**
     * Creates the exception.
     *
     * @param text the text that was parsed
     * @param position where parsing stopped, counted from 0
     * @param expected what should stand there
     */
    ExpressionSyntaxException(String text, int position, String expected) {
        super("\"" + text + "\" at position " + position + " (expected: " + expected + ")");
        this.text = text;
        this.position = position;
        this.expected = expected;
    }

    /** {@return where parsing stopped, counted from 0} */
    public int position() {
        return position;
    }

    /**
     * Turns the mistake into a problem of a document.
     *
     * @param path the field that holds the text
     * @return the problem
     */
    public Problem at(String path) {
        return new Problem(path, "\"" + text + "\"", "at position " + position + " " + expected);
    }
}
