package io.mockarty.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedRegexTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"((a{100}){100}){100}", "(((x{1,99}){99}){99}){99}", "(?:[a-z]{900}){900}", "(\\w{500}|b){100}"})
    void refuses_repetitions_that_would_be_written_out_to_a_huge_program(String regex) {
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> BoundedRegex.compile(regex))
                .withMessageContaining("more than 10000 states");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^[a-z]{2,30}@example\\.(com|org)$", "[]}{]{3}", "\\d{4}-\\d{2}-\\d{2}", "a{,3}", "(a+)+$"})
    void accepts_what_people_write(String regex) {
        assertThat(BoundedRegex.compile(regex).pattern()).isEqualTo(regex);
    }

    @Test
    void finishes_on_patterns_that_make_backtracking_engines_hang() {
        assertThat(BoundedRegex.compile("(a+)+$")
                        .matcher("a".repeat(100_000) + "!")
                        .find())
                .isFalse();
    }
}
