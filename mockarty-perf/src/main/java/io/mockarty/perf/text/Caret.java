package io.mockarty.perf.text;

import io.mockarty.mock.Problem;

/** Messages that point at a character. */
public final class Caret {

    private static final int INDENT = 4;

    private Caret() {}

    /**
     * {@return a problem with the text below it, and a caret below the character}
     *
     * @param path where the text stands
     * @param text what was read
     * @param position the index of the character; the length of the text when something is missing
     * @param expected what should stand there
     */
    public static String message(String path, String text, int position, String expected) {
        String line = oneLine(text);
        return new Problem(path, "\"" + line + "\"", expected) + pointAt(line, position, INDENT);
    }

    /**
     * {@return two lines to be put behind a message, each with a line break before it: the text, and a caret below the
     * character}
     *
     * @param text what was read
     * @param position the index of the character; what is outside of the text becomes its begin or end
     * @param indent how many spaces to put before both lines
     */
    public static String pointAt(String text, int position, int indent) {
        String start = "\n" + " ".repeat(indent);
        int column = Math.max(0, Math.min(position, text.length()));
        return start + oneLine(text) + start + " ".repeat(column) + "^";
    }

    /** One column for each character, also for tabs and line breaks, or the caret would stand elsewhere. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
