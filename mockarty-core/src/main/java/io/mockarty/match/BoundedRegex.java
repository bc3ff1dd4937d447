package io.mockarty.match;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Compiles regular expressions that may be hostile. RE2/J matches in linear time, but writes counted repetitions out,
 * so {@code ((a{100}){100}){100}} would take a million states: the size is estimated first.
 */
final class BoundedRegex {

    private static final long MAX_SIZE = 10_000;

    private final String regex;
    private int at;

    private BoundedRegex(String regex) {
        this.regex = regex;
    }

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException when it is malformed, or too large once its repetitions are written out
     */
    static Pattern compile(String regex) {
        if (new BoundedRegex(regex).size() > MAX_SIZE) {
            throw new PatternSyntaxException(
                    "more than " + MAX_SIZE + " states once repetitions are written out", regex);
        }
        return Pattern.compile(regex);
    }

    /** Counts states as if every counted repetition were written out; brackets that do not match are no matter here. */
    private long size() {
        Deque<Long> outer = new ArrayDeque<>();
        long size = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            if (c == '(') {
                outer.push(size);
                size = 0;
            } else if (c == ')') {
                size = (outer.isEmpty() ? 0 : outer.pop()) + limited(size * repetitions());
            } else {
                skipRestOfAtom(c);
                size = limited(size + repetitions());
            }
        }
        return size;
    }

    private static long limited(long size) {
        return Math.min(size, MAX_SIZE + 1);
    }

    private void skipRestOfAtom(char c) {
        if (c == '\\') {
            at++;
        } else if (c == '[') {
            int first = at;
            while (at < regex.length() && (regex.charAt(at) != ']' || at == first)) {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }
    }

    /** Reads {@code {n}}, {@code {n,}} or {@code {n,m}} and returns how often the atom before it is written out. */
    private long repetitions() {
        int close = at < regex.length() && regex.charAt(at) == '{' ? regex.indexOf('}', at) : -1;
        if (close < 0) {
            return 1;
        }
        String counts = regex.substring(at + 1, close);
        if (!counts.matches("\\d{1,9}(,\\d{0,9})?")) {
            return 1;
        }
        at = close + 1;
        int comma = counts.indexOf(',');
        String most = comma < 0 || comma == counts.length() - 1 ? counts.replace(",", "") : counts.substring(comma + 1);
        return Math.max(1, Long.parseLong(most));
    }
}
