package io.mockarty.perf.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text that is read from left to right, and the place where the reading is. Used by one thread. */
public final class TextScanner {

    private final String text;
    private int position;

    /**
     * Creates a scanner at the begin of a text.
     *
     * @param text what to read
     */
    public TextScanner(String text) {
        this.text = text;
    }

    /** {@return the whole text} */
    public String text() {
        return text;
    }

    /** {@return the index of the next character; the length of the text at its end} */
    public int position() {
        return position;
    }

    /**
     * Goes to another place.
     *
     * @param index from 0 to the length of the text
     */
    public void moveTo(int index) {
        if (index < 0 || index > text.length()) {
            throw new IndexOutOfBoundsException("index: " + index + " (expected: 0.." + text.length() + ")");
        }
        position = index;
    }

    /** {@return whether nothing is left to read} */
    public boolean isAtEnd() {
        return position == text.length();
    }

    /**
     * Reads what a pattern matches at this place.
     *
     * @param pattern the pattern
     * @return what it matched, or null when it does not match here; then the place stays
     */
    public @Nullable String next(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        position = matcher.end();
        return matcher.group();
    }

    /**
     * Reads one character if it is the next one.
     *
     * @param wanted the character
     * @return whether it was
     */
    public boolean takes(char wanted) {
        if (position < text.length() && text.charAt(position) == wanted) {
            position++;
            return true;
        }
        return false;
    }

    /** Goes to the next character that is no white space. */
    public void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }
}
