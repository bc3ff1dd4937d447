package io.mockarty.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathFunctionTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            length(@) == 2                 ; ["ab","\uD83D\uDE00!",[1,2],{"a":1,"b":2}]
            length(@) == length(1)         ; [7,null,true]
            count(@.*) == 2                ; [[1,2],{"a":1,"b":2}]
            count( $[*] ) == 7             ; ["ab","\uD83D\uDE00!",[1,2],{"a":1,"b":2},7,null,true]
            value(@..b) == 2               ; [{"a":1,"b":2}]
            value(@.*) == 1                ; []
            match(@, 'a.*')                ; ["ab"]
            match(@, 'a')                  ; []
            search(@, 'b')                 ; ["ab"]
            search(@, $[0])                ; ["ab"]
            !search(@, '.') && @ != null   ; [[1,2],{"a":1,"b":2},7,true]
            match(@, 7) || match(7, 'x')   ; []
            """)
    void evaluates_the_functions_of_the_rfc(String condition, String expected) {
        Object document = Json.parse("[\"ab\", \"\uD83D\uDE00!\", [1, 2], {\"a\": 1, \"b\": 2}, 7, null, true]");

        assertThat(Json.write(JsonPath.compile("$[?" + condition + "]").select(document)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            [a-c]{2,3}      ; abc   ; true
            [a-c]{2,3}      ; abcd  ; false
            (ab|cd)+        ; abcd  ; true
            a|              ; a     ; true
            x{0}y           ; y     ; true
            [^a-c]          ; d     ; true
            [-a]            ; -     ; true
            [a-]            ; -     ; true
            [.]             ; x     ; false
            [\\]\\[]        ; ]     ; true
            a\\.b           ; a.b   ; true
            a\\.b           ; axb   ; false
            \\p{Lu}\\p{L}+  ; Maria ; true
            \\P{Nd}         ; 7     ; false
            [\\p{Nd}x]+     ; 7x7   ; true
            .               ; \uD83D\uDE00 ; true
            \\p{Cn}         ; \u0378 ; true
            \\P{C}          ; a     ; true
            """)
    void matches_i_regexps(String regex, String text, boolean expected) {
        assertThat(matches(regex, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r"})
    void does_not_match_line_breaks_with_a_dot(String lineBreak) {
        assertThat(matches(".", lineBreak)).isFalse();
        assertThat(matches(".", "\u2028")).isTrue();
        assertThat(matches("[^a]", lineBreak)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "[",
                "[]",
                "a**",
                "a*?",
                "*",
                "a{",
                "a{,2}",
                "a{2,1}",
                "a{1001}",
                "[b-a]",
                "[a-b-c]",
                "[[:alpha:]]",
                "(?:a)",
                "(?i)a",
                "\\d",
                "\\x41",
                "\\1",
                "\\",
                "\\p{Foo}",
                "\\p{L",
                "a{1000}{2}",
                "(a{1000}){11}",
                "\uD800"
            })
    void is_false_for_what_is_no_i_regexp(String regex) {
        List<Object> document = Arrays.asList(regex, "a", "b", "A", "1");

        assertThat(JsonPath.compile("$[?search(@, $[0])]").select(document)).isEmpty();
        assertThat(JsonPath.compile("$[?match(@, $[0])]").select(document)).isEmpty();
    }

    @Test
    void matches_hostile_expressions_in_linear_time() {
        String text = "a".repeat(20_000) + "!";

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(matches("(a+)+(a|aa)+", text)).isFalse());
    }

    @Test
    void takes_a_different_expression_for_each_node() {
        Object document = Json.parse("[{\"v\": \"ab\", \"re\": \"a.\"}, {\"v\": \"ab\", \"re\": \"b\"}]");

        assertThat(JsonPath.compile("$[?match(@.v, @.re)].re").select(document)).containsExactly("a.");
    }

    private static boolean matches(String regex, String text) {
        return JsonPath.compile("$[?match(@[0], @[1])]").exists(List.of(List.of(text, regex)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$..*..*..*..*",
                "$[?count($..*..*) > 0]",
                "$[?!$..*..*..x]",
                "$[?search(@.text, '(x{0,40}){0,40}y')]"
            })
    void what_would_visit_too_many_nodes_has_an_empty_result(String query) {
        String deep = "[".repeat(400) + "1" + "]".repeat(400);
        String text = "{\"text\":\"" + "x".repeat(100_000) + "\"}";
        Object document = Json.parse("[" + deep + ",0".repeat(1_000) + "," + text + "]");
        JsonPath path = JsonPath.compile(query);

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(path.select(document)).isEmpty();
            assertThat(path.nodes(document)).isEmpty();
        });
    }

    @Test
    void large_documents_are_searched_as_a_whole() {
        Object document = Json.parse("[" + "{\"a\":[1,2]},".repeat(50_000) + "0]");

        assertThat(JsonPath.compile("$..a[?@ == 2]").select(document)).hasSize(50_000);
    }
}
