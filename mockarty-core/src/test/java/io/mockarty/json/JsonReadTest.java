package io.mockarty.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadTest {

    @Test
    void reads_every_type_into_plain_java_objects() {
        assertThat(Json.parse("{\"s\":\"x\",\"n\":1,\"d\":1.50,\"t\":true,\"f\":false,\"z\":null,\"a\":[1],\"o\":{}}"))
                .isEqualTo(mapOf(
                        "s",
                        "x",
                        "n",
                        1L,
                        "d",
                        new BigDecimal("1.50"),
                        "t",
                        true,
                        "f",
                        false,
                        "z",
                        null,
                        "a",
                        List.of(1L),
                        "o",
                        Map.of()));
    }

    @Test
    void keeps_the_order_of_members() {
        assertThat((Map<?, ?>) Json.parse("{\"z\":1,\"a\":2,\"m\":3}"))
                .extracting(Map::keySet)
                .hasToString("[z, a, m]");
    }

    @Test
    void keeps_every_digit_of_large_whole_numbers() {
        assertThat(Json.parse("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    }

    @Test
    void keeps_every_digit_of_decimals() {
        assertThat(Json.parse("0.1000000000000000055511151231257827"))
                .isEqualTo(new BigDecimal("0.1000000000000000055511151231257827"));
    }

    @Test
    void reads_a_huge_exponent_without_writing_it_out() {
        assertThat(Json.parse("1e1000000000")).isEqualTo(new BigDecimal("1e1000000000"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a": }            | 1 | 7
            {"a": 1,}          | 1 | 9
            [1 2]              | 1 | 4
            {"a": 1} x         | 1 | 10
            {"a": tru}         | 1 | 7
            "a                 | 1 | 3
            """)
    void says_in_which_line_and_column_reading_stopped(String text, int line, int column) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOfSatisfying(JsonSyntaxException.class, e -> {
            assertThat(e.line()).isEqualTo(line);
            assertThat(e.column()).isEqualTo(column);
            assertThat(e).hasMessageStartingWith("line " + line + ", column " + column + ": ");
        });
    }

    @Test
    void counts_lines() {
        assertThatThrownBy(() -> Json.parse("{\n  \"a\": 1\n  \"b\": 2\n}"))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageStartingWith("line 3, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1", "[", "{\"a\":[1,2"})
    void speaks_of_the_document_only(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonSyntaxException.class)
                .message()
                .doesNotContain("Source", "REDACTED", "StreamReadFeature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void an_empty_document_is_an_error(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a:1}", "{'a':1}", "[1,]", "01", "+1", ".5", "NaN", "// x\n1", "\"\t\"", "\"\\x\""})
    void what_only_looks_like_json_is_an_error(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void a_number_with_an_impossible_exponent_is_an_error() {
        assertThatThrownBy(() -> Json.parse("1e99999999999")).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void deep_nesting_is_an_error_and_no_crash() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void of_two_members_with_one_name_the_last_counts() {
        assertThat(Json.parse("{\"a\":1,\"a\":2}")).isEqualTo(Map.of("a", 2L));
    }

    @Test
    void resolves_escapes() {
        assertThat(Json.parse("\"\\u00e9\\n\\\"\\\\\\/\\ud83d\\ude00\"")).isEqualTo("é\n\"\\/😀");
    }

    @Test
    void detects_the_encoding_of_bytes() {
        assertThat(Json.parse("\"é\"".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
        assertThat(Json.parse("\"é\"".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("é");
    }

    @Test
    void ignores_a_byte_order_mark() {
        assertThat(Json.parse("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Map.of("a", 1L));
    }

    @Test
    void bytes_that_are_not_utf_8_are_an_error() {
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}))
                .isInstanceOf(JsonSyntaxException.class);
    }

    private static Map<String, Object> mapOf(Object... namesAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
