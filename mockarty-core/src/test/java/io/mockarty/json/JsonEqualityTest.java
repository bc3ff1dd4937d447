package io.mockarty.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEqualityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1                    | 1.0
            1e2                  | 100
            12345678901234567890 | 12345678901234567890.0
            1e1000000000         | 10e999999999
            {"a":1,"b":[2.0]}    | {"b":[2],"a":1.00}
            {"a":null}           | {"a":null}
            null                 | null
            "a"                  | "a"
            []                   | []
            """)
    void these_are_equal(String a, String b) {
        assertThat(Json.equal(Json.parse(a), Json.parse(b))).isTrue();
        assertThat(Json.equal(Json.parse(b), Json.parse(a))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1                    | "1"
            1                    | true
            9223372036854775807  | 9223372036854775808
            0.1                  | 0.10000000000000000001
            1e1000000000         | 1
            {"a":null}           | {}
            {"a":null}           | {"b":null}
            {"a":1}              | {"a":1,"b":2}
            [1,2]                | [2,1]
            [1]                  | [1,1]
            []                   | {}
            null                 | false
            "a"                  | "A"
            """)
    void these_differ(String a, String b) {
        assertThat(Json.equal(Json.parse(a), Json.parse(b))).isFalse();
        assertThat(Json.equal(Json.parse(b), Json.parse(a))).isFalse();
    }

    @Test
    void numbers_are_ordered_by_value() {
        assertThat(Json.compareNumbers(2L, new BigDecimal("10"))).isNegative();
        assertThat(Json.compareNumbers(new BigDecimal("1e5"), 99_999L)).isPositive();
        assertThat(Json.compareNumbers(3L, 3L)).isZero();
    }

    @Test
    void a_float_is_the_decimal_it_is_written_as() {
        assertThat(Json.decimal(0.1f)).isEqualTo("0.1");
        assertThat(Json.decimal(0.1)).isEqualTo("0.1");
    }
}
