package io.mockarty.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a: 1                  | {"a":1}
            a: 1.50               | {"a":1.50}
            a: 0.1000000000000000055511151231257827 | {"a":0.1000000000000000055511151231257827}
            a: 9223372036854775808 | {"a":9223372036854775808}
            a: 1e3                | {"a":1E+3}
            a: .5                 | {"a":0.5}
            a: 0x1F               | {"a":31}
            a: yes                | {"a":"yes"}
            a: no                 | {"a":"no"}
            a: true               | {"a":true}
            a: ~                  | {"a":null}
            a:                    | {"a":null}
            a: "1"                | {"a":"1"}
            a: 2026-01-01         | {"a":"2026-01-01"}
            a: 12:30              | {"a":"12:30"}
            200: ok               | {"200":"ok"}
            true: ok              | {"true":"ok"}
            [a, {b: c}]           | ["a",{"b":"c"}]
            a: $.req.name         | {"a":"$.req.name"}
            """)
    void reads_the_core_schema_of_yaml_1_2(String yaml, String json) {
        assertThat(Json.write(Yaml.parse(yaml))).isEqualTo(json);
    }

    @Test
    void follows_anchors() {
        assertThat(Yaml.parse("base: &b {x: 1}\nuse: [*b, *b]"))
                .isEqualTo(Json.parse("{\"base\":{\"x\":1},\"use\":[{\"x\":1},{\"x\":1}]}"));
    }

    @Test
    void an_empty_document_is_null() {
        assertThat(Yaml.parse("# nothing")).isNull();
    }

    @Test
    void ignores_a_byte_order_mark() {
        assertThat(Yaml.parse("\uFEFFa: 1")).isEqualTo(Map.of("a", 1L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~a: 1\\n b: 2~      | 2 | 3
            ~a: [1, 2~         | 1 | 9
            ~a: 'x~            | 1 | 6
            ~a: 1\\nb: *x~      | 2 | 4
            ~a: 1\\na: 2~       | 2 | 1
            ~a: .inf~          | 1 | 4
            ~a: -.INF~         | 1 | 4
            ~a:\\n- .nan~       | 2 | 3
            """)
    void says_in_which_line_and_column_reading_stopped(String escaped, int line, int column) {
        String text = escaped.replace("\\n", "\n");

        assertThatThrownBy(() -> Yaml.parse(text)).isInstanceOfSatisfying(JsonSyntaxException.class, e -> {
            assertThat(e.line()).isEqualTo(line);
            assertThat(e.column()).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!java.net.URL [\"http://localhost/\"]",
                "a: !!javax.script.ScriptEngineManager []",
                "!<tag:yaml.org,2002:java/object:java.util.Date> {}",
                "a: !custom x",
                "a: !!binary aGk="
            })
    void refuses_tags_that_would_make_java_objects(String text) {
        assertThatThrownBy(() -> Yaml.parse(text)).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a]\n: b", "? {a: 1}\n: b", "~: b"})
    void refuses_keys_that_are_no_words(String text) {
        assertThatThrownBy(() -> Yaml.parse(text)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void refuses_a_second_document() {
        assertThatThrownBy(() -> Yaml.parse("a: 1\n---\nb: 2")).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 100_000})
    void deep_nesting_is_an_error_and_no_crash(int depth) {
        assertThatThrownBy(() -> Yaml.parse("[".repeat(depth) + "]".repeat(depth)))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void an_alias_bomb_is_an_error_and_no_crash() {
        String bomb = IntStream.range(1, 17)
                .mapToObj(i -> "a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1))
                .collect(Collectors.joining("", "a0: &a0 [x]\n", ""));

        assertThatThrownBy(() -> Yaml.parse(bomb))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessage("the aliases stand for more than 1000000 values");
    }

    @Test
    void a_value_inside_itself_is_an_error_and_no_crash() {
        assertThatThrownBy(() -> Yaml.parse("a: &x [1, *x]"))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessage("an alias stands inside the value it stands for");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"b\":[1,1.50,12345678901234567890,1E+30,1E-7,true,null,\"\"]}}",
                "{\"s\":[\"1\",\"1.5\",\"true\",\"null\",\"~\",\"yes\",\"- x\",\"a: b\",\"# c\",\"*x\",\"&y\",\"!t\"]}",
                "{\"s\":[\" lead\",\"trail \",\"two\\nlines\\n\",\"\\ttab\",\"\\u0001\\u0085\\u2028\",\"😀é\",\"'\\\"\"]}",
                "{\"\":{},\"200\":[[]],\"a b: c\":\"x\"}",
                "[]",
                "\"text\"",
                "null"
            })
    void what_is_written_reads_back_unchanged(String json) {
        Object value = Json.parse(json);

        assertThat(Yaml.parse(Yaml.write(value))).isEqualTo(value);
    }

    @Test
    void a_long_line_reads_back_unchanged() {
        String text = "word  two spaces ".repeat(100).trim();

        assertThat(Yaml.parse(Yaml.write(text))).isEqualTo(text);
    }

    @Test
    void writes_block_style() {
        assertThat(Yaml.write(Json.parse("{\"a\":{\"b\":[1,\"x\"]}}"))).isEqualTo("""
                a:
                  b:
                  - 1
                  - x
                """);
    }

    @Test
    void writes_a_value_that_stands_in_many_places_in_full() {
        Object shared = Json.valueOf(Map.of("x", List.of(1)));
        Object value = Collections.nCopies(100, shared);

        String yaml = Yaml.write(value);

        assertThat(yaml).doesNotContain("&", "*");
        assertThat(Yaml.parse(yaml)).isEqualTo(value);
    }
}
