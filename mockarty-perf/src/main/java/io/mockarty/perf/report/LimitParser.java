package io.mockarty.perf.report;

import io.mockarty.perf.text.TextScanner;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a limit from left to right, and knows where it cannot go on. */
final class LimitParser {

    private static final Set<String> STATS =
            Set.of("avg", "min", "med", "max", "count", "rate", "value", "passes", "fails", "score");
    private static final String EXAMPLE = "a limit such as p(95):+10%, http_reqs.rate:-5% or avg:+20ms";
    private static final String ALL_STATS =
            "one of avg, min, med, max, count, rate, value, passes, fails, score or p(N)";
    private static final Pattern METRIC = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\{[^}]*})?(?=\\s*\\.)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern UNIT = Pattern.compile("%|ms");
    private static final double WHOLE = 100;

    private final TextScanner in;

    LimitParser(String text) {
        in = new TextScanner(text);
    }

    RegressionLimit parse() {
        in.skipSpace();
        if (in.isAtEnd()) {
            throw malformed(EXAMPLE);
        }
        String metric = metric();
        String stat = stat();
        in.skipSpace();
        if (!in.takes(':')) {
            throw malformed("a colon after " + stat + ", as in " + stat + ":+10%");
        }
        in.skipSpace();
        boolean falling = in.takes('-');
        if (!falling && !in.takes('+')) {
            throw malformed("+ for how far it may rise, or - for how far it may fall");
        }
        in.skipSpace();
        String number = in.next(NUMBER);
        if (number == null) {
            throw malformed("a number after " + (falling ? "-" : "+"));
        }
        in.skipSpace();
        String unit = in.next(UNIT);
        if (unit == null) {
            throw malformed("% or ms after the number");
        }
        in.skipSpace();
        if (!in.isAtEnd()) {
            throw malformed("nothing after " + unit);
        }
        double change = Double.parseDouble(number) * (falling ? -1 : 1);
        return new RegressionLimit(
                metric, stat, change, unit.equals("%"), in.text().strip());
    }

    private String metric() {
        String metric = in.next(METRIC);
        if (metric == null) {
            return RegressionLimit.DEFAULT_METRIC;
        }
        in.skipSpace();
        in.takes('.');
        in.skipSpace();
        return metric;
    }

    /** The figure as reports name it: {@code p(95)} is {@code p95} there. */
    private String stat() {
        int start = in.position();
        String word = in.next(WORD);
        if (word != null && word.equals("p")) {
            boolean parenthesis = in.takes('(');
            int at = in.position();
            String percent = in.next(NUMBER);
            if (percent == null || Double.parseDouble(percent) > WHOLE) {
                in.moveTo(at);
                throw malformed("a number of percent from 0 to 100, as in p(95)");
            }
            if (parenthesis && !in.takes(')')) {
                throw malformed("a closing parenthesis");
            }
            return "p" + percent;
        }
        if (word == null || !STATS.contains(word)) {
            in.moveTo(start);
            throw malformed(ALL_STATS);
        }
        return word;
    }

    private MalformedLimitException malformed(String expected) {
        return new MalformedLimitException(in.text(), in.position(), expected);
    }
}
