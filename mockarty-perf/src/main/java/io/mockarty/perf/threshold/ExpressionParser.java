package io.mockarty.perf.threshold;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an expression from left to right, and knows where it cannot go on. */
final class ExpressionParser {

    private static final Set<String> STATS = Set.of("avg", "min", "max", "med", "count", "rate", "value");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
    private static final Pattern PERCENT = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final double WHOLE = 100;

    private final String text;
    private int position;

    ExpressionParser(String text) {
        this.text = text;
    }

    Expression parse() {
        skipSpace();
        if (position == text.length()) {
            throw malformed("a figure, an operator and a number, as in p(95) < 500");
        }
        String stat = stat();
        skipSpace();
        Optional<Operator> operator = Operator.at(text, position);
        if (operator.isEmpty()) {
            throw malformed("an operator after " + stat + ": " + Operator.all());
        }
        String symbol = operator.get().symbol();
        position += symbol.length();
        skipSpace();
        double value = number(symbol);
        skipSpace();
        if (position < text.length()) {
            throw malformed("nothing after the number; times are in milliseconds, data in bytes and rates from 0 to 1,"
                    + " all without a unit");
        }
        return new Expression(text.strip(), stat, operator.get(), value);
    }

    /** Reads a text that is nothing but a figure. */
    String onlyStat() {
        skipSpace();
        String stat = stat();
        skipSpace();
        if (position < text.length()) {
            throw malformed("nothing after " + stat);
        }
        return stat;
    }

    private String stat() {
        int start = position;
        String word = next(WORD);
        if (word != null && word.equals("p")) {
            return percentile();
        }
        if (word == null || !STATS.contains(word)) {
            position = start;
            throw malformed("one of avg, min, max, med, count, rate, value or p(N)");
        }
        return word;
    }

    private String percentile() {
        skipSpace();
        boolean parenthesis = takes('(');
        skipSpace();
        int start = position;
        String percent = next(PERCENT);
        if (percent == null) {
            throw malformed("a number of percent from 0 to 100, as in p(95)");
        }
        if (Double.parseDouble(percent) > WHOLE) {
            position = start;
            throw malformed("a number of percent from 0 to 100");
        }
        skipSpace();
        if (parenthesis && !takes(')')) {
            throw malformed("a closing parenthesis");
        }
        return "p(" + percent + ")";
    }

    private double number(String operator) {
        int start = position;
        String number = next(NUMBER);
        if (number == null) {
            throw malformed("a number after " + operator);
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            position = start;
            throw malformed("a number up to " + Double.MAX_VALUE);
        }
        return value;
    }

    private @org.jspecify.annotations.Nullable String next(Pattern pattern) {
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

    private MalformedExpressionException malformed(String expected) {
        return new MalformedExpressionException(text, position, expected);
    }
}
