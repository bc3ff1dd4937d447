package io.mockarty.match;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Measures a regular expression before it is compiled, when one that is too large has not filled the memory yet. */
final class RegexSize {

    private static final long MAX_STEPS = 2_000;
    private static final int MAX_DEPTH = 500;
    private static final Pattern REPETITION = Pattern.compile("^\\{(\\d{1,4})(?:,(\\d{0,4}))?\\}");

    /** The steps before the last item, and the last item, which a repetition multiplies. */
    private record Size(long before, long last) {

        Size then(long item) {
            return new Size(before + last, item);
        }

        long total() {
            return before + last;
        }
    }

    private final String text;
    private final Deque<Size> outer = new ArrayDeque<>();
    private Size size = new Size(0, 0);
    private int at;

    private RegexSize(String text) {
        this.text = text;
    }

    /**
     * Checks an expression.
     *
     * @throws PatternSyntaxException when it is too large
     */
    static void check(String text) {
        new RegexSize(text).check();
    }

    private void check() {
        while (at < text.length()) {
            step(text.charAt(at));
            if (size.total() > MAX_STEPS || outer.size() > MAX_DEPTH) {
                throw new PatternSyntaxException("repetitions or groups too large or too deep");
            }
        }
    }

    private void step(char c) {
        if (c == '(') {
            outer.push(size);
            size = new Size(0, 0);
            at++;
        } else if (c == ')') {
            size = outer.isEmpty() ? size : outer.pop().then(size.total());
            at++;
        } else if (c == '{') {
            repeat();
        } else {
            size = size.then(1);
            at = c == '[' ? endOfClass() : at + (c == '\\' ? 2 : 1);
        }
    }

    private void repeat() {
        Matcher repetition = REPETITION.matcher(text.substring(at, Math.min(text.length(), at + 12)));
        if (!repetition.find()) {
            size = size.then(1);
            at++;
            return;
        }
        String most = repetition.group(2);
        long times = Long.parseLong(most == null || most.isEmpty() ? repetition.group(1) : most);
        size = new Size(size.before, size.last * Math.max(1, times));
        at += repetition.end();
    }

    /** A bracket that opens or closes nothing inside a class must not count as a group. */
    private int endOfClass() {
        int end = at + (text.startsWith("[^", at) ? 3 : 2);
        while (end < text.length() && text.charAt(end) != ']') {
            boolean named = text.startsWith("[:", end) && text.indexOf(":]", end) > 0;
            end = named ? text.indexOf(":]", end) + 2 : end + (text.charAt(end) == '\\' ? 2 : 1);
        }
        return end + 1;
    }
}
