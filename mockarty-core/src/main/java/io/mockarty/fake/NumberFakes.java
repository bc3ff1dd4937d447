package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;
import static io.mockarty.fake.NamedFunction.with;

import java.math.BigDecimal;
import java.util.List;

/** Numbers and booleans. */
final class NumberFakes {

    private static final int FRACTION_DIGITS = 6;
    private static final int RANGE_DIGITS = 2;
    private static final long MILLIONTHS = 1_000_000;

    private NumberFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("Bool", source -> source.random().nextBoolean()),
                plain("PositiveInt", source -> source.between(1, Integer.MAX_VALUE)),
                plain("NegativeInt", source -> source.between(Integer.MIN_VALUE, -1)),
                plain("Float64", source -> BigDecimal.valueOf(source.between(0, MILLIONTHS - 1), FRACTION_DIGITS)),
                with("IntBetween", ArgumentRule.integerRange(), NumberFakes::integerBetween),
                with("IntRange", ArgumentRule.integerRange(), NumberFakes::integerBetween),
                with("FloatRange", ArgumentRule.numberRange(), NumberFakes::numberBetween));
    }

    private static Object integerBetween(FakeSource source, Arguments args) {
        return source.between(args.integer(0), args.integer(1));
    }

    private static Object numberBetween(FakeSource source, Arguments args) {
        return source.between(args.number(0), args.number(1), RANGE_DIGITS);
    }
}
