package io.mockarty.resolver.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples worked out by hand or taken from X.690. */
class CertificateEncodingTest {

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0, 020100", "127, 02017f", "128, 02020080", "256, 02020100", "-128, 020180"})
    void integer_is_as_short_as_can_be_and_keeps_its_sign(BigInteger number, String der) {
        assertThat(hex(Der.integer(number))).isEqualTo(der);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5.29.17, 0603551d11",
        "1.2.840.113549, 06062a864886f70d",
        "1.2.840.10045.4.3.2, 06082a8648ce3d040302",
        "2.999.2147483647, 0607883787ffffff7f"
    })
    void object_identifier_is_in_base_128(String dotted, String der) {
        assertThat(hex(Der.oid(dotted))).isEqualTo(der);
    }

    @ParameterizedTest
    @CsvSource({"0, 03020780", "5, 03020204", "7, 03020001"})
    void named_bit_leaves_out_the_zeros_behind_it(int bit, String der) {
        assertThat(hex(Der.namedBit(bit))).isEqualTo(der);
    }

    @ParameterizedTest
    @CsvSource({"127, 047f", "128, 048180", "255, 0481ff", "256, 04820100", "65536, 0483010000"})
    void length_takes_the_shortest_form(int length, String header) {
        assertThat(hex(Der.octetString(new byte[length]))).isEqualTo(header + "00".repeat(length));
    }

    @ParameterizedTest
    @CsvSource({
        "1949-12-31T23:59:59Z, 18, 19491231235959Z",
        "1950-01-01T00:00:00Z, 17, 500101000000Z",
        "2026-02-03T04:05:06.789Z, 17, 260203040506Z",
        "2049-12-31T23:59:59Z, 17, 491231235959Z",
        "2050-01-01T00:00:00Z, 18, 20500101000000Z"
    })
    void time_has_two_digits_for_the_year_until_2049(Instant instant, String tag, String text) {
        byte[] der = Der.time(instant);

        assertThat(hex(der)).startsWith(tag);
        assertThat(new String(Arrays.copyOfRange(der, 2, der.length), StandardCharsets.US_ASCII))
                .isEqualTo(text);
    }

    @Test
    void bit_string_of_whole_octets_has_no_unused_bits() {
        assertThat(hex(Der.bitString(new byte[] {1, 2}))).isEqualTo("0303000102");
    }

    @Test
    void sequence_and_tags_hold_their_values_in_order() {
        assertThat(hex(Der.sequence(Der.yes(), Der.integer(BigInteger.ONE)))).isEqualTo("30060101ff020101");
        assertThat(hex(Der.explicit(3, Der.yes()))).isEqualTo("a3030101ff");
        assertThat(hex(Der.implicit(2, new byte[] {'a'}))).isEqualTo("820161");
    }
}
