package io.mockarty.jsonpath;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Translates an I-Regexp (RFC 9485) to the syntax of RE2/J, whose matching takes linear time. Only what the grammar of
 * the RFC has is accepted, so no feature of RE2/J leaks into queries; the one exception is that {@code ^} and {@code $}
 * outside brackets stay anchors, as other implementations have it.
 */
final class IRegexp {

    private static final int END = -1;
    private static final int MAX_NESTING = 200;
    private static final int MAX_REPEAT = 1000;
    /** RE2/J writes repetitions out; without a limit, a short expression could need all memory. */
    private static final int MAX_SIZE = 2_000;

    private static final Pattern CATEGORY =
            Pattern.compile("L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|Z[lps]?|S[ckmo]?|C[cfno]?");

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int position;

    private IRegexp(String source) {
        this.source = source;
    }

    /** Compiles an I-Regexp; returns null when it is not one, or is too large. */
    static @Nullable Pattern compile(String source) {
        try {
            IRegexp regexp = new IRegexp(source);
            regexp.alternatives(0);
            if (regexp.peek() != END) {
                throw invalid();
            }
            return Pattern.compile(regexp.out.toString());
        } catch (IllegalArgumentException | PatternSyntaxException e) {
            return null;
        }
    }

    private static IllegalArgumentException invalid() {
        return new IllegalArgumentException("regular expression (expected: an I-Regexp of RFC 9485)");
    }

    private static int limited(long size) {
        if (size > MAX_SIZE) {
            throw invalid();
        }
        return (int) size;
    }

    /** Translates branches up to a closing parenthesis or the end; returns how large they are written out. */
    private int alternatives(int nesting) {
        if (nesting > MAX_NESTING) {
            throw invalid();
        }
        int size = 1;
        for (int c = peek(); c != END && c != ')'; c = peek()) {
            if (accept('|')) {
                out.append('|');
                size = limited(size + 1);
            } else {
                int atom = atom(nesting);
                size = limited(size + (long) atom * quantifier());
            }
        }
        return size;
    }

    private int atom(int nesting) {
        if (startsCategory()) {
            out.append('[');
            category();
            out.append(']');
            return 1;
        }
        int c = next();
        switch (c) {
            case '(' -> {
                out.append("(?:");
                int size = alternatives(nesting + 1);
                require(')');
                out.append(')');
                return size + 1;
            }
            case '.' -> out.append("[^\\n\\r]");
            case '[' -> characterClass();
            case '\\' -> character(escaped());
            case '^', '$' -> out.appendCodePoint(c);
            case '*', '+', '?', '{', '}', ']' -> throw invalid();
            default -> character(c);
        }
        return 1;
    }

    /** Translates a quantifier, if there is one; returns how often it may write out its atom. */
    private int quantifier() {
        if (accept('*')) {
            out.append('*');
        } else if (accept('+')) {
            out.append('+');
        } else if (accept('?')) {
            out.append('?');
        } else if (accept('{')) {
            return bounds();
        }
        return 1;
    }

    private int bounds() {
        int least = count();
        int most = least;
        out.append('{').append(least);
        if (accept(',')) {
            out.append(',');
            if (peek() != '}') {
                most = count();
                out.append(most);
            }
        }
        require('}');
        out.append('}');
        return Math.max(1, most);
    }

    private int count() {
        int start = position;
        int value = 0;
        while (Cursor.isDigit(peek())) {
            value = value * 10 + next() - '0';
            if (value > MAX_REPEAT) {
                throw invalid();
            }
        }
        if (position == start) {
            throw invalid();
        }
        return value;
    }

    private void characterClass() {
        out.append('[');
        // "[^]" holds a circumflex: the grammar has no empty class.
        if (!source.startsWith("^]", position) && accept('^')) {
            out.append('^');
        }
        int start = position;
        if (accept('-')) {
            character('-');
        }
        while (!accept(']')) {
            if (accept('-')) {
                character('-');
                if (peek() != ']') {
                    throw invalid();
                }
            } else if (startsCategory()) {
                category();
            } else {
                range(classCharacter());
            }
        }
        if (position == start + 1) {
            throw invalid();
        }
        out.append(']');
    }

    private void range(int low) {
        character(low);
        if (!source.startsWith("-]", position) && accept('-')) {
            int high = classCharacter();
            if (high < low) {
                throw invalid();
            }
            out.append('-');
            character(high);
        }
    }

    private int classCharacter() {
        int c = next();
        if (c == '[' || c == ']' || c == '-') {
            throw invalid();
        }
        return c == '\\' ? escaped() : c;
    }

    /** Reads the character after a backslash. */
    private int escaped() {
        int c = next();
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '(', ')', '*', '+', '-', '.', '?', '[', '\\', ']', '^', '{', '|', '}' -> c;
            default -> throw invalid();
        };
    }

    private boolean startsCategory() {
        return source.startsWith("\\p{", position) || source.startsWith("\\P{", position);
    }

    /** Translates a Unicode category to what stands for it inside brackets. */
    private void category() {
        boolean complement = source.charAt(position + 1) == 'P';
        int end = source.indexOf('}', position);
        String name = end < 0 ? "" : source.substring(position + 3, end);
        if (!CATEGORY.matches(name)) {
            throw invalid();
        }
        position = end + 1;
        // RE2/J does not count unassigned code points as a category, nor among the others (C).
        if (name.equals("Cn")) {
            out.append(complement ? UnassignedCodePoints.COMPLEMENT : UnassignedCodePoints.RANGES);
        } else if (name.equals("C")) {
            out.append(complement ? "\\pL\\pM\\pN\\pP\\pS\\pZ" : "\\pC" + UnassignedCodePoints.RANGES);
        } else {
            out.append(complement ? "\\P{" : "\\p{").append(name).append('}');
        }
    }

    /** Writes one character so that RE2/J takes it literally, inside brackets and outside. */
    private void character(int c) {
        if (c < 0x80 ? Character.isLetterOrDigit(c) : Character.isLetter(c)) {
            out.appendCodePoint(c);
        } else {
            out.append("\\x{").append(Integer.toHexString(c)).append('}');
        }
    }

    private int peek() {
        return position < source.length() ? source.codePointAt(position) : END;
    }

    private int next() {
        int c = peek();
        if (c == END || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw invalid();
        }
        position += Character.charCount(c);
        return c;
    }

    private boolean accept(char c) {
        if (peek() != c) {
            return false;
        }
        position++;
        return true;
    }

    private void require(char c) {
        if (!accept(c)) {
            throw invalid();
        }
    }
}
