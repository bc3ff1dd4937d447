package io.mockarty.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.request.Headers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every place an expression may read from. */
class ExpressionSourceTest {

    private FixedScope scope;

    @BeforeEach
    void receive_a_request() {
        Headers headers = Headers.of(
                "Content-Type", "application/json",
                "Authorization", "Bearer x",
                "X-Forwarded-For", "1.1.1.1",
                "x-forwarded-for", "2.2.2.2",
                "Cookie", "sid=abc; theme=dark");
        scope = FixedScope.request("/users/7?limit=5&tag=a&tag=b&empty=", headers, """
                        {"name": "Ada", "age": 36, "price": 10.50, "none": null, "flag": false, "text": "",
                         "items": [{"id": 1, "price": 50}, {"id": 2, "price": 150}], "a-b": {"c.d": 1}}""")
                .at(Map.of("id", "7", "*", "rest/of/path"))
                .answered("{\"orderId\": 9, \"list\": [1, 2]}");
        scope.mockStore().put("user", Map.of("name", "Bob"));
        scope.chainStore().put("last.kind", "gold");
        scope.globalStore().put("counter", 41);
        scope.globalStore().put("app", Map.of("version", "1.2", "tags", new String[] {"x", "y"}));
        scope.globalStore().put("my-key", true);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $.req.name                          | "Ada"
            $.body.name                         | "Ada"
            $.req.age                           | 36
            $.req.price                         | 10.50
            $.req.none                          | null
            $.req.flag                          | false
            $.req.missing                       | null
            $.req.name.deeper                   | null
            $.req.items[0].id                   | 1
            $.req.items[-1].id                  | 2
            $.req.items[9]                      | null
            $.req.items[*].id                   | [1,2]
            $.req.items[?@.price > 100].id      | [2]
            $.req.items[?@.price > 900].id      | null
            $.req..price                        | [10.50,50,150]
            $.req.items[0:1]                    | [{"id":1,"price":50}]
            $.req['a-b']['c.d']                 | 1
            $.req.a-b                           | {"c.d":1}
            $.reqHeader.Authorization           | ["Bearer x"]
            $.reqHeader.authorization[0]        | "Bearer x"
            $.reqHeader.X-Forwarded-For[1]      | "2.2.2.2"
            $.reqHeader['X-FORWARDED-FOR'][0]   | "1.1.1.1"
            $.reqHeader.Host[0]                 | null
            $.queryParams.limit                 | "5"
            $.queryParams.limit[0]              | "5"
            $.queryParams.tag                   | ["a","b"]
            $.queryParams.tag[1]                | "b"
            $.queryParams.empty                 | ""
            $.queryParams.none                  | null
            $.pathParam.id                      | "7"
            $.pathParam['*']                    | "rest/of/path"
            $.pathParam.*                       | "rest/of/path"
            rest: $.pathParam.*.                | "rest: rest/of/path."
            $.pathParam.none                    | null
            $.cookies.sid                       | "abc"
            $.cookies                           | {"sid":"abc","theme":"dark"}
            $.mS.user.name                      | "Bob"
            $.mS.user                           | {"name":"Bob"}
            $.cS.last.kind                      | "gold"
            $.gS.counter                        | 41
            $.gS.app.version                    | "1.2"
            $.gS.app.tags[1]                    | "y"
            $.gS.app['version']                 | "1.2"
            $.gS['my-key']                      | true
            $.gS.my-key                         | true
            $.gS.missing                        | null
            $.gS.counter.deeper                 | null
            $.cS                                | {"last.kind":"gold"}
            $.namespace                         | "sandbox"
            $.response.orderId                  | 9
            $.response.list[1]                  | 2
            $.form.a                            | null
            $.parts.a                           | null
            """)
    void reads(String expression, String json) {
        assertThat(Template.parse(expression).evaluate(scope)).isEqualTo(Json.parse(json));
    }

    @Test
    void the_whole_body_is_a_value() {
        assertThat(Template.parse("$.req").evaluate(FixedScope.json("[1,{\"a\":2}]")))
                .isEqualTo(Json.parse("[1,{\"a\":2}]"));
    }

    @Test
    void there_may_be_no_answer_yet() {
        assertThat(Template.parse("$.response.orderId").evaluate(FixedScope.json("{}")))
                .isNull();
    }

    @Test
    void reads_form_fields() {
        FixedScope form = FixedScope.request(
                "/", Headers.of("Content-Type", "application/x-www-form-urlencoded"), "a=1&b=x+y&b=z");

        assertThat(Template.parse("$.form.b[0]").evaluate(form)).isEqualTo("x y");
        assertThat(Template.parse("$.req.a").evaluate(form)).isEqualTo("1");
        assertThat(Template.parse("$.parts.a").evaluate(form)).isNull();
    }

    @Test
    void reads_the_parts_of_a_multipart_body() {
        FixedScope multipart = FixedScope.request(
                "/",
                Headers.of("Content-Type", "multipart/form-data; boundary=x"),
                "--x\r\nContent-Disposition: form-data; name=f; filename=a.txt\r\n\r\nhello\r\n--x--");

        assertThat(Template.parse("$.parts.f.content").evaluate(multipart)).isEqualTo("hello");
        assertThat(Template.parse("$.form.f").evaluate(multipart)).isNull();
    }

    @Test
    void reads_xml() {
        FixedScope xml =
                FixedScope.request("/", Headers.of("Content-Type", "text/xml"), "<o id='7'><i>a</i><i>b</i></o>");

        assertThat(Template.parse("$.xpath('/o/@id')").evaluate(xml)).isEqualTo("7");
        assertThat(Template.parse("$.xpath('//i')").evaluate(xml)).isEqualTo(Json.parse("[\"a\",\"b\"]"));
        assertThat(Template.parse("$.xpath('count(//i)')").evaluate(xml)).isEqualTo(2L);
        assertThat(Template.parse("$.xpath('/none')").evaluate(xml)).isNull();
        assertThat(Template.parse("$.xpath('/o')").evaluate(FixedScope.json("{}")))
                .isNull();
    }

    @Test
    void fakes_come_from_the_seed() {
        String first = Template.parse("$.fake.UUID").text(scope);

        assertThat(first)
                .matches("[0-9a-f-]{36}")
                .isEqualTo(Template.parse("$.fake.uuid").text(scope));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            $.fake.IntBetween(5, 5)                   => 5
            $.fake.IntBetween(-5,-5)                  => -5
            $.fake.intbetween( $.queryParams.limit , $.queryParams.limit ) => 5
            $.fake.IntBetween($.req.missing || 3, 3)  => 3
            $.fake.IntBetween($.req.name, 5)          => null
            $.fake.FloatRange(0.50, 0.50)             => 0.50
            """)
    void fakes_take_arguments(String expression, String json) {
        assertThat(Template.parse(expression).evaluate(scope)).isEqualTo(Json.parse(json));
    }
}
