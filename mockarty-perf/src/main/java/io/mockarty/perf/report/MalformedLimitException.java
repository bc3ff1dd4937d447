package io.mockarty.perf.report;

import io.mockarty.perf.text.Caret;

/** A limit of a comparison that cannot be understood. The message shows it and points at the character. */
public final class MalformedLimitException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    MalformedLimitException(String text, int position, String expected) {
        super(Caret.message("fail-on", text, position, expected));
        this.position = position;
    }

    /** {@return the index of the first character that is wrong; the length of the text when something is missing} */
    public int position() {
        return position;
    }
}
