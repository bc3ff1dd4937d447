package io.mockarty.perf.report;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a limit from left to right, and knows where it cannot go on. */
final class LimitParser {

    private static final Set<String> STATS =
            Set.of("avg", "min", "med", "max", "count", "rate", "value", "passes", "fails", "score");
    private static final String EXAMPLE = "a limit such as p(95):+10%, http_reqs.rate:-5% or avg:+20ms";
    private static final String ALL_STATS =
            "one of avg, min, med, max, count, rate, value, passes, fails, score or p(N)";
    private static final Pattern METRIC = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*(?:\\{[^}]*})?)\\s*\\.");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern UNIT = Pattern.compile("%|ms");
    private static final double WHOLE = 100;

    private final String text;
    private int position;

    LimitParser(String text) {
        this.text = text;
    }

    RegressionLimit parse() {
        skipSpace();
        if (position == text.length()) {
            throw malformed(EXAMPLE);
        }
        String metric = metric();
        String stat = stat();
        skipSpace();
        if (!takes(':')) {
            throw malformed("a colon after " + stat + ", as in " + stat + ":+10%");
        }
        skipSpace();
        boolean falling = takes('-');
        if (!falling && !takes('+')) {
            throw malformed("+ for how far it may rise, or - for how far it may fall");
        }
        skipSpace();
        String number = next(NUMBER);
        if (number == null) {
            throw malformed("a number after " + (falling ? "-" : "+"));
        }
        skipSpace();
        String unit = next(UNIT);
        if (unit == null) {
            throw malformed("% or ms after the number");
        }
        skipSpace();
        if (position < text.length()) {
            throw malformed("nothing after " + unit);
        }
        double change = Double.parseDouble(number) * (falling ? -1 : 1);
        return new RegressionLimit(metric, stat, change, unit.equals("%"), text.strip());
    }

    private String metric() {
        Matcher metric = METRIC.matcher(text).region(position, text.length());
        if (!metric.lookingAt()) {
            return RegressionLimit.DEFAULT_METRIC;
        }
        position = metric.end();
        skipSpace();
        return metric.group(1);
    }

    /** The figure as reports name it: {@code p(95)} is {@code p95} there. */
    private String stat() {
        int start = position;
        String word = next(WORD);
        if (word != null && word.equals("p")) {
            boolean parenthesis = takes('(');
            int at = position;
            String percent = next(NUMBER);
            if (percent == null || Double.parseDouble(percent) > WHOLE) {
                position = at;
                throw malformed("a number of percent from 0 to 100, as in p(95)");
            }
            if (parenthesis && !takes(')')) {
                throw malformed("a closing parenthesis");
            }
            return "p" + percent;
        }
        if (word == null || !STATS.contains(word)) {
            position = start;
            throw malformed(ALL_STATS);
        }
        return word;
    }

    private @Nullable String next(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        position = matcher.end();
        return matcher.group();
    }

    private boolean takes(char wanted) {
        if (position < text.length() && text.charAt(position) == wanted) {
            position++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private MalformedLimitException malformed(String expected) {
        return new MalformedLimitException(text, position, expected);
    }
}
