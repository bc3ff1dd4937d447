package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;

import java.util.List;

/** Numbers under bar codes, with the check digit at the end. */
final class BarcodeFakes {

    private static final List<String> BOOKLAND = List.of("978", "979");

    private BarcodeFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("ean13", source -> CheckDigits.withGtin(source.digits(12))),
                plain("upc", source -> CheckDigits.withGtin(source.digits(11))),
                plain("isbn13", BarcodeFakes::isbn));
    }

    /** 979 is followed by 8: most of its other groups are not given out, and 9790 is sheet music. */
    private static String isbn(FakeSource source) {
        String prefix = source.pick(BOOKLAND);
        String group = prefix.equals("979") ? "8" : source.digits(1);
        return CheckDigits.withGtin(prefix + group + source.digits(8));
    }
}
