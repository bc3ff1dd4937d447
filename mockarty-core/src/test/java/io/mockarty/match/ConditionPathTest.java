package io.mockarty.match;

import static io.mockarty.mock.MockDsl.body;
import static io.mockarty.mock.MockDsl.cookie;
import static io.mockarty.mock.MockDsl.equalTo;
import static io.mockarty.mock.MockDsl.form;
import static io.mockarty.mock.MockDsl.header;
import static io.mockarty.mock.MockDsl.matching;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.mock.RequestCondition;
import io.mockarty.request.MockRequest;
import io.mockarty.request.Requests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a condition finds the value it looks at. */
class ConditionPathTest {

    private static final String MULTIPART = String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"age\"",
            "",
            "42",
            "--b",
            "Content-Disposition: form-data; name=\"meta\"",
            "Content-Type: application/json",
            "",
            "{\"n\":5}",
            "--b",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
            "Content-Type: text/plain",
            "",
            "hello",
            "--b--",
            "");

    private static boolean holds(RequestCondition condition, MockRequest request) {
        return Patterns.of(post("/").when(condition)).conditionsHold(request);
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.field | {\"field\":1} | 1",
                "field | {\"field\":1} | 1",
                "a.b | {\"a\":{\"b\":2}} | 2",
                "x-request-id | {\"x-request-id\":\"r\"} | \"r\"",
                "$.body.field | {\"field\":1} | 1",
                "body.field | {\"field\":1} | 1",
                "$.req.field | {\"field\":1} | 1",
                "$.body.field | {\"body\":{\"field\":2},\"field\":1} | 2",
                "$ | {\"a\":1} | {\"a\":1}",
                "`` | {\"a\":1} | {\"a\":1}",
                "$.body | {\"a\":1} | {\"a\":1}",
                "$ | 5 | 5",
                "$[1] | [1,2] | 2",
                "$['a b'] | {\"a b\":1} | 1",
                "$.items[*].id | {\"items\":[{\"id\":1},{\"id\":2}]} | [1,2]",
                "$..id | {\"a\":{\"id\":1}} | [1]",
                "$.items[?(@.price > 100)].id | {\"items\":[{\"id\":1,\"price\":200}]} | [1]",
                "arguments.city | {\"arguments\":{\"city\":\"X\"}} | \"X\"",
                "$.body.arguments.schema | {\"arguments\":{\"schema\":\"s\"}} | \"s\"",
            })
    void finds_a_value_in_a_json_body(String path, String body, String expected) {
        assertThat(holds(body(path, equalTo(Json.parse(expected))), Requests.json("/", body)))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AccountNumber | \"007\"",
                "AccountNumber | 7",
                "$.AccountNumber | \"007\"",
                "$.body.AccountNumber | \"007\"",
                "Account.AccountNumber | \"007\"",
                "/e:Envelope/e:Body/Account/@kind | \"gold\"",
                "//item[2] | \"b\"",
                "//item | \"b\"",
                "//item | [\"a\",\"b\"]",
                "count(//item) | 2",
                "count(//item) | \"2\"",
                "/e:Envelope/e:Body/Account/AccountNumber = 7 | true",
            })
    void finds_a_value_in_an_xml_body(String path, String expected) {
        String xml = "<e:Envelope xmlns:e='urn:e'><e:Body><Account kind='gold'><AccountNumber>007</AccountNumber>"
                + "<item>a</item><item>b</item></Account></e:Body></e:Envelope>";

        assertThat(holds(body(path, equalTo(Json.parse(expected))), Requests.post("/", "text/xml", xml)))
                .isTrue();
    }

    @Test
    void an_xml_body_as_a_whole_is_its_text() {
        assertThat(holds(body(matching("^<a>")), Requests.post("/", "text/xml", "<a>1</a>")))
                .isTrue();
    }

    @Test
    void finds_header_and_query_values_by_name_or_path() {
        MockRequest request = Requests.get("/?format=xml&a.b=1", "X-Request-Id", "7");

        for (String name : List.of("x-request-id", "$.X-Request-Id")) {
            assertThat(holds(header(name, equalTo("7")), request)).isTrue();
        }
        for (String name : List.of("format", "$.format")) {
            assertThat(holds(query(name, equalTo("xml")), request)).isTrue();
        }
        assertThat(holds(query("a.b", equalTo(1)), request)).isTrue();
        assertThat(holds(query("Format", equalTo("xml")), request)).isFalse();
    }

    @Test
    void finds_cookies_whatever_the_body() {
        MockRequest request = Requests.get("/", "Cookie", "session=\"a b\"; n=5; $odd.name=x");

        assertThat(holds(cookie("session", equalTo("a b")), request)).isTrue();
        assertThat(holds(cookie("n", equalTo(5)), request)).isTrue();
        assertThat(holds(cookie("$odd.name", equalTo("x")), request)).isTrue();
        assertThat(holds(body("$.cookies.n", equalTo("5")), request)).isTrue();
        assertThat(holds(body("cookies.n", equalTo("5")), request)).isTrue();
    }

    @Test
    void a_field_of_the_body_comes_before_what_stands_beside_it_and_keeps_its_type() {
        MockRequest request = Requests.json("/", "{\"form\":{\"n\":1},\"cookies\":\"none\"}");

        assertThat(holds(body("$.form.n", equalTo(1)), request)).isTrue();
        assertThat(holds(body("$.form.n", equalTo("1")), request)).isFalse();
        assertThat(holds(body("$.cookies", equalTo("none")), request)).isTrue();
    }

    @Test
    void finds_fields_of_a_form() {
        MockRequest request = Requests.post("/", "application/x-www-form-urlencoded", "a=1&tag=x&tag=y&s=b+c%21");

        assertThat(holds(form("a", equalTo(1)), request)).isTrue();
        assertThat(holds(body("a", equalTo(1)), request)).isTrue();
        assertThat(holds(form("s", equalTo("b c!")), request)).isTrue();
        assertThat(holds(form("tag", equalTo("y")), request)).isTrue();
        assertThat(holds(form("tag", equalTo(List.of("x", "y"))), request)).isTrue();
        assertThat(holds(body("$.form", equalTo(Map.of("a", 1, "tag", List.of("x", "y"), "s", "b c!"))), request))
                .isTrue();
        assertThat(holds(form("absent", equalTo(null)), request)).isTrue();
        assertThat(holds(form("a", equalTo("1")), Requests.json("/", "{\"a\":\"1\"}")))
                .isFalse();
    }

    @Test
    void finds_parts_of_a_multipart_body() {
        MockRequest request = Requests.post("/", "multipart/form-data; boundary=b", MULTIPART);

        assertThat(holds(body("$.parts.age", equalTo(42)), request)).isTrue();
        assertThat(holds(body("$.parts.meta.n", equalTo(5)), request)).isTrue();
        assertThat(holds(body("$.parts.file.filename", equalTo("a.txt")), request))
                .isTrue();
        assertThat(holds(body("$.parts.file.content", matching("^hell")), request))
                .isTrue();
        assertThat(holds(body("meta.n", equalTo(5)), request)).isTrue();
    }

    @Test
    void a_body_that_is_not_json_has_no_fields_but_is_a_text() {
        for (String type : List.of("application/json", "text/plain")) {
            MockRequest request = Requests.post("/", type, "{\"a\":1");

            assertThat(holds(body("$.a", equalTo(1)), request)).isFalse();
            assertThat(holds(body("$.a", equalTo(null)), request)).isTrue();
            assertThat(holds(body(matching("^\\{")), request)).isTrue();
        }
        assertThat(holds(body(equalTo(5)), Requests.post("/", "text/plain", "5")))
                .isTrue();
        assertThat(holds(body(equalTo(null)), Requests.get("/"))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"$.a[", "$.a[?", "//a[", "$.a b c("})
    void reports_a_path_that_is_none(String path) {
        assertThat(Patterns.problems(post("/").when(body(path, equalTo(1)))))
                .singleElement()
                .asString()
                .startsWith("http.conditions[0].path: " + Json.write(path)
                        + " (expected: a JSONPath, a field name or an XPath; ");
    }

    @Test
    void reports_a_header_or_query_condition_without_a_name() {
        assertThat(Patterns.problems(post("/").when(header("", equalTo(1)), query("", equalTo(1)))))
                .containsExactly(
                        "http.header[0].path: \"\" (expected: a header name)",
                        "http.queryParams[0].path: \"\" (expected: a parameter name)");
    }
}
