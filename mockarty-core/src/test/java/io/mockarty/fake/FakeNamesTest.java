package io.mockarty.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"FirstName", "firstName", "firstname", "FIRSTNAME"})
    void finds_a_name_however_its_case_is(String spelling) {
        assertThat(FakeNames.find(spelling))
                .get()
                .extracting(FakeFunction::name)
                .isEqualTo("FirstName");
    }

    @ParameterizedTest
    @CsvSource({"ipv4,IPv4", "uuidDigit,UUIDDigit", "rfc3339,RFC3339", "EAN13,ean13"})
    void finds_the_names_of_the_script_module_and_of_the_plugins(String spelling, String canonical) {
        assertThat(FakeNames.find(spelling))
                .get()
                .extracting(FakeFunction::name)
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FirstNam", "First Name", "first_name", "Nonsense"})
    void finds_nothing_under_an_unknown_name(String unknown) {
        assertThat(FakeNames.find(unknown)).isEmpty();
    }

    @Test
    void knows_every_name_the_contract_lists() {
        String used = "UUID UUIDDigit FirstName LastName Name FullName Gender Email Username Password Phone PhoneNumber"
                + " URL DomainName IPv4 MacAddress UserAgent Word Sentence Paragraph Date DateISO DateTimeISO"
                + " Timestamp UnixTime City Country CountryCode State Address StreetAddress Zip ZipCode Latitude"
                + " Longitude Company CompanyName JobTitle ProductName Price Amount CreditCardNumber JWT Bool"
                + " PositiveInt Float64 HexColor IntBetween IntRange FloatRange";
        String scripts = "firstName firstNameMale firstNameFemale lastName name titleMale titleFemale email username"
                + " password url domainName ipv4 ipv6 macAddress uuid uuidDigit latitude longitude date timeString"
                + " monthName yearString dayOfWeek dayOfMonth timestamp unixTime rfc3339 century timezone timePeriod"
                + " word sentence paragraph ccType ccNumber currency amountWithCurrency phoneNumber tollFreePhoneNumber"
                + " e164PhoneNumber bool positiveInt negativeInt jwt";
        String plugins = "ean13 upc isbn13 eth_address tx_hash btc_address iso_date iso_datetime cron duration iban bic"
                + " vat_de credit_card ulid nanoid hex_token cidr private_ip port mac_oui ru_inn ru_snils ru_ogrn"
                + " ru_kpp us_routing ssn ein";

        List<String> missing = List.of((used + " " + scripts + " " + plugins).split(" ")).stream()
                .filter(name -> FakeNames.find(name).isEmpty())
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void lists_every_name_once_in_alphabetical_order() {
        assertThat(FakeNames.all())
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .doesNotHaveDuplicates();
        assertThat(FakeNames.all()).hasSizeGreaterThan(90).contains("FirstName", "IPv4", "eth_address");
    }

    @Test
    void a_listed_name_is_the_name_of_its_function() {
        assertThat(FakeNames.all())
                .allSatisfy(name -> assertThat(FakeNames.find(name)).get().returns(name, FakeFunction::name));
    }

    @ParameterizedTest
    @CsvSource({
        "FirstNam,FirstName",
        "firstnme,FirstName",
        "Emial,Email",
        "EmailAddress,Email",
        "Lat,Latitude",
        "guid,UUID",
        "eth_adress,eth_address",
        "intbetwen,IntBetween"
    })
    void suggests_the_name_that_was_probably_meant(String misspelt, String meant) {
        assertThat(FakeNames.nearest(misspelt)).first().isEqualTo(meant);
    }

    @Test
    void suggests_at_most_three_names_the_nearest_first() {
        assertThat(FakeNames.nearest("FirstNameMal")).containsExactly("FirstNameMale", "FirstName", "FirstNameFemale");
        assertThat(FakeNames.nearest("Pho")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void suggests_nothing_when_nothing_comes_near() {
        assertThat(FakeNames.nearest("Quetzalcoatlus")).isEmpty();
        assertThat(FakeNames.nearest("")).isEmpty();
        assertThat(FakeNames.nearest("x".repeat(100_000))).isEmpty();
    }
}
