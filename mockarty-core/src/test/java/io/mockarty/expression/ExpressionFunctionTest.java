package io.mockarty.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defaults and arithmetic. */
class ExpressionFunctionTest {

    private FixedScope scope;

    @BeforeEach
    void receive_a_request() {
        scope = FixedScope.json("""
                {"zero": 0, "no": false, "empty": "", "null": null, "n": 5, "d": 1.50, "s": " 7 ", "word": "seven",
                 "max": 9223372036854775807, "huge": 1e1000000000, "extreme": 1e2147483647, "tiny": 1e-1000000000,
                 "list": [1], "true": true}""");
        scope.mockStore().put("own", 1);
        scope.chainStore().put("own", 2);
        scope.chainStore().put("chained", 2);
        scope.globalStore().put("counter", 41);
        scope.globalStore().put("app", Map.of("hits", 7));
        scope.globalStore().put("my-key", 8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            $.req.missing || 'x'                      => "x"
            $.req.null || "x"                         => "x"
            $.req.zero || 5                           => 0
            $.req.no || true                          => false
            $.req.empty || 'x'                        => ""
            $.req.missing || null                     => null
            $.req.missing || $.req.n                  => 5
            $.req.missing||$.req.null||'last'         => "last"
            $.req.missing || -1                       => -1
            $.req.missing || 10.00                    => 10.00
            $.req.missing || TRUE                     => true
            $.req.missing || 'it\\'s "so" || \\\\'    => "it's \\"so\\" || \\\\"
            $.req.missing || $.sum(1, 2)              => 3
            $.req.missing || $.gS.none || $.gS.counter => 41
            """)
    void the_first_value_that_is_not_null_counts(String expression, String json) {
        assertThat(Template.parse(expression).evaluate(scope)).isEqualTo(Json.parse(json));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            $.increment($.gS.counter || 0)            => 42
            $.increment($.gS.none || 0)               => 1
            $.increment(counter)                      => 42
            $.increment(app.hits)                     => 8
            $.increment(my-key)                       => 9
            $.increment(own)                          => 2
            $.increment(chained)                      => 3
            $.increment(none || 10)                   => 11
            $.increment(none)                         => null
            $.sum(1, 2)                               => 3
            $.sum(1, 2, 3, 4)                         => 10
            $.sum(0.1, 0.2)                           => 0.3
            $.sum(1.5, 1.5)                           => 3
            $.subtract(10, 2, 3)                      => 5
            $.subtract(1, 2.5)                        => -1.5
            $.multiply($.req.n, -2)                   => -10
            $.multiply(2, 3, 4)                       => 24
            $.multiply(1.10, 100)                     => 110
            $.sum($.req.s, '3')                       => 10
            $.sum($.increment(1), $.multiply(2, $.sum(1, 1))) => 6
            $.increment(0.5)                          => 1.5
            $.increment($.req.max)                    => 9223372036854775808
            $.multiply($.req.max, $.req.max)          => 8.50705917302346158473969077842325E+37
            $.multiply(1000000000, 1000000000)        => 1000000000000000000
            $.subtract(-9223372036854775808, 1)       => -9223372036854775809
            $.sum( 1 ,2 )                             => 3
            """)
    void calculates(String expression, String number) {
        assertThat(Json.write(Template.parse(expression).evaluate(scope))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $.sum($.req.word, 1)
            $.sum($.req.empty, 1)
            $.sum($.req.list, 1)
            $.sum($.req.true, 1)
            $.sum($.req.missing, 1)
            $.increment('NaN')
            $.increment('0x10')
            """)
    void what_is_not_a_number_gives_null(String expression) {
        assertThat(Template.parse(expression).evaluate(scope)).isNull();
    }

    @Test
    void a_text_of_more_than_a_thousand_digits_is_not_a_number() {
        String digits = "9".repeat(1_000);

        assertThat(Template.parse("$.sum('" + digits + "', 1)").evaluate(scope)).isNotNull();
        assertThat(Template.parse("$.sum('9" + digits + "', 1)").evaluate(scope))
                .isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $.increment($.req.huge)                   | 1.000000000000000000000000000000000E+1000000000
            $.sum($.req.huge, $.req.tiny)             | 1.000000000000000000000000000000000E+1000000000
            $.multiply($.req.huge, $.req.huge)        | 1E+2000000000
            $.multiply($.req.extreme, $.req.extreme)  | null
            $.increment($.req.extreme)                | 1.000000000000000000000000000000000E+2147483647
            $.sum($.req.extreme, 0)                   | 1E+2147483647
            $.increment('1e1000000000')               | 1E+1000000000
            $.increment('1e99999999999')              | null
            """)
    void astronomic_numbers_are_harmless(String expression, String number) {
        Object value = Template.parse(expression).evaluate(scope);

        if (value != null) {
            assertThat(Json.compareNumbers((Number) value, (Number) Json.parse(number)))
                    .isZero();
            assertThat(Json.write(value)).hasSizeLessThan(60);
        } else {
            assertThat(number).isEqualTo("null");
        }
    }
}
