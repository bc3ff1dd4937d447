package io.mockarty.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.expression.FixedScope;
import io.mockarty.json.Json;
import io.mockarty.mock.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTemplateTest {

    private final FixedScope scope = FixedScope.json("{\"o\":{\"x\":[1,null]},\"s\":\"a\\\"b\",\"n\":1.50}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"$.req.s\"",
                "{\"a\":\"$.req.o\",\"b\":[\"$.req.missing\",\"<$.req.s>\",{\"c\":\"$.req.n\"}],\"d\":{},\"e\":[]}",
                "[1.50,true,null,\"$$.x\"]"
            })
    void the_text_and_the_value_are_the_same(String json) {
        JsonTemplate template = JsonTemplate.compile(Json.parse(json), "payload", new Problems());
        StringBuilder out = new StringBuilder();

        template.append(scope, out);

        assertThat(Json.parse(out.toString())).isEqualTo(template.evaluate(scope));
    }

    @Test
    void a_value_without_expressions_is_its_text() {
        JsonTemplate template = JsonTemplate.compile(Json.parse("{\"a\":[\"$$.x\"]}"), "payload", new Problems());

        assertThat(template.isConstant()).isTrue();
        assertThat(template.constant()).isEqualTo("{\"a\":[\"$.x\"]}");
    }

    @Test
    void reports_every_malformed_expression_with_its_place() {
        Problems problems = new Problems();

        JsonTemplate.compile(Json.parse("{\"a\":[\"$.x\",{\"b\":\"$.y\"}],\"c\":\"$.req.fine\"}"), "payload", problems);

        assertThat(problems.found()).extracting("path").containsExactly("payload.a[0]", "payload.a[1].b");
    }
}
