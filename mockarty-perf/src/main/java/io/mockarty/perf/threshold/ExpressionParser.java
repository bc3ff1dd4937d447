package io.mockarty.perf.threshold;

import io.mockarty.perf.text.TextScanner;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an expression from left to right, and knows where it cannot go on. */
final class ExpressionParser {

    private static final Set<String> STATS = Set.of("avg", "min", "max", "med", "count", "rate", "value");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
    private static final Pattern PERCENT = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final double WHOLE = 100;

    private final TextScanner in;

    ExpressionParser(String text) {
        in = new TextScanner(text);
    }

    Expression parse() {
        in.skipSpace();
        if (in.isAtEnd()) {
            throw malformed("a figure, an operator and a number, as in p(95) < 500");
        }
        String stat = stat();
        in.skipSpace();
        Optional<Operator> operator = Operator.at(in.text(), in.position());
        if (operator.isEmpty()) {
            throw malformed("an operator after " + stat + ": " + Operator.all());
        }
        String symbol = operator.get().symbol();
        in.moveTo(in.position() + symbol.length());
        in.skipSpace();
        double value = number(symbol);
        in.skipSpace();
        if (!in.isAtEnd()) {
            throw malformed("nothing after the number; times are in milliseconds, data in bytes and rates from 0 to 1,"
                    + " all without a unit");
        }
        return new Expression(in.text().strip(), stat, operator.get(), value);
    }

    /** Reads a text that is nothing but a figure. */
    String onlyStat() {
        in.skipSpace();
        String stat = stat();
        in.skipSpace();
        if (!in.isAtEnd()) {
            throw malformed("nothing after " + stat);
        }
        return stat;
    }

    private String stat() {
        int start = in.position();
        String word = in.next(WORD);
        if (word != null && word.equals("p")) {
            return percentile();
        }
        if (word == null || !STATS.contains(word)) {
            in.moveTo(start);
            throw malformed("one of avg, min, max, med, count, rate, value or p(N)");
        }
        return word;
    }

    private String percentile() {
        in.skipSpace();
        boolean parenthesis = in.takes('(');
        in.skipSpace();
        int start = in.position();
        String percent = in.next(PERCENT);
        if (percent == null) {
            throw malformed("a number of percent from 0 to 100, as in p(95)");
        }
        if (Double.parseDouble(percent) > WHOLE) {
            in.moveTo(start);
            throw malformed("a number of percent from 0 to 100");
        }
        in.skipSpace();
        if (parenthesis && !in.takes(')')) {
            throw malformed("a closing parenthesis");
        }
        return "p(" + percent + ")";
    }

    private double number(String operator) {
        int start = in.position();
        String number = in.next(NUMBER);
        if (number == null) {
            throw malformed("a number after " + operator);
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            in.moveTo(start);
            throw malformed("a number up to " + Double.MAX_VALUE);
        }
        return value;
    }

    private MalformedExpressionException malformed(String expected) {
        return new MalformedExpressionException(in.text(), in.position(), expected);
    }
}
