package io.mockarty.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.request.RequestBody.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            application/json                   | {"a":1}    | JSON
            APPLICATION/JSON; charset=UTF-8    | {"a":1}    | JSON
            application/problem+json           | {"a":1}    | JSON
            text/json                          | 5          | JSON
            application/json                   | null       | JSON
            ~~                                 | {"a":1}    | JSON
            text/plain                         | [1]        | JSON
            text/plain                         | [not json  | TEXT
            text/plain                         | 5          | TEXT
            application/xml                    | <a/>       | XML
            application/soap+xml               | <a/>       | XML
            text/xml; charset=utf-8            | <a/>       | XML
            ~~                                 | ~  <a>b</a>~ | XML
            text/html                          | <p>a<br>   | TEXT
            application/x-www-form-urlencoded  | a=1        | FORM
            multipart/form-data; boundary=x    | --x        | MULTIPART
            multipart/form-data                | --x        | TEXT
            application/octet-stream           | abc        | TEXT
            not a type                         | abc        | TEXT
            """)
    void tells_what_a_body_is(String contentType, String text, Kind kind) {
        assertThat(body(contentType, text).kind()).isEqualTo(kind);
        assertThat(body(contentType, text).problem()).isEmpty();
    }

    @Test
    void no_bytes_are_an_empty_body_whatever_the_type() {
        RequestBody body = body("application/json", "");

        assertThat(body.kind()).isEqualTo(Kind.EMPTY);
        assertThat(body.value()).isNull();
        assertThat(body.text()).isEmpty();
        assertThat(body.problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            application/json | {"a":       | the body is not JSON: line 1, column 6:
            application/json | ~ ~         | the body is not JSON: line 1, column 1: the document is empty
            application/json | 1e99999999999 | the body is not JSON: line 1, column 1: a number out of range
            application/xml  | <a>         | the body is not well-formed XML
            """)
    void says_why_a_body_is_not_what_its_type_says(String contentType, String text, String problem) {
        RequestBody body = body(contentType, text);

        assertThat(body.kind()).isEqualTo(Kind.TEXT);
        assertThat(body.value()).isEqualTo(text);
        assertThat(body.problem()).startsWith(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "\"iso-8859-1\"", "latin1"})
    void reads_text_in_the_charset_of_its_type(String charset) {
        byte[] bytes = "é".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(body("text/plain; charset=" + charset, bytes).text()).isEqualTo("é");
    }

    @Test
    void a_charset_nobody_knows_is_utf_8() {
        assertThat(body("text/plain; charset=klingon", "é").text()).isEqualTo("é");
    }

    @Test
    void reads_json_in_a_named_charset() {
        byte[] bytes = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(body("application/json; charset=iso-8859-1", bytes).value()).isEqualTo(Json.parse("{\"a\":\"é\"}"));
    }

    @Test
    void invalid_utf_8_is_text_with_replacement_characters() {
        byte[] bytes = {'a', (byte) 0xFF, 'b'};

        assertThat(body("text/plain", bytes).value()).isEqualTo("a\uFFFDb");
        assertThat(body("application/json", bytes).problem()).startsWith("the body is not JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a=1&b=x+y&c=%26    | {"a":"1","b":"x y","c":"&"}
            a=1&a=2            | {"a":["1","2"]}
            a                  | {"a":""}
            a=%zz              | {"a":"%zz"}
            """)
    void reads_form_fields(String text, String json) {
        assertThat(body("application/x-www-form-urlencoded", text).value()).isEqualTo(Json.parse(json));
    }

    @Test
    void reads_form_fields_in_a_named_charset() {
        assertThat(body("application/x-www-form-urlencoded; charset=iso-8859-1", "a=%E9")
                        .value())
                .isEqualTo(Json.parse("{\"a\":\"é\"}"));
    }

    @Test
    void is_parsed_once() {
        RequestBody body = body("application/json", "{\"a\":1}");

        assertThat(body.value()).isSameAs(body.value());
    }

    private static RequestBody body(String contentType, String text) {
        return body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestBody body(String contentType, byte[] bytes) {
        return MockRequest.of("POST", "/", Headers.of("Content-Type", contentType), bytes)
                .body();
    }
}
