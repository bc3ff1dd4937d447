package io.mockarty.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathSelectorTest {

    private static final String SHOP = """
            {"customer": {"tier": "gold", "note": null}, "items": [{"id": 1}, {"id": 2}, {"id": 3, "more": {"id": 4}}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $.customer.tier                 | ["gold"]
            $['customer']["tier"]           | ["gold"]
            $ .customer\t['tier']           | ["gold"]
            $.items[0].id                   | [1]
            $.items[-1].id                  | [3]
            $.items[*].id                   | [1,2,3]
            $.customer.*                    | ["gold",null]
            $.items[1, 0, 1].id             | [2,1,2]
            $.items[0, -1]['id', 'more']    | [1,3,{"id":4}]
            $.items[ 1 : ].id               | [2,3]
            $..id                           | [1,2,3,4]
            $.items[2]..['id']              | [3,4]
            $.items[?@.id > 1].id           | [2,3]
            $.items[?@.more, 0].id          | [3,1]
            $.items..[?@.id == 4].id        | [4]
            """)
    void selects_values_in_the_order_of_the_rfc(String path, String expected) {
        assertThat(select(path, SHOP)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "[:],         '[0,1,2,3,4]'",
        "[1:3],       '[1,2]'",
        "[:2],        '[0,1]'",
        "[-2:],       '[3,4]'",
        "[::2],       '[0,2,4]'",
        "[1:5:2],     '[1,3]'",
        "[::-1],      '[4,3,2,1,0]'",
        "[3:0:-2],    '[3,1]'",
        "[3::-1],     '[3,2,1,0]'",
        "[-1:-4:-1],  '[4,3,2]'",
        "[9:0:-3],    '[4,1]'",
        "[2:1],       '[]'",
        "[1:3:0],     '[]'",
        "[-99:99],    '[0,1,2,3,4]'",
        "[0:9007199254740991:9007199254740991], '[0]'",
        "[4:-9007199254740991:-9007199254740991], '[4]'",
    })
    void slices_arrays_forwards_and_backwards(String slice, String expected) {
        assertThat(select("$" + slice, "[0, 1, 2, 3, 4]")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "$.absent",
        "$.customer.absent.deeper",
        "$.items.id",
        "$.items[3]",
        "$.items[-4]",
        "$.customer[0]",
        "$.customer.tier[0]",
        "$.customer.tier.*",
        "$.customer[0:1]",
        "$.items['0']",
        "$..absent",
        "$[?@.absent]"
    })
    void selects_nothing_when_a_step_does_not_fit(String path) {
        Object document = Json.parse(SHOP);
        JsonPath compiled = JsonPath.compile(path);

        assertThat(compiled.select(document)).isEmpty();
        assertThat(compiled.nodes(document)).isEmpty();
        assertThat(compiled.exists(document)).isFalse();
        assertThat(compiled.first(document)).isNull();
    }

    @Test
    void selects_the_whole_document_with_the_root_alone() {
        assertThat(JsonPath.compile("$").select(7L)).containsExactly(7L);
        assertThat(JsonPath.compile("$").select(null)).containsExactly((Object) null);
    }

    @Test
    void tells_a_null_member_from_a_missing_one() {
        Object document = Json.parse(SHOP);

        assertThat(JsonPath.compile("$.customer.note").first(document)).isNull();
        assertThat(JsonPath.compile("$.customer.note").exists(document)).isTrue();
        assertThat(JsonPath.compile("$.customer.*").exists(Map.of("customer", Map.of())))
                .isFalse();
    }

    @Test
    void returns_the_first_value_of_a_query_with_many() {
        assertThat(JsonPath.compile("$..id").first(Json.parse(SHOP))).isEqualTo(1L);
    }

    @Test
    void visits_parents_before_children_and_applies_all_selectors_to_each() {
        String document = "{\"a\": {\"a\": 1, \"b\": 2}, \"b\": [{\"a\": 3}]}";

        assertThat(select("$..['b', 'a']", document)).isEqualTo("[[{\"a\":3}],{\"a\":1,\"b\":2},2,1,3]");
        assertThat(select("$..*", "[[1, [2]], 3]")).isEqualTo("[[1,[2]],3,1,[2],2]");
    }

    @ParameterizedTest
    @CsvSource({
        "$, true",
        "$.a[0]['b'], true",
        "$[ 'a' ], true",
        "$.*, false",
        "'$[0, 1]', false",
        "$..a, false",
        "$[0:1], false",
        "$[?@.a], false"
    })
    void knows_which_queries_are_singular(String path, boolean singular) {
        assertThat(JsonPath.compile(path).isSingular()).isEqualTo(singular);
    }

    @Test
    void returns_lists_that_cannot_be_changed_and_the_text_it_was_compiled_from() {
        JsonPath path = JsonPath.compile("$ [0]");

        assertThat(path.select(List.of(1L))).isUnmodifiable();
        assertThat(path.nodes(List.of(1L))).isUnmodifiable();
        assertThat(path).hasToString("$ [0]");
    }

    @Test
    void descends_into_documents_of_any_depth() {
        Object document = 1L;
        for (int i = 0; i < 20_000; i++) {
            document = List.of(document);
        }

        assertThat(JsonPath.compile("$..[?@ == 1]").select(document)).containsExactly(1L);
    }

    private static String select(String path, String document) {
        return Json.write(JsonPath.compile(path).select(Json.parse(document)));
    }
}
