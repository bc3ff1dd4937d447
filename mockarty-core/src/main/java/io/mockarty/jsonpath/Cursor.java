package io.mockarty.jsonpath;

/** A position in the text being parsed, with the few moves the parsers are made of. For one thread and one parse. */
final class Cursor {

    /** What {@link #peek} returns at the end; no character has this value. */
    static final int END = -1;

    private static final int MAX_NESTING = 200;

    private final String text;
    private final int end;
    private final Dialect dialect;
    private int position;
    private int nesting;

    Cursor(String text, int from, int end, Dialect dialect) {
        this.text = text;
        this.position = from;
        this.end = end;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    int position() {
        return position;
    }

    void reset(int to) {
        position = to;
    }

    void skip(int characters) {
        position += characters;
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return position + ahead < end ? text.charAt(position + ahead) : END;
    }

    boolean accept(char c) {
        return accept(String.valueOf(c));
    }

    boolean accept(String token) {
        if (position + token.length() > end || !text.startsWith(token, position)) {
            return false;
        }
        position += token.length();
        return true;
    }

    void require(char c) {
        if (!accept(c)) {
            throw expected("'" + c + "'");
        }
    }

    String since(int start) {
        return text.substring(start, position);
    }

    /** Skips optional blanks, {@code S} in the grammar; returns whether there were any. */
    boolean skipBlank() {
        int start = position;
        while (isBlank(peek())) {
            position++;
        }
        return position > start;
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Returns how many UTF-16 units the name character ahead takes: 0 when there is none, 2 for a supplementary one. A
     * surrogate without its partner is no Unicode scalar value and so no name character.
     */
    int nameCharacter(int ahead, boolean first) {
        int c = peek(ahead);
        if (c < 0x80) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            return letter || (!first && isDigit(c)) ? 1 : 0;
        }
        return scalar(ahead);
    }

    /** Returns how many UTF-16 units the Unicode scalar value ahead takes: 0 for a surrogate without its partner. */
    int scalar(int ahead) {
        char c = (char) peek(ahead);
        if (!Character.isSurrogate(c)) {
            return 1;
        }
        int low = peek(ahead + 1);
        return Character.isHighSurrogate(c) && low != END && Character.isLowSurrogate((char) low) ? 2 : 0;
    }

    /** Notes that something nested begins; without a limit, hostile text could exhaust the stack. */
    void enter() {
        if (++nesting > MAX_NESTING) {
            throw problem(position, "nested too deeply (expected: at most " + MAX_NESTING + " levels)");
        }
    }

    void leave() {
        nesting--;
    }

    JsonPathSyntaxException expected(String what) {
        return problem(position, found() + " (expected: " + what + ")");
    }

    JsonPathSyntaxException problem(int at, String problem) {
        return new JsonPathSyntaxException(text, at, problem);
    }

    private String found() {
        int c = peek();
        if (c == END) {
            return "end of the path";
        }
        return c < ' ' || Character.isSurrogate((char) c) ? String.format("U+%04X", c) : "'" + (char) c + "'";
    }
}
