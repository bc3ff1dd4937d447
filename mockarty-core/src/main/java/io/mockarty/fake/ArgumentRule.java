package io.mockarty.fake;

import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which arguments a fake function takes, and how an error message says so. */
record ArgumentRule(String expected, Predicate<Arguments> accepts) {

    private static final ArgumentRule NONE = new ArgumentRule("no arguments", Arguments::isEmpty);

    static ArgumentRule none() {
        return NONE;
    }

    /** Two integers of 64 bits, the smaller first. */
    static ArgumentRule integerRange() {
        return new ArgumentRule("2 integers, min <= max", args -> {
            if (args.size() != 2) {
                return false;
            }
            Long min = args.integerOrNull(0);
            Long max = args.integerOrNull(1);
            return min != null && max != null && min <= max;
        });
    }

    /** Two numbers, the smaller first. */
    static ArgumentRule numberRange() {
        return new ArgumentRule("2 numbers, min <= max", ArgumentRule::isNumberRange);
    }

    /** Nothing, or two numbers, the smaller first. */
    static ArgumentRule optionalNumberRange() {
        return new ArgumentRule(
                "no arguments, or 2 numbers, min <= max", args -> args.isEmpty() || isNumberRange(args));
    }

    /** Nothing, or how many. */
    static ArgumentRule optionalCount(long min, long max) {
        return optionalInteger("in " + min + ".." + max, value -> min <= value && value <= max);
    }

    /** Nothing, or one of two integers. */
    static ArgumentRule optionalEither(long first, long second) {
        return optionalInteger("(" + first + " or " + second + ")", value -> value == first || value == second);
    }

    private static ArgumentRule optionalInteger(String values, Predicate<Long> isAllowed) {
        return new ArgumentRule(
                "no arguments, or 1 integer " + values,
                args -> args.isEmpty() || (args.size() == 1 && holds(isAllowed, args.integerOrNull(0))));
    }

    private static boolean holds(Predicate<Long> condition, @Nullable Long value) {
        return value != null && condition.test(value);
    }

    private static boolean isNumberRange(Arguments args) {
        if (args.size() != 2) {
            return false;
        }
        BigDecimal min = args.numberOrNull(0);
        BigDecimal max = args.numberOrNull(1);
        return min != null && max != null && min.compareTo(max) <= 0;
    }
}
