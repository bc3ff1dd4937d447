package io.mockarty.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the expressions of {@code docs/expressions.md} true. */
class ExpressionDocumentTest {

    private static final ExpressionDocument DOCUMENT = ExpressionDocument.read();

    static List<ExpressionDocument.Row> values() {
        return DOCUMENT.rows("Text", "Value");
    }

    static List<ExpressionDocument.Row> mistakes() {
        return DOCUMENT.rows("Text", "Error");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void an_example_has_the_value_it_says(ExpressionDocument.Row row) {
        Object value = Template.parse(row.input()).evaluate(DOCUMENT.scope(row.request()));

        assertThat(Json.write(value)).isEqualTo(row.result());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_is_reported_where_it_says(ExpressionDocument.Row row) {
        assertThatThrownBy(() -> Template.parse(row.input()))
                .isInstanceOf(ExpressionSyntaxException.class)
                .hasMessageContaining(row.result() + " (expected: ");
    }

    @Test
    void there_are_examples_of_every_source_and_function() {
        String all = values().toString();

        assertThat(all).contains("$.fake.", "$.namespace", "$.mS.", "$.cS.", "$.gS.", "$.xpath(");
        assertThat(all).contains(MathFunction.names());
        assertThat(DOCUMENT.rows("Source", "Holds").toString()).contains(RequestValue.Source.names());
    }
}
