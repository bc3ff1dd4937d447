package io.mockarty.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathFilterTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            @.a                              ; [1,2,3]
            !@.a                             ; [4]
            @.a == 2                         ; [2]
            @.a != 2                         ; [1,3,4]
            @.a < 2                          ; [1]
            @.a <= 2                         ; [1,2]
            @.a > 1                          ; [2]
            @.a >= 1                         ; [1,2]
            2 > @.a                          ; [1]
            @.a == 'x'                       ; [3]
            @['a'] == "x"                    ; [3]
            @.a == $[0].a                    ; [1]
            @.a==1 || @.a==2 && @.id==9      ; [1]
            (@.a==1 || @.a==2) && @.id==9    ; []
            !(@.a == 1) && @.a               ; [2,3]
            ! (!@.a)                         ; [1,2,3]
            @.a == null                      ; []
            @.absent == $.absent             ; [1,2,3,4]
            @.absent == null                 ; []
            @.absent <= @.nothing            ; [1,2,3,4]
            @.absent < 1                     ; []
            @.*                              ; [1,2,3,4]
            @[?@ == 'x']                     ; [3]
            $                                ; [1,2,3,4]
            """)
    void keeps_the_children_for_which_the_condition_holds(String condition, String expected) {
        String document = "[{\"id\": 1, \"a\": 1}, {\"id\": 2, \"a\": 2}, {\"id\": 3, \"a\": \"x\"}, {\"id\": 4}]";

        assertThat(select("$[?" + condition + "].id", document)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.0", "1e0", "10e-1", "1E+0", "100e-02", "1.000"})
    void compares_numbers_by_value(String number) {
        assertThat(select("$[?@ == " + number + "]", "[1, 1.0, 10E-1, 2, \"1\"]"))
                .isEqualTo("[1,1.0,1.0]");
    }

    @Test
    void compares_numbers_beyond_the_range_of_long_and_double() {
        String document = "[9007199254740993, 123456789012345678901234567890, 0, -0, 1e400]";

        assertThat(select("$[?@ == 9007199254740992]", document)).isEqualTo("[]");
        assertThat(select("$[?@ == 123456789012345678901234567890]", document)).hasSize(32);
        assertThat(JsonPath.compile("$[?@ == -0]").select(Json.parse(document))).hasSize(2);
        assertThat(JsonPath.compile("$[?@ > 1e399]").select(Json.parse(document)))
                .hasSize(1);
    }

    @Test
    void orders_strings_by_code_points_and_not_by_utf16_units() {
        String highBmp = "\uFF5E";
        String supplementary = "\uD83D\uDE00";

        assertThat(JsonPath.compile("$[?@ < '" + supplementary + "']").select(List.of(highBmp, supplementary)))
                .containsExactly(highBmp);
        assertThat(JsonPath.compile("$[?@ > '" + highBmp + "']").select(List.of(highBmp, supplementary)))
                .containsExactly(supplementary);
        assertThat(select("$[?@ < 'ab']", "[\"a\", \"ab\", \"aa\", \"abc\", \"\"]"))
                .isEqualTo("[\"a\",\"aa\",\"\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "null", "[1]", "{\"a\":[1,2]}"})
    void orders_only_numbers_and_strings_but_tests_everything_for_equality(String value) {
        String document = "[{\"l\": " + value + ", \"r\": " + value + "}]";

        assertThat(select("$[?@.l == @.r]", document)).isNotEqualTo("[]");
        assertThat(select("$[?@.l <= @.r && @.l >= @.r]", document)).isNotEqualTo("[]");
        assertThat(select("$[?@.l < @.r || @.l > @.r || @.l != @.r]", document)).isEqualTo("[]");
    }

    @Test
    void does_not_order_values_of_different_types() {
        assertThat(select("$[?@ < 2]", "[1, \"1\", null, true, [1]]")).isEqualTo("[1]");
        assertThat(select("$[?@ <= null]", "[1, null]")).isEqualTo("[null]");
    }

    @Test
    void filters_the_members_of_objects() {
        assertThat(select("$[?@ > 1]", "{\"a\": 1, \"b\": 2, \"c\": 3}")).isEqualTo("[2,3]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'it\\'s'        | "it's"
            "say \\"hi\\""  | "say \\"hi\\""
            'a"b'           | "a\\"b"
            '\\u263A'       | "\\u263a"
            '\\uD83D\\uDE00' | "\\ud83d\\ude00"
            '\\b\\f\\n\\r\\t\\/\\\\' | "\\b\\f\\n\\r\\t/\\\\"
            """)
    void reads_escapes_in_strings(String literal, String json) {
        assertThat(JsonPath.compile("$[?@ == " + literal + "]").exists(Json.parse("[" + json + "]")))
                .isTrue();
    }

    private static String select(String path, String document) {
        return Json.write(JsonPath.compile(path).select(Json.parse(document)));
    }
}
