package io.mockarty.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathLenientTest {

    private static final Object DOCUMENT = Json.parse("""
            {"a": {"b": 1}, "x-request-id": "r1", "items": [{"id": 1, "price": 50}, {"id": 2, "price": 150}]}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            a.b                                 ; [1]
            items[0].id                         ; [1]
            items..id                           ; [1,2]
            x-request-id                        ; ["r1"]
            $.x-request-id                      ; ["r1"]
            $['x-request-id']                   ; ["r1"]
            $[?(@.b == 1)]                      ; [{"b":1}]
            $.items[?(@.price > 100)].id        ; [2]
            items[?(@.price > 100)].id          ; [2]
            $.items?(@.price>100)               ; [{"id":2,"price":150}]
            $.items.?( @.price > 100 ).id       ; [2]
            $..?(@.id)                          ; [{"id":1,"price":50},{"id":2,"price":150}]
            $..?(@.id == 2 || @.b).id           ; [2]
            items[?@[ 'id' ] == 1].price        ; [50]
            $.items[?@.id == $.a.b].price       ; [50]
            """)
    void accepts_what_people_write(String path, String expected) {
        assertThat(Json.write(JsonPath.compileLenient(path).select(DOCUMENT))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {" a.b", "a.b\n", "\t $.a.b \r\n"})
    void ignores_white_space_around_the_path_and_keeps_it_in_the_text(String path) {
        assertThat(JsonPath.compileLenient(path).first(DOCUMENT)).isEqualTo(1L);
        assertThat(JsonPath.compileLenient(path)).hasToString(path);
    }

    @Test
    void starts_at_the_root_array_with_a_bracket() {
        assertThat(JsonPath.compileLenient("[0].id").first(Json.parse("[{\"id\": 7}]")))
                .isEqualTo(7L);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "'  ', 2", "@.a, 0", "-a, 0", "a-, 1", "a b, 1", "$x, 1", "a..b., 5", "a?@.b, 2", "' a[x]', 3"
    })
    void points_into_the_text_as_it_was_given(String path, int position) {
        assertThatThrownBy(() -> JsonPath.compileLenient(path))
                .isInstanceOfSatisfying(
                        JsonPathSyntaxException.class,
                        e -> assertThat(e.position()).isEqualTo(position));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", " $.a", "$.x-request-id", "$.items?(@.price>100)", "$..?(@.id)"})
    void accepts_none_of_it_in_the_strict_mode(String path) {
        assertThatThrownBy(() -> JsonPath.compile(path)).isInstanceOf(JsonPathSyntaxException.class);
    }
}
