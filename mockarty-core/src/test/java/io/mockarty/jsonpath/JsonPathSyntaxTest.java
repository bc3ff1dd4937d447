package io.mockarty.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathSyntaxTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            a;0;(expected: '$')
             $;0;' '
            $ ;1;or the end
            $.;2;a name or '*'
            $. a;2;' '
            $..;3;a name, '*' or '['
            $.a-b;3;'-'
            $.1;2;a name
            $[];2;a quoted name, an index
            $[a];2;'a'
            $[0 2];4;',' or ']'
            $[0,];4;']'
            $[01];2;without leading zeros
            $[-0];2;without leading zeros
            $[1.0];3;'.'
            $[9007199254740992];2;-9007199254740991..9007199254740991
            $[::-9007199254740992];4;-9007199254740991..9007199254740991
            $[1:2:3:4];7;':'
            $['a;2;string without end
            $["\\'"];4;an escape
            $['\\u12g4'];7;four hexadecimal digits
            $['\\uD800x'];3;surrogate without its partner
            $['\\uDC00'];3;surrogate without its partner
            $[?];3;']'
            $[?@.a = 1];7;'=='
            $[?@.a =~ 'x'];7;match() or search()
            $[?@.a & @.b];8;'&'
            $[?@.a 1];7;an operator
            $[?(@.a];7;'&&', '||' or ')'
            $[?!@.a == 1];7;parentheses
            $[?1];3;a value alone
            $[?@.a == True];10;'T'
            $[?@.a == 01];10;leading zeros
            $[?@.a == 1.];12;decimal point
            $[?@.a == 1e];12;exponent
            $[?@.a == 1e9999999999];10;an exponent between
            $[?@.* == 1];3;singular query
            $[?1 == @..a];8;singular query
            $[?@[ 'a' ] == 1];3;blanks inside brackets
            $[?len(@) == 1];3;length, count, match, search or value
            $[?length (@) == 1];3;'length'
            $[?length(@)];3;a value alone
            $[?length(@.*) > 1];10;singular query
            $[?length(@, 1) > 1];3;length() with 2 arguments (expected: 1)
            $[?count(1) > 1];9;no query
            $[?count(@ == 1) > 1];11;',' or ')'
            $[?match(@, 'a') == true];3;true or false already
            $[?search(@)];3;search() with 1 arguments (expected: 2)
            """)
    void points_at_the_problem_and_tells_what_was_expected(String path, int position, String message) {
        JsonPathSyntaxException thrown =
                catchThrowableOfType(JsonPathSyntaxException.class, () -> JsonPath.compile(path));

        assertThat(thrown).as(path).isNotNull();
        assertThat(thrown.position()).isEqualTo(position);
        assertThat(thrown).hasMessageContaining(message).hasMessageContaining("position " + position);
    }

    @Test
    void shows_the_text_with_a_caret_below_the_position() {
        assertThatThrownBy(() -> JsonPath.compile("$.a[?@.b\n= 1]")).hasMessage("""
                        JSONPath, position 9: '=' (expected: '==', or match() or search() for regular expressions)
                          $.a[?@.b = 1]
                                   ^""");
    }

    @Test
    void shows_only_the_surroundings_in_a_long_text() {
        String path = "$" + ".abc".repeat(100) + "!" + ".abc".repeat(100);

        assertThatThrownBy(() -> JsonPath.compile(path))
                .hasMessageContaining("position 401")
                .extracting(Throwable::getMessage)
                .satisfies(message -> assertThat(message.lines()).allMatch(line -> line.length() < 120));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$['\uD800']", "$['\uDC00\uD800']", "$.\uD800", "$.a\uDC00", "$['\u001f']", "$[\"\n\"]"})
    void rejects_characters_that_must_be_escaped_or_paired(String path) {
        assertThatThrownBy(() -> JsonPath.compile(path)).isInstanceOf(JsonPathSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!(", "@[?", "length(", "count(@[?"})
    void limits_how_deeply_filters_are_nested(String opening) {
        assertThatThrownBy(() -> JsonPath.compile("$[?" + opening.repeat(50_000)))
                .isInstanceOf(JsonPathSyntaxException.class)
                .hasMessageContaining("nested too deeply (expected: at most 200 levels)");
    }

    @Test
    void allows_filters_nested_within_the_limit() {
        String path = "$[?" + "(".repeat(199) + "@" + ")".repeat(199) + "]";

        assertThat(JsonPath.compile(path).select(List.of(1L))).containsExactly(1L);
    }
}
