package io.mockarty.perf.threshold;

import io.mockarty.mock.Problem;

/** Messages that point at a character. */
final class Caret {

    private static final String INDENT = "    ";

    private Caret() {}

    /** A problem with the expression below it, and a caret below the character. */
    static String message(String path, String expression, int position, String expected) {
        String line = expression.replaceAll("\\p{Cntrl}", " ");
        return new Problem(path, "\"" + line + "\"", expected) + "\n" + INDENT + line + "\n" + INDENT
                + " ".repeat(position) + "^";
    }
}
