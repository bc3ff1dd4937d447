package io.mockarty.perf.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaretTest {

    @Test
    void a_problem_shows_the_text_and_points_at_the_character() {
        assertThat(Caret.message("threshold", "p(95) << 5", 7, "a number")).isEqualTo("""
                        threshold: "p(95) << 5" (expected: a number)
                            p(95) << 5
                                   ^""");
    }

    @Test
    void what_is_missing_is_pointed_at_behind_the_text() {
        assertThat(Caret.message("a", "max <", 5, "a number")).endsWith("\n    max <\n         ^");
        assertThat(Caret.message("a", "", 0, "a figure")).isEqualTo("a: \"\" (expected: a figure)\n    \n    ^");
    }

    @Test
    void tabs_and_line_breaks_take_one_column() {
        assertThat(Caret.message("a", "\tmax\r\n< x", 8, "a number"))
                .isEqualTo("a: \" max  < x\" (expected: a number)\n     max  < x\n            ^");
    }

    @Test
    void a_place_outside_of_the_text_becomes_its_nearest_end() {
        assertThat(Caret.pointAt("abc", 99, 2)).isEqualTo("\n  abc\n     ^");
        assertThat(Caret.pointAt("abc", -1, 2)).isEqualTo("\n  abc\n  ^");
    }
}
