package io.mockarty.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeArgumentsTest {

    private final FakeSource source = FakeSource.seeded(5, FakeTranscript.MORNING);

    @ParameterizedTest
    @ValueSource(strings = {"IntBetween", "IntRange"})
    void an_integer_range_includes_both_ends(String name) {
        Set<Object> seen = Stream.generate(() -> call(name, -1L, 2L)).limit(200).collect(Collectors.toSet());

        assertThat(seen).containsExactlyInAnyOrder(-1L, 0L, 1L, 2L);
    }

    @Test
    void an_integer_range_may_be_a_single_number_or_everything() {
        assertThat(call("IntBetween", 7L, 7L)).isEqualTo(7L);
        assertThat(call("IntBetween", Long.MIN_VALUE, Long.MAX_VALUE)).isInstanceOf(Long.class);
        assertThat(call("IntBetween", 0L, Long.MAX_VALUE)).isInstanceOf(Long.class);
        assertThat((Long) call("IntBetween", -2L, Long.MAX_VALUE)).isGreaterThanOrEqualTo(-2);
    }

    @Test
    void numbers_may_come_as_text_or_with_a_zero_fraction() {
        assertThat(call("IntBetween", "3", " 3 ")).isEqualTo(3L);
        assertThat(call("IntBetween", new BigDecimal("3.0"), BigInteger.valueOf(3)))
                .isEqualTo(3L);
    }

    @Test
    void a_number_range_has_two_digits_after_the_point_or_as_many_as_its_ends() {
        assertThat(call("FloatRange", 1L, 2L)).asString().matches("[12]\\.\\d{2}");
        assertThat(call("FloatRange", new BigDecimal("0.0001"), new BigDecimal("0.0002")))
                .asString()
                .matches("0\\.000[12]");
        assertThat((BigDecimal) call("FloatRange", new BigDecimal("-1e30"), new BigDecimal("1e30")))
                .isBetween(new BigDecimal("-1e30"), new BigDecimal("1e30"));
    }

    @Test
    void prices_and_amounts_take_a_range() {
        assertThat(call("Price", 5L, 5L)).isEqualTo(new BigDecimal("5.00"));
        assertThat((BigDecimal) call("Amount", -10L, -9L)).isBetween(new BigDecimal(-10), new BigDecimal(-9));
    }

    @Test
    void texts_and_tokens_take_a_length() {
        assertThat(call("Password", 4L)).asString().hasSize(4);
        assertThat(call("Password", 64L)).asString().hasSize(64);
        assertThat(call("hex_token", 7L)).asString().hasSize(7);
        assertThat(call("nanoid", 10L)).asString().hasSize(10);
        assertThat(call("Word", 3L)).asString().matches("[a-z]+ [a-z]+ [a-z]+");
        assertThat(call("Sentence", 2L)).asString().matches("[A-Z][a-z]* [a-z]+\\.");
        assertThat(call("Paragraph", 2L)).asString().matches("[A-Z][a-z ]+\\. [A-Z][a-z ]+\\.");
    }

    @Test
    void says_what_an_integer_range_expects() {
        String expected = "2 integers, min <= max";
        assertThat(check("IntBetween", 1L, 10L)).isNull();
        assertThat(check("IntBetween")).isEqualTo(expected);
        assertThat(check("IntBetween", 1L)).isEqualTo(expected);
        assertThat(check("IntBetween", 1L, 2L, 3L)).isEqualTo(expected);
        assertThat(check("IntBetween", 10L, 1L)).isEqualTo(expected);
        assertThat(check("IntBetween", 1L, new BigDecimal("2.5"))).isEqualTo(expected);
        assertThat(check("IntBetween", 1L, null)).isEqualTo(expected);
        assertThat(check("IntBetween", "one", true)).isEqualTo(expected);
        assertThat(check("IntBetween", 0L, new BigDecimal("1e1000000000"))).isEqualTo(expected);
        assertThat(check("IntBetween", 0L, "9".repeat(100_000))).isEqualTo(expected);
        assertThat(check("IntBetween", 0L, BigInteger.ONE.shiftLeft(64))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FloatRange | 2 numbers, min <= max",
                "Price | no arguments, or 2 numbers, min <= max",
                "Password | no arguments, or 1 integer in 4..1000",
                "Word | no arguments, or 1 integer in 1..1000",
                "ru_inn | no arguments, or 1 integer (10 or 12)",
                "UUID | no arguments"
            })
    void says_what_each_kind_of_name_expects(String name, String expected) {
        assertThat(check(name, -1L)).isEqualTo(expected);
        assertThat(check(name, "x", "y")).isEqualTo(expected);
    }

    @Test
    void no_name_takes_nine_arguments() {
        Object[] nine = new Object[9];
        Arrays.fill(nine, 1L);

        assertThat(FakeNames.all())
                .allSatisfy(name -> assertThat(check(name, nine)).isNotNull());
    }

    @Test
    void a_bad_call_names_the_function_its_arguments_and_what_was_expected() {
        assertThatThrownBy(() -> call("intbetween", 10L, 1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("$.fake.IntBetween(10, 1) (expected: 2 integers, min <= max)");
    }

    private Object call(String name, @Nullable Object... args) {
        return FakeNames.find(name).orElseThrow().generate(source, Arrays.asList(args));
    }

    private static @Nullable String check(String name, @Nullable Object... args) {
        List<@Nullable Object> list = Arrays.asList(args);
        return FakeNames.find(name).orElseThrow().checkArguments(list);
    }
}
