package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;
import static io.mockarty.fake.NamedFunction.with;

import java.util.List;

/** Numbers that states give to people, companies and banks, with the check digits each state prescribes. */
final class TaxFakes {

    private static final int COMPANY_INN = 10;
    private static final int PERSON_INN = 12;
    private static final List<String> EIN_PREFIXES =
            List.of("12", "20", "27", "33", "36", "45", "52", "61", "74", "81", "95");

    private TaxFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("vat_de", source -> "DE" + CheckDigits.withVatDe(source.between(1, 9) + source.digits(7))),
                with(
                        "ru_inn",
                        ArgumentRule.optionalEither(COMPANY_INN, PERSON_INN),
                        (source, args) -> inn(source, args.countOr(COMPANY_INN))),
                plain("ru_snils", TaxFakes::snils),
                plain("ru_ogrn", TaxFakes::ogrn),
                plain("ru_kpp", source -> region(source) + source.digits(2) + "01" + source.digits(3)),
                plain("us_routing", TaxFakes::routing),
                plain("ssn", TaxFakes::ssn),
                plain("ein", source -> source.pick(EIN_PREFIXES) + "-" + source.digits(7)));
    }

    private static String inn(FakeSource source, int length) {
        return length == PERSON_INN
                ? CheckDigits.withPersonInn(region(source) + source.digits(8))
                : CheckDigits.withCompanyInn(region(source) + source.digits(7));
    }

    private static String snils(FakeSource source) {
        String number = source.between(1, 9) + source.digits(8);
        return number.substring(0, 3) + "-" + number.substring(3, 6) + "-" + number.substring(6) + " "
                + CheckDigits.snils(number);
    }

    private static String ogrn(FakeSource source) {
        return CheckDigits.withOgrn("1" + twoDigits(source.between(2, 25)) + region(source) + source.digits(7));
    }

    private static String routing(FakeSource source) {
        long district = source.between(1, 12);
        return CheckDigits.withRouting(twoDigits(source.oneIn(4) ? district + 20 : district) + source.digits(6));
    }

    /** Area 001 to 899 but 666, group 01 to 99, serial 0001 to 9999. */
    private static String ssn(FakeSource source) {
        long area = source.between(1, 898);
        return padded(area < 666 ? area : area + 1, 3) + "-" + twoDigits(source.between(1, 99)) + "-"
                + padded(source.between(1, 9999), 4);
    }

    private static String region(FakeSource source) {
        return twoDigits(source.between(1, 92));
    }

    private static String twoDigits(long number) {
        return padded(number, 2);
    }

    private static String padded(long number, int length) {
        String text = Long.toString(number);
        return "0".repeat(length - text.length()) + text;
    }
}
