package io.mockarty.jsonpath;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads strings, integers and numbers (RFC 9535, sections 2.3.1.1, 2.3.3.1 and 2.3.5.1). */
final class Literals {

    private static final long MAX_EXACT = (1L << 53) - 1;
    private static final int MAX_EXACT_DIGITS = 16;
    private static final int MAX_LONG_DIGITS = 18;

    private Literals() {}

    /** Reads a quoted string; the cursor stands at its opening quotation mark. */
    static String string(Cursor cursor) {
        int start = cursor.position();
        char quote = (char) cursor.peek();
        cursor.skip(1);
        StringBuilder value = new StringBuilder();
        while (!cursor.accept(quote)) {
            int c = cursor.peek();
            if (c == Cursor.END) {
                throw cursor.problem(start, "string without end (expected: a closing " + quote + ")");
            } else if (c < ' ') {
                throw cursor.expected("control characters in a string to be escaped");
            } else if (c == '\\') {
                cursor.skip(1);
                value.appendCodePoint(escaped(cursor, quote));
            } else {
                int before = cursor.position();
                int units = cursor.scalar(0);
                if (units == 0) {
                    throw cursor.expected("surrogates in pairs");
                }
                cursor.skip(units);
                value.append(cursor.since(before));
            }
        }
        return value.toString();
    }

    private static int escaped(Cursor cursor, char quote) {
        int c = cursor.peek();
        int value = switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '/', '\\' -> c;
            case 'u' -> 'u';
            default -> c == quote ? c : Cursor.END;
        };
        if (value == Cursor.END) {
            throw cursor.expected("an escape: one of b f n r t / \\ " + quote + " or uXXXX");
        }
        cursor.skip(1);
        return c == 'u' ? unicode(cursor) : value;
    }

    private static int unicode(Cursor cursor) {
        int start = cursor.position() - 2;
        char high = hex(cursor);
        if (!Character.isSurrogate(high)) {
            return high;
        }
        if (Character.isHighSurrogate(high) && cursor.accept("\\u")) {
            char low = hex(cursor);
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint(high, low);
            }
        }
        throw cursor.problem(start, "surrogate without its partner (expected: \\uD8xx\\uDCxx, high then low)");
    }

    private static char hex(Cursor cursor) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int c = cursor.peek();
            // Character.digit would also take digits of other scripts.
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw cursor.expected("four hexadecimal digits");
            }
            value = value << 4 | digit;
            cursor.skip(1);
        }
        return (char) value;
    }

    /** Reads an integer of an index or slice: in the exact range of I-JSON, without leading zeros or minus zero. */
    static long integer(Cursor cursor) {
        int start = cursor.position();
        cursor.accept('-');
        int digits = digits(cursor, "a digit");
        String text = cursor.since(start);
        if (text.equals("-0") || hasLeadingZero(text)) {
            throw cursor.problem(start, text + " (expected: an integer without leading zeros, and 0 without a minus)");
        }
        long value = digits > MAX_EXACT_DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
        if (Math.abs(value) > MAX_EXACT) {
            throw cursor.problem(start, text + " (expected: -" + MAX_EXACT + ".." + MAX_EXACT + ")");
        }
        return value;
    }

    /** Reads a number of a filter, which has the syntax of JSON. */
    static Number number(Cursor cursor) {
        int start = cursor.position();
        cursor.accept('-');
        int digits = digits(cursor, "a digit");
        if (hasLeadingZero(cursor.since(start))) {
            throw cursor.problem(start, cursor.since(start) + " (expected: a number without leading zeros)");
        }
        boolean whole = true;
        if (cursor.accept('.')) {
            digits(cursor, "a digit after the decimal point");
            whole = false;
        }
        if (cursor.accept('e') || cursor.accept('E')) {
            if (!cursor.accept('-')) {
                cursor.accept('+');
            }
            digits(cursor, "a digit of the exponent");
            whole = false;
        }
        String text = cursor.since(start);
        if (whole) {
            return digits <= MAX_LONG_DIGITS ? (Number) Long.valueOf(text) : new BigInteger(text);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw cursor.problem(start, text + " (expected: an exponent between -2147483647 and 2147483647)");
        }
    }

    private static int digits(Cursor cursor, String expected) {
        int start = cursor.position();
        while (Cursor.isDigit(cursor.peek())) {
            cursor.skip(1);
        }
        if (cursor.position() == start) {
            throw cursor.expected(expected);
        }
        return cursor.position() - start;
    }

    private static boolean hasLeadingZero(String integer) {
        int first = integer.startsWith("-") ? 1 : 0;
        return integer.length() > first + 1 && integer.charAt(first) == '0';
    }
}
