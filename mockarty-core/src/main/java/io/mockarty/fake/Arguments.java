package io.mockarty.fake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call, read as numbers. A number may also be a string of digits, as it is when it comes from a
 * query parameter.
 */
record Arguments(List<@Nullable Object> values) {

    private static final int MAX_NUMBER_LENGTH = 40;

    int size() {
        return values.size();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The argument at an index, {@code null} when it is not an integer of 64 bits. */
    @Nullable
    Long integerOrNull(int index) {
        Object value = values.get(index);
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        BigDecimal number = numberOrNull(index);
        if (number == null) {
            return null;
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException notAnInteger) {
            return null;
        }
    }

    /** The argument at an index, {@code null} when it is not a number or one of more than 40 digits. */
    @Nullable
    BigDecimal numberOrNull(int index) {
        BigDecimal number = toDecimal(values.get(index));
        boolean sane = number != null
                && Math.abs((long) number.scale()) <= MAX_NUMBER_LENGTH // a silly exponent must cost nothing
                && number.precision() <= MAX_NUMBER_LENGTH;
        return sane ? number : null;
    }

    /** The argument at an index that a rule has found to be an integer. */
    long integer(int index) {
        Long value = integerOrNull(index);
        if (value == null) {
            throw new IllegalArgumentException("argument " + (index + 1) + " (expected: an integer)");
        }
        return value;
    }

    /** The argument at an index that a rule has found to be a number. */
    BigDecimal number(int index) {
        BigDecimal value = numberOrNull(index);
        if (value == null) {
            throw new IllegalArgumentException("argument " + (index + 1) + " (expected: a number)");
        }
        return value;
    }

    /** The first argument, or a default when there is none. */
    int countOr(int otherwise) {
        return isEmpty() ? otherwise : Math.toIntExact(integer(0));
    }

    private static @Nullable BigDecimal toDecimal(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (value instanceof Number || value instanceof String) {
            return parse(value.toString().strip());
        }
        return null;
    }

    private static @Nullable BigDecimal parse(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
