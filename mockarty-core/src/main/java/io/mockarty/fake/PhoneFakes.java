package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;

import java.util.List;

/** Telephone numbers of the North American plan. */
final class PhoneFakes {

    private static final List<String> TOLL_FREE = List.of("800", "833", "844", "855", "866", "877", "888");

    private PhoneFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("Phone", PhoneFakes::dashed),
                plain("PhoneNumber", PhoneFakes::dashed),
                plain("TollFreePhoneNumber", PhoneFakes::tollFree),
                plain("E164PhoneNumber", source -> "+1" + area(source) + exchange(source) + source.digits(4)));
    }

    private static String dashed(FakeSource source) {
        return area(source) + "-" + exchange(source) + "-" + source.digits(4);
    }

    private static String tollFree(FakeSource source) {
        return "(" + source.pick(TOLL_FREE) + ") " + exchange(source) + "-" + source.digits(4);
    }

    private static String area(FakeSource source) {
        return source.characters("23456789", 1) + source.characters("12345678", 1) + source.characters("23456789", 1);
    }

    /** Never N11, which would be a service such as 911. */
    private static String exchange(FakeSource source) {
        return source.characters("23456789", 1) + source.digits(1) + source.characters("023456789", 1);
    }
}
