package io.mockarty.match;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression that stays small. Matching takes time in proportion to the text, but also to the compiled
 * expression, which holds a copy of what is repeated for each repetition: {@code ((a{1000}){1000}){1000}} would fill
 * any memory, and {@code (x{0,300}){0,300}y} would take a minute for ten thousand characters.
 */
record Regex(Pattern pattern) {

    /** The most items of the compiled expression times characters of the text. */
    private static final long MAX_WORK = 20_000_000;

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException when it is malformed or too large
     */
    static Regex compile(String text) {
        RegexSize.check(text);
        return new Regex(Pattern.compile(text));
    }

    /** Tells whether a text contains a match; a text too long for this expression counts as one that does not. */
    boolean find(String text) {
        return (long) pattern.programSize() * text.length() <= MAX_WORK
                && pattern.matcher(text).find();
    }
}
