package io.mockarty.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each name gives, one line per name. */
class FakeFormatsTest {

    private static final int TIMES = 300;
    private static final String DAY = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
    private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d";
    private static final String NAME = "[A-Z][A-Za-z'-]+";
    private static final String HOST = "[a-z]+\\.example\\.(com|net|org)";
    private static final String PHONE = "[2-9]\\d{2}-[2-9]\\d{2}-\\d{4}";
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Map<String, Predicate<Object>> EXPECTED = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        numbersAndIds();
        peopleAndInternet();
        textAndTime();
        placesAndCompanies();
        moneyAndPhones();
        plugins();
    }

    private static void numbersAndIds() {
        EXPECTED.put("Bool", Boolean.class::isInstance);
        integer("PositiveInt", 1, Integer.MAX_VALUE);
        integer("NegativeInt", Integer.MIN_VALUE, -1);
        integer("IntBetween", 1, 100);
        integer("IntRange", -5, 5);
        decimal("Float64", "0", "0.999999", 6);
        decimal("FloatRange", "0.5", "2.5", 2);
        text("UUID", UUID);
        text("UUIDDigit", "[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}");
        text("HexColor", "#[0-9a-f]{6}");
        text("JWT", "eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]{43}");
    }

    private static void peopleAndInternet() {
        List.of("FirstName", "FirstNameMale", "FirstNameFemale", "LastName").forEach(name -> text(name, NAME));
        List.of("Name", "FullName").forEach(name -> text(name, NAME + " " + NAME));
        text("TitleMale", "Mr\\.|Dr\\.|Prof\\.");
        text("TitleFemale", "Mrs\\.|Ms\\.|Miss|Dr\\.|Prof\\.");
        text("Gender", "Male|Female");
        text("Email", "[a-z]+\\.[a-z]+\\d{1,4}@example\\.(com|net|org)");
        text("Username", "[a-z]+_[a-z]+\\d{1,4}");
        text("Password", "(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)(?=.*[!#%*+=?@^_-])[a-zA-Z\\d!#%*+=?@^_-]{16}");
        text("URL", "https://www\\." + HOST + "/[a-z]+");
        text("DomainName", HOST);
        text("UserAgent", "Mozilla/5\\.0 \\(.+\\) .+/\\d{3}\\.0.*");
        text("IPv4", "(?!127\\.)(?!0\\.)(" + BYTE + "\\.){3}" + BYTE);
        text("IPv6", "2001:0db8(:[0-9a-f]{4}){6}");
        text("MacAddress", "[0-9a-f][048c](:[0-9a-f]{2}){5}");
    }

    private static void textAndTime() {
        text("Word", "[a-z]+");
        text("Sentence", "[A-Z][a-z]*( [a-z]+){4,9}\\.");
        text("Paragraph", "([A-Z][a-z ]+\\. ?){3,5}");
        text("Date", DAY);
        List.of("DateISO", "iso_date").forEach(name -> text(name, "2026-03-22"));
        List.of("DateTimeISO", "RFC3339", "iso_datetime").forEach(name -> text(name, "2026-03-22T10:30:00Z"));
        text("Timestamp", "2026-03-22 10:30:00");
        integer("UnixTime", 1774175400, 1774175400);
        text("TimeString", CLOCK);
        text("MonthName", "January|February|March|April|May|June|July|August|September|October|November|December");
        text("YearString", "(19[7-9]|20[0-2])\\d");
        text("DayOfWeek", "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day");
        text("DayOfMonth", "[1-9]|[12]\\d|3[01]");
        text("Century", "[IVX]+");
        text("Timezone", "[A-Z][a-z]+/[A-Za-z_/]+");
        text("TimePeriod", "AM|PM");
    }

    private static void placesAndCompanies() {
        text("City", "[A-Z].{3,}");
        text("Country", "[A-Z].{3,}");
        text("CountryCode", "[A-Z]{2}");
        text("State", "[A-Z][A-Za-z ]{3,}");
        text("StreetAddress", "[1-9]\\d{0,3} " + NAME + " " + NAME);
        text("Address", "[1-9]\\d{0,3} " + NAME + " " + NAME + ", [A-Z].{3,}, [A-Z]{2} \\d{5}");
        List.of("Zip", "ZipCode").forEach(name -> text(name, "\\d{5}"));
        decimal("Latitude", "-90", "90", 6);
        decimal("Longitude", "-180", "180", 6);
        List.of("Company", "CompanyName").forEach(name -> text(name, NAME + "( (Inc|and Sons|LLC|Group))?"));
        text("JobTitle", "\\S+( \\S+){1,3}");
        text("ProductName", "\\S+( \\S+){2,3}");
    }

    private static void moneyAndPhones() {
        decimal("Price", "0.01", "999.99", 2);
        decimal("Amount", "0.01", "9999.99", 2);
        text("Currency", "[A-Z]{3}");
        text("AmountWithCurrency", "[A-Z]{3} \\d{1,4}\\.\\d{2}");
        text("CCType", "Visa|MasterCard|American Express|Discover|JCB|Diners Club");
        text("CCNumber", "\\d{14,16}");
        List.of("CreditCardNumber", "credit_card").forEach(name -> text(name, "[45]\\d{15}"));
        List.of("Phone", "PhoneNumber").forEach(name -> text(name, PHONE));
        text("TollFreePhoneNumber", "\\(8(00|33|44|55|66|77|88)\\) [2-9]\\d{2}-\\d{4}");
        text("E164PhoneNumber", "\\+1[2-9]\\d{9}");
    }

    private static void plugins() {
        text("ean13", "\\d{13}");
        text("upc", "\\d{12}");
        text("isbn13", "97(8|98)\\d{9,10}");
        text("eth_address", "0x[0-9a-f]{40}");
        text("tx_hash", "0x[0-9a-f]{64}");
        text("btc_address", "1[1-9A-HJ-NP-Za-km-z]{25,33}");
        text("cron", "(\\*/\\d+|\\d+)( (\\*|\\d+)){4}");
        text("duration", "PT(\\d{1,2}H)?\\d{1,2}M");
        text("iban", "[A-Z]{2}\\d{2}[A-Z]{0,4}\\d{10,18}");
        text("bic", "[A-Z]{8}(\\d{3})?");
        text("vat_de", "DE[1-9]\\d{8}");
        text("ulid", "[0-7][0-9A-HJKMNP-TV-Z]{25}");
        text("nanoid", "[A-Za-z0-9_-]{21}");
        text("hex_token", "[0-9a-f]{32}");
        text("cidr", "10(\\." + BYTE + "){3}/(1[6-9]|2\\d|30)");
        text("private_ip", "(10|172\\.(1[6-9]|2\\d|3[01])|192\\.168)(\\." + BYTE + "){2,3}");
        integer("port", 1024, 65535);
        text("mac_oui", "[0-9a-f][048c](:[0-9a-f]{2}){2}");
        text("ru_inn", "\\d{10}");
        text("ru_snils", "\\d{3}-\\d{3}-\\d{3} \\d{2}");
        text("ru_ogrn", "1\\d{12}");
        text("ru_kpp", "\\d{4}01\\d{3}");
        text("us_routing", "(0[1-9]|1[0-2]|2[1-9]|3[0-2])\\d{7}");
        text("ssn", "(?!666|000|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}");
        text("ein", "\\d{2}-\\d{7}");
    }

    static Stream<Arguments> table() {
        return EXPECTED.entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void gives_values_of_the_documented_type_and_form(String name, Predicate<Object> expected) {
        FakeSource source = FakeSource.seeded(1, FakeTranscript.MORNING);

        Stream<Object> values =
                Stream.generate(() -> FakeTranscript.call(name, source)).limit(TIMES);

        assertThat(values.filter(expected.negate())).isEmpty();
    }

    @Test
    void the_table_has_a_line_for_every_name() {
        assertThat(EXPECTED.keySet()).containsExactlyElementsOf(FakeNames.all());
    }

    private static void text(String name, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        EXPECTED.put(
                name,
                value -> value instanceof String text && compiled.matcher(text).matches());
    }

    private static void integer(String name, long min, long max) {
        EXPECTED.put(name, value -> value instanceof Long number && min <= number && number <= max);
    }

    private static void decimal(String name, String min, String max, int scale) {
        EXPECTED.put(
                name,
                value -> value instanceof BigDecimal number
                        && number.scale() == scale
                        && number.compareTo(new BigDecimal(min)) >= 0
                        && number.compareTo(new BigDecimal(max)) <= 0);
    }
}
