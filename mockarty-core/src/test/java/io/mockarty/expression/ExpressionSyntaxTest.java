package io.mockarty.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.mock.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake is found when the mock is saved, with its position. */
class ExpressionSyntaxTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            $.name                          => 2  => one of req, body, reqHeader, queryParams, pathParam, response,
            Hi $.request.name               => 5  => one of req, body,
            $.Req.name                      => 2  => one of req, body,
            $.fake                          => 6  => the name of a fake value, such as $.fake.FirstName
            $.fake.                         => 6  => the name of a fake value
            $.fake.5                        => 6  => the name of a fake value
            x $.fake.FirstNam               => 9  => a known fake name; nearest are FirstName
            $.fake.IntBetween               => 0  => IntBetween with 2 integers
            $.fake.IntBetween(1)            => 0  => IntBetween with 2 integers
            $.fake.IntBetween(9, 1)         => 0  => IntBetween with 2 integers, min <= max
            $.fake.UUID(1)                  => 0  => UUID with no arguments
            $.increment                     => 11 => ( and the arguments of increment
            $.increment()                   => 11 => one argument for increment
            $.increment(1, 2)               => 11 => one argument for increment
            $.sum(1)                        => 5  => at least two arguments for sum
            $.sum(1, 2                      => 10 => a comma or )
            $.sum(1 2)                      => 8  => a comma or )
            $.sum(1, )                      => 9  => an expression, a number, a quoted text,
            $.sum(, 1)                      => 6  => an expression, a number,
            $.sum(a., 1)                    => 7  => a comma or )
            $.sum(1, 'x)                    => 9  => a closing '
            $.req.a || "x                   => 11 => a closing "
            $.increment($.gS.n || )         => 22 => a default: an expression, a number,
            $.sum(1, $.nope)                => 11 => one of req, body,
            $.xpath                         => 7  => ( and the arguments of xpath
            $.xpath()                       => 7  => one quoted XPath for xpath
            $.xpath($.req.path)             => 7  => one quoted XPath for xpath
            $.xpath('//[')                  => 8  => an XPath 1.0 expression; //[
            $.req.items[?@.price >          => 22 => a path;
            $.req['a                        => 6  => a path;
            a $.req[*                       => 9  => a path;
            """)
    void is_reported_with_its_position(String text, int position, String expected) {
        assertThatThrownBy(() -> Template.parse(text))
                .isInstanceOfSatisfying(
                        ExpressionSyntaxException.class,
                        e -> assertThat(e.position()).isEqualTo(position))
                .hasMessageContaining(" at position " + position + " (expected: " + expected);
    }

    @Test
    void can_become_a_problem_of_a_document() {
        assertThatThrownBy(() -> Template.parse("say \"$.nme\""))
                .isInstanceOfSatisfying(ExpressionSyntaxException.class, e -> {
                    Problem problem = e.at("response.payload");
                    assertThat(problem.path()).isEqualTo("response.payload");
                    assertThat(problem.value()).isEqualTo("\"say \\\"$.nme\\\"\"");
                    assertThat(problem.expected()).startsWith("at position 7 one of req, ");
                });
    }

    @Test
    void a_long_text_is_shown_around_the_mistake() {
        String text = "x".repeat(5000) + " $.nope " + "y".repeat(5000);

        assertThatThrownBy(() -> Template.parse(text))
                .isInstanceOf(ExpressionSyntaxException.class)
                .message()
                .contains("$.nope", "at position 5003")
                .hasSizeLessThan(500);
    }

    @Test
    void fifty_expressions_inside_each_other_are_fine() {
        Template deep = Template.parse("$.increment(".repeat(49) + "0" + ")".repeat(49));

        assertThat(deep.evaluate(FixedScope.json("{}"))).isEqualTo(49L);
    }

    @Test
    void more_are_an_error_and_no_crash() {
        assertThatThrownBy(() -> Template.parse("$.increment(".repeat(100_000)))
                .isInstanceOf(ExpressionSyntaxException.class)
                .hasMessageContaining("at most 50 expressions inside each other");
    }
}
