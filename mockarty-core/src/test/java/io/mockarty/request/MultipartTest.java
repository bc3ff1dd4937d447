package io.mockarty.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.request.RequestBody.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultipartTest {

    @Test
    void a_plain_field_is_a_string() {
        assertThat(parts(part("Content-Disposition: form-data; name=\"a\"", "é 1")))
                .isEqualTo(Map.of("a", "é 1"));
    }

    @Test
    void an_empty_field_is_an_empty_string() {
        assertThat(parts(part("Content-Disposition: form-data; name=a", ""))).isEqualTo(Map.of("a", ""));
    }

    @Test
    void a_json_part_is_its_value() {
        assertThat(parts(part(
                        "content-disposition: form-data; name=meta\r\nCONTENT-TYPE: application/json", "{\"n\":1}")))
                .isEqualTo(Json.parse("{\"meta\":{\"n\":1}}"));
    }

    @Test
    void a_json_part_may_be_null() {
        assertThat(parts(part("Content-Disposition: form-data; name=a\r\nContent-Type: application/json", "null")))
                .isEqualTo(Json.parse("{\"a\":null}"));
    }

    @Test
    void a_text_file_keeps_its_text() {
        String head =
                "Content-Disposition: form-data; name=\"f\"; filename=\"a; \\\"b\\\".txt\"\r\nContent-Type: text/plain";

        assertThat(parts(part(head, "line 1\r\nline 2")))
                .isEqualTo(Map.of(
                        "f",
                        Map.of(
                                "filename", "a; \"b\".txt",
                                "contentType", "text/plain",
                                "size", 14L,
                                "content", "line 1\r\nline 2")));
    }

    @Test
    void a_binary_file_is_base64() {
        String head = "Content-Disposition: form-data; name=f; filename=p.png\r\nContent-Type: image/png";

        assertThat(parts(part(head, "\u0000\u0001")))
                .isEqualTo(
                        Json.parse(
                                "{\"f\":{\"filename\":\"p.png\",\"contentType\":\"image/png\",\"size\":2,\"content\":\"AAE=\"}}"));
    }

    @Test
    void a_name_that_comes_several_times_holds_an_array() {
        String head = "Content-Disposition: form-data; name=a";

        assertThat(parts(part(head, "1") + part(head, "2") + part(head, "3")))
                .isEqualTo(Json.parse("{\"a\":[\"1\",\"2\",\"3\"]}"));
    }

    @Test
    void arrays_that_come_several_times_stay_apart() {
        String head = "Content-Disposition: form-data; name=a\r\nContent-Type: application/json";

        assertThat(parts(part(head, "[1,2]") + part(head, "[3]"))).isEqualTo(Json.parse("{\"a\":[[1,2],[3]]}"));
    }

    @Test
    void a_line_that_only_starts_like_the_delimiter_is_content() {
        assertThat(parts(part("Content-Disposition: form-data; name=a", "x\r\n--boundary2\r\ny")))
                .isEqualTo(Map.of("a", "x\r\n--boundary2\r\ny"));
    }

    @Test
    void a_parameter_without_value_is_skipped() {
        assertThat(parts(part("Content-Disposition: form-data; odd; name=a", "1")))
                .isEqualTo(Map.of("a", "1"));
    }

    @Test
    void what_stands_around_the_parts_is_ignored() {
        String body = "preamble\r\n" + part("Content-Disposition: form-data; name=a", "1")
                + "--boundary--\r\nepilogue\r\n" + part("Content-Disposition: form-data; name=b", "2");

        assertThat(body(body).value()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void parts_without_name_or_head_are_ignored() {
        assertThat(parts(part("Content-Type: text/plain", "1") + "--boundary\r\n\r\nno head\r\n--boundary\r\nno end"))
                .isEqualTo(Map.of());
    }

    @Test
    void a_part_that_is_cut_off_is_ignored() {
        assertThat(body(part("Content-Disposition: form-data; name=a", "1")
                                + "--boundary\r\nContent-Disposition: form-data; name=b\r\n\r\ncut")
                        .value())
                .isEqualTo(Map.of("a", "1"));
    }

    @Test
    void a_part_that_is_not_the_json_it_says_makes_the_body_text() {
        RequestBody body = body(
                part("Content-Disposition: form-data; name=a\r\nContent-Type: application/json", "{") + "--boundary--");

        assertThat(body.kind()).isEqualTo(Kind.TEXT);
        assertThat(body.problem()).startsWith("a part of the body is not JSON: line 1, column 2");
    }

    private static Object parts(String parts) {
        RequestBody body = body(parts + "--boundary--\r\n");
        assertThat(body.kind()).isEqualTo(Kind.MULTIPART);
        return body.value();
    }

    private static String part(String head, String content) {
        return "--boundary\r\n" + head + "\r\n\r\n" + content + "\r\n";
    }

    private static RequestBody body(String text) {
        Headers headers = Headers.of("Content-Type", "multipart/form-data; charset=utf-8; boundary=\"boundary\"");
        return MockRequest.of("POST", "/", headers, text.getBytes(StandardCharsets.UTF_8))
                .body();
    }
}
