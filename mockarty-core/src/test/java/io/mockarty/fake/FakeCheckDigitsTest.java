package io.mockarty.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Published numbers against the arithmetic, and generated numbers against the check the reader of one would do. */
class FakeCheckDigitsTest {

    @Test
    void published_numbers_have_the_digits_we_compute() {
        assertThat(CheckDigits.withGtin("400638133393")).isEqualTo("4006381333931");
        assertThat(CheckDigits.withGtin("03600029145")).isEqualTo("036000291452");
        assertThat(CheckDigits.withGtin("978030640615")).isEqualTo("9780306406157");
        assertThat(CheckDigits.withLuhn("411111111111111")).isEqualTo("4111111111111111");
        assertThat(CheckDigits.withLuhn("37828224631000")).isEqualTo("378282246310005");
        assertThat(CheckDigits.iban("DE", "370400440532013000")).isEqualTo("89");
        assertThat(CheckDigits.iban("GB", "WEST12345698765432")).isEqualTo("82");
        assertThat(CheckDigits.withVatDe("13669597")).isEqualTo("136695976");
        assertThat(CheckDigits.withRouting("02100002")).isEqualTo("021000021");
        assertThat(CheckDigits.withCompanyInn("770708389")).isEqualTo("7707083893");
        assertThat(CheckDigits.withPersonInn("5001007322")).isEqualTo("500100732259");
        assertThat(CheckDigits.withOgrn("102770013219")).isEqualTo("1027700132195");
        assertThat(CheckDigits.snils("112233445")).isEqualTo("95");
    }

    @Test
    void bar_codes_add_up_to_a_multiple_of_ten() {
        assertThat(Stream.of("ean13", "upc", "isbn13").flatMap(FakeCheckDigitsTest::values))
                .allSatisfy(code -> {
                    int sum = IntStream.range(0, code.length())
                            .map(i -> digit(code, code.length() - 1 - i) * (i % 2 == 0 ? 1 : 3))
                            .sum();
                    assertThat(sum % 10).isZero();
                });
    }

    @Test
    void card_numbers_pass_the_luhn_check() {
        assertThat(Stream.of("CCNumber", "CreditCardNumber", "credit_card").flatMap(FakeCheckDigitsTest::values))
                .allSatisfy(number -> {
                    int sum = IntStream.range(0, number.length())
                            .map(i -> digit(number, number.length() - 1 - i) * (i % 2 == 0 ? 1 : 2))
                            .map(value -> value / 10 + value % 10)
                            .sum();
                    assertThat(sum % 10).isZero();
                });
    }

    @Test
    void an_iban_leaves_one_when_divided_by_97_and_has_the_length_of_its_country() {
        assertThat(values("iban")).allSatisfy(iban -> {
            StringBuilder digits = new StringBuilder();
            (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
            assertThat(new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)))
                    .isEqualTo(BigInteger.ONE);
            int expected = List.of(22, 20, 21, 22, 20, 18)
                    .get(List.of("DE", "AT", "CH", "GB", "LT", "NL").indexOf(iban.substring(0, 2)));
            assertThat(iban).hasSize(expected);
        });
    }

    @Test
    void a_routing_number_adds_up_to_a_multiple_of_ten() {
        assertThat(values("us_routing")).allSatisfy(number -> {
            int sum = 3 * (digit(number, 0) + digit(number, 3) + digit(number, 6))
                    + 7 * (digit(number, 1) + digit(number, 4) + digit(number, 7))
                    + digit(number, 2)
                    + digit(number, 5)
                    + digit(number, 8);
            assertThat(sum % 10).isZero();
        });
    }

    @Test
    void russian_numbers_end_with_what_their_registries_prescribe() {
        assertThat(values("ru_inn"))
                .allSatisfy(inn -> assertThat(inn).isEqualTo(CheckDigits.withCompanyInn(inn.substring(0, 9))));
        assertThat(values("ru_ogrn"))
                .allSatisfy(ogrn -> assertThat(Long.parseLong(ogrn.substring(0, 12)) % 11 % 10)
                        .isEqualTo(digit(ogrn, 12)));
        assertThat(values("ru_snils")).allSatisfy(snils -> {
            String digits = snils.replaceAll("\\D", "");
            int sum = IntStream.range(0, 9).map(i -> digit(digits, i) * (9 - i)).sum();
            int expected = sum < 100 ? sum : sum % 101 == 100 ? 0 : sum % 101;
            assertThat(Integer.parseInt(digits.substring(9))).isEqualTo(expected);
        });
    }

    @Test
    void a_personal_inn_has_two_check_digits() {
        FakeSource source = FakeSource.seeded(3, FakeTranscript.MORNING);

        Object inn = FakeNames.find("ru_inn").orElseThrow().generate(source, List.of(12L));

        assertThat(inn)
                .asString()
                .hasSize(12)
                .isEqualTo(CheckDigits.withPersonInn(inn.toString().substring(0, 10)));
    }

    @Test
    void a_german_vat_number_passes_mod_11_10() {
        assertThat(values("vat_de")).allSatisfy(vat -> {
            int product = 10;
            for (int i = 2; i < 10; i++) {
                int sum = (digit(vat, i) + product) % 10;
                product = (sum == 0 ? 10 : sum) * 2 % 11;
            }
            assertThat((product + digit(vat, 10)) % 10).isEqualTo(1);
        });
    }

    @Test
    void a_bitcoin_address_carries_its_checksum() {
        assertThat(values("btc_address")).allSatisfy(address -> {
            byte[] bytes = decodeBase58(address);
            byte[] hash = sha256(sha256(Arrays.copyOf(bytes, 21)));
            assertThat(Arrays.copyOfRange(bytes, 21, 25)).isEqualTo(Arrays.copyOf(hash, 4));
        });
    }

    private static Stream<String> values(String name) {
        FakeSource source = FakeSource.seeded(11, FakeTranscript.MORNING);
        return Stream.generate(() -> (String) FakeTranscript.call(name, source)).limit(200);
    }

    private static int digit(String text, int index) {
        return Character.digit(text.charAt(index), 10);
    }

    private static byte[] decodeBase58(String text) {
        String alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(alphabet.indexOf(text.charAt(i))));
        }
        byte[] significant = number.toByteArray();
        byte[] bytes = new byte[25];
        int from = Math.max(0, significant.length - 25);
        System.arraycopy(significant, from, bytes, 25 - significant.length + from, significant.length - from);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
