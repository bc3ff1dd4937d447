package io.mockarty.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mockarty.json.Json;
import io.mockarty.request.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions inside text. */
class TemplateTest {

    private final FixedScope scope = FixedScope.request(
            "/?tag=a&tag=b",
            Headers.of("Content-Type", "application/json", "X-A", "1", "X-A", "2"),
            "{\"name\":\"Ada\",\"n\":5,\"o\":{\"a\":[1]},\"none\":null,\"flag\":true,\"d\":1.50,\"list\":[\"x\"]}");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock = """
            Hello $.req.name, bye $.req.name.=>Hello Ada, bye Ada.
            $.req.name!=>Ada!
            ($.req.name)=>(Ada)
            "$.req.name"=>"Ada"
            [$.req.name]=>[Ada]
            <a>$.req.name</a>=><a>Ada</a>
            /users/$.req.name/edit?x=$.req.n&y=1=>/users/Ada/edit?x=5&y=1
            $.req.name$.req.n=>Ada5
            $.req.name $.req.n=>Ada 5
            n=$.req.n=>n=5
            d=$.req.d=>d=1.50
            flag=$.req.flag=>flag=true
            none=$.req.none.=>none=.
            missing=$.req.missing;=>missing=;
            o=$.req.o=>o={"a":[1]}
            list=$.req.list=>list=["x"]
            tags: $.queryParams.tag=>tags: a, b
            head: $.reqHeader.X-A.=>head: 1, 2.
            namespace: $.namespace.=>namespace: sandbox.
            $.namespace-orders=>sandbox-orders
            sum: $.sum(1, 2).=>sum: 3.
            next: $.increment($.req.n) items=>next: 6 items
            default: $.req.missing || 'none', ok=>default: none, ok
            $.req.missing || 5 apples=>5 apples
            $.req.missing || 5. End=>5. End
            $.req.name || or nothing=>Ada || or nothing
            a || $.req.name=>a || Ada
            $.req.name ||$.req.n=>Ada
            id-$.fake.IntBetween(7, 7)-x=>id-7-x
            $.fake.IntBetween(7, 7)$.fake.IntBetween(8, 8)=>78
            store: $.gS.none.=>store: .
            """)
    void are_replaced_by_their_text(String text, String result) {
        assertThat(Template.parse(text).evaluate(scope)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "plain",
                "$",
                "$.",
                "$.5",
                "US$.",
                "US$. 5",
                "costs 5$",
                "$ .req",
                "$[0]",
                "$_",
                "$.-",
                "a$.",
                "$._x",
                "||",
                "a || b",
                "{{name}}",
                "${name}"
            })
    void text_without_expression_stays_text(String text) {
        Template template = Template.parse(text);

        assertThat(template.isConstant()).isTrue();
        assertThat(template.constant()).isEqualTo(text);
        assertThat(template.evaluate(scope)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $$.req.name            | $.req.name
            $$.req.name $.req.name | $.req.name Ada
            $$$.x                  | $$.x
            US$$.a                 | US$.a
            $$.                    | $.
            $$                     | $$
            $$.$$.                 | $.$.
            """)
    void two_dollars_and_a_dot_stand_for_one_dollar_and_a_dot(String text, String result) {
        assertThat(Template.parse(text).evaluate(scope)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $.req.n      | 5
            $.req.d      | 1.50
            $.req.flag   | true
            $.req.o      | {"a":[1]}
            $.req.none   | null
            $.req.nope   | null
            """)
    void an_expression_alone_keeps_its_json_type(String text, String json) {
        Template template = Template.parse(text);
        StringBuilder out = new StringBuilder();

        template.appendJson(scope, out);

        assertThat(template.evaluate(scope)).isEqualTo(Json.parse(json));
        assertThat(out).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~$.req.n ~   | "5 "
            ~ $.req.n~   | " 5"
            ~$.req.none.~ | "."
            """)
    void any_text_beside_it_makes_a_string(String text, String json) {
        assertThat(Template.parse(text).evaluate(scope)).isEqualTo(Json.parse(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $.req.none         | ~~
            $.req.o            | {"a":[1]}
            $.queryParams.tag  | a, b
            """)
    void as_text_what_is_missing_is_empty(String text, String result) {
        assertThat(Template.parse(text).text(scope)).isEqualTo(result);
    }

    @Test
    void a_text_with_expressions_is_no_constant() {
        Template template = Template.parse("a $.req.name");

        assertThat(template.isConstant()).isFalse();
        assertThatIllegalStateException().isThrownBy(template::constant);
    }

    @Test
    void values_are_not_read_as_expressions_again() {
        assertThat(Template.parse("x $.req.a").evaluate(FixedScope.json("{\"a\":\"$.req.b $$.\",\"b\":\"no\"}")))
                .isEqualTo("x $.req.b $$.");
    }
}
