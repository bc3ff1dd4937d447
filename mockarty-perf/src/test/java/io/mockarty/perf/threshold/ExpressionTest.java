package io.mockarty.perf.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "avg<200           | avg     | LESS           | 200",
                "min >= 0.5        | min     | AT_LEAST       | 0.5",
                "max<=3000         | max     | AT_MOST        | 3000",
                "med > 1           | med     | MORE           | 1",
                "count == 1000     | count   | EQUAL          | 1000",
                "rate === 1        | rate    | STRICTLY_EQUAL | 1",
                "value != -2.5e3   | value   | UNEQUAL        | -2500",
                "p(95) < 500       | p(95)   | LESS           | 500",
                "p(99.9)<.5        | p(99.9) | LESS           | 0.5",
                "p95 < 500         | p(95)   | LESS           | 500",
                "p( 0 ) < 5        | p(0)    | LESS           | 5",
                "p100<5            | p(100)  | LESS           | 5"
            })
    void reads_figure_operator_and_number(String text, String stat, Operator operator, double value) {
        Expression expression = Expression.parse("  " + text + " ");
        assertThat(expression).isEqualTo(new Expression(text.strip(), stat, operator, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''             | 0  | a figure, an operator and a number",
                "p(95) < 500ms  | 11 | nothing after the number; times are in milliseconds",
                "p(95) <> 500   | 7  | a number after <",
                "p(95) =< 500   | 6  | an operator after p(95)",
                "p(95) !== 500  | 8  | a number after !=",
                "p(95 < 500     | 5  | a closing parenthesis",
                "p(101) < 500   | 2  | a number of percent from 0 to 100",
                "p() < 500      | 2  | a number of percent",
                "p95) < 500     | 3  | an operator",
                "average < 500  | 0  | one of avg, min",
                "AVG < 500      | 0  | one of avg, min",
                "< 500          | 0  | one of avg, min",
                "avg            | 3  | an operator",
                "avg <          | 5  | a number after <",
                "avg < fast     | 6  | a number after <",
                "avg < 1e999    | 6  | a number up to",
                "avg < 5 5      | 8  | nothing after the number",
                "avg < NaN      | 6  | a number"
            })
    void points_at_the_character_where_a_malformed_one_goes_wrong(String text, int position, String expected) {
        MalformedExpressionException failure =
                catchThrowableOfType(MalformedExpressionException.class, () -> Expression.parse(text));
        assertThat(failure.position()).isEqualTo(position);
        assertThat(failure.expected()).startsWith(expected);
        assertThat(failure.expression()).isEqualTo(text);
    }

    @Test
    void shows_a_caret_below_the_expression() {
        assertThatThrownBy(() -> Expression.parse("p(95)\t<> 500")).hasMessage("""
                        threshold: "p(95) <> 500" (expected: a number after <)
                            p(95) <> 500
                                   ^""");
    }

    @ParameterizedTest
    @CsvSource({
        "<, true, false, false",
        "<=, true, true, false",
        ">, false, false, true",
        ">=, false, true, true",
        "==, false, true, false",
        "===, false, true, false",
        "!=, true, false, true"
    })
    void compares_with_a_number(String operator, boolean less, boolean equal, boolean more) {
        Expression expression = Expression.parse("avg" + operator + "2");
        assertThat(expression.holds(1)).isEqualTo(less);
        assertThat(expression.holds(2)).isEqualTo(equal);
        assertThat(expression.holds(3)).isEqualTo(more);
    }
}
