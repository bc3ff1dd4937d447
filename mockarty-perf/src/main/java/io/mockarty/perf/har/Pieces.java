package io.mockarty.perf.har;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a text that may be a value of their own, such as the token in {@code Bearer abc}. */
final class Pieces {

    private static final Pattern WORD = Pattern.compile("[^\\s,;\"'<>&=]+");
    private static final Pattern SPACED = Pattern.compile("[^\\s]+");
    private static final int LONGEST = 100_000;

    private Pieces() {}

    /** The text itself, its words, and what equals signs and the like set apart. */
    static Set<String> of(String text) {
        Set<String> pieces = new LinkedHashSet<>();
        pieces.add(text);
        if (text.length() <= LONGEST) {
            SPACED.matcher(text).results().forEach(match -> pieces.add(match.group()));
            WORD.matcher(text).results().forEach(match -> pieces.add(match.group()));
        }
        return pieces;
    }

    /** A stretch of a text, and whether it may be a value of its own. */
    record Piece(String text, boolean word) {}

    /** The text cut into words and what is between them. */
    static List<Piece> split(String text, boolean finely) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = (finely ? WORD : SPACED).matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                pieces.add(new Piece(text.substring(end, matcher.start()), false));
            }
            pieces.add(new Piece(matcher.group(), true));
            end = matcher.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(text.substring(end), false));
        }
        return pieces;
    }
}
