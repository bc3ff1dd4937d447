package io.mockarty.expression;

import io.mockarty.json.Json;
import io.mockarty.mock.Problem;

/** Text that holds a malformed expression, with the position of the mistake. */
public final class ExpressionSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final int EXCERPT_LENGTH = 80;

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
        super(excerpt(text, position) + " at position " + position + " (expected: " + expected + ")");
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
        return new Problem(path, excerpt(text, position), "at position " + position + " " + expected);
    }

    /** The text, or the part of a long one that shows the mistake, as a JSON string. */
    private static String excerpt(String text, int position) {
        int from = Math.max(0, Math.min(position, text.length()) - EXCERPT_LENGTH / 2);
        int to = Math.min(text.length(), from + EXCERPT_LENGTH);
        return text.length() <= EXCERPT_LENGTH
                ? Json.write(text)
                : Json.write((from == 0 ? "" : "...") + text.substring(from, to) + (to == text.length() ? "" : "..."));
    }
}
