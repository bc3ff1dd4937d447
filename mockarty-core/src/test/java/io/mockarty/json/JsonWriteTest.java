package io.mockarty.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "-0.10",
                "12345678901234567890",
                "1E+1000000000",
                "\"\"",
                "[]",
                "{}",
                "[1,[2,{\"a\":[]}],null]",
                "{\"b\":1,\"a\":{\"c\":\"\\\"\\\\\\n\\u0001\"}}",
                "\"é😀\\t\"",
                "\"\\ud800\"",
                "\"a\\udc00b\"",
                "{\"\":\"\"}"
            })
    void a_compact_document_reads_and_writes_unchanged(String text) {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void indents_by_two_spaces() {
        assertThat(Json.writePretty(Json.parse("{\"a\":[1,{}],\"b\":{\"c\":[]}}")))
                .isEqualTo("""
                {
                  "a": [
                    1,
                    {}
                  ],
                  "b": {
                    "c": []
                  }
                }""");
    }

    @Test
    void half_a_character_survives_the_way_through_utf_8() {
        byte[] bytes = Json.write("a\ud83d").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.parse(bytes)).isEqualTo("a\ud83d");
    }

    @Test
    void appends_to_what_is_there() {
        StringBuilder out = new StringBuilder("x=");

        Json.append(out, Json.parse("[1]"));

        assertThat(out).hasToString("x=[1]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "plain"      | plain
            null         | ~~
            1.50         | 1.50
            true         | true
            [1,"a"]      | [1,"a"]
            """)
    void shows_a_value_inside_text(String json, String text) {
        assertThat(Json.text(Json.parse(json))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"null,null", "true,boolean", "1,number", "1.5,number", "'\"\"',string", "[],array", "{},object"})
    void names_the_type_of_a_value(String json, String type) {
        assertThat(Json.typeOf(Json.parse(json))).isEqualTo(type);
    }
}
