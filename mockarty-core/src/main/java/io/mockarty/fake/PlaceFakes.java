package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;

import java.math.BigDecimal;
import java.util.List;

/** Addresses in the style of the United States, countries and coordinates. */
final class PlaceFakes {

    private static final int COORDINATE_DIGITS = 6; // about 10 cm

    private PlaceFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("City", PlaceFakes::city),
                plain("Country", source -> source.pick(Words.Places.COUNTRIES)),
                plain("CountryCode", source -> source.pick(Words.Places.COUNTRY_CODES)),
                plain("State", source -> source.pick(Words.Places.STATES)),
                plain("StreetAddress", PlaceFakes::street),
                plain("Address", PlaceFakes::address),
                plain("Zip", PlaceFakes::zip),
                plain("ZipCode", PlaceFakes::zip),
                plain("Latitude", source -> degrees(source, 90)),
                plain("Longitude", source -> degrees(source, 180)));
    }

    private static String city(FakeSource source) {
        String root = PersonFakes.lastName(source) + source.pick(Words.Places.CITY_SUFFIXES);
        return source.oneIn(3) ? source.pick(Words.Places.CITY_PREFIXES) + " " + root : root;
    }

    private static String street(FakeSource source) {
        return source.between(1, 9999) + " " + PersonFakes.lastName(source) + " "
                + source.pick(Words.Places.STREET_SUFFIXES);
    }

    private static String address(FakeSource source) {
        return street(source) + ", " + city(source) + ", " + source.pick(Words.Places.STATE_CODES) + " " + zip(source);
    }

    private static String zip(FakeSource source) {
        return source.digits(5);
    }

    private static BigDecimal degrees(FakeSource source, int limit) {
        return source.between(BigDecimal.valueOf(-limit), BigDecimal.valueOf(limit), COORDINATE_DIGITS);
    }
}
