package io.mockarty.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathPrefixTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Hello $.req.name.|.req.name
            a $.b, c|.b
            $|
            $ .a|
            $.a .b|.a
            $.a [0]|.a
            $[x]|
            $[]|
            $[|
            $...a|
            $.a..|.a
            $..[x]|
            $.a..b.*.c|.a..b.*.c
            $.*.|.*
            $..[0]|..[0]
            $.X-Forwarded-For[0];|.X-Forwarded-For[0]
            $.a- 1|.a
            $.total-price|.total-price
            $.a['b c'].d|.a['b c'].d
            $.a[ 0 ]!|.a[ 0 ]
            $.a[ 1 or 2 ]|.a
            $.a[?@.x-id == 1].b)|.a[?@.x-id == 1].b
            $.a[1:2, -1]|.a[1:2, -1]
            $.a?(@.b)|.a
            $.a(b)|.a
            """)
    void takes_the_segments_and_leaves_the_rest(String text, String segments) {
        int from = text.indexOf('$') + 1;
        String expected = segments == null ? "" : segments;

        JsonPath.Prefix prefix = JsonPath.compilePrefix(text, from);

        assertThat(prefix.path()).hasToString("$" + expected);
        assertThat(prefix.end()).isEqualTo(from + expected.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            see $.a[1 or 2]  | 10
            see $['a         | 6
            see $[?@.a =]    | 11
            see $.a[*        | 9
            see $..[-]       | 9
            see $[:x]        | 7
            """)
    void rejects_a_bracket_that_begins_like_a_selector_and_is_malformed(String text, int position) {
        assertThatThrownBy(() -> JsonPath.compilePrefix(text, 5))
                .isInstanceOfSatisfying(
                        JsonPathSyntaxException.class,
                        e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void evaluates_against_what_the_root_stands_for() {
        JsonPath path =
                JsonPath.compilePrefix("steps.login.body[0].id-token ok", 11).path();

        assertThat(path.first(Json.parse("{\"body\": [{\"id-token\": \"t\"}]}")))
                .isEqualTo("t");
    }

    @Test
    void selects_the_root_when_no_segment_follows() {
        assertThat(JsonPath.compilePrefix("$", 1).path().first(5L)).isEqualTo(5L);
    }

    @Test
    void rejects_a_position_outside_the_text() {
        assertThatThrownBy(() -> JsonPath.compilePrefix("$", 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
