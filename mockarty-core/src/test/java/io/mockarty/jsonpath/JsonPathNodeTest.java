package io.mockarty.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathNodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            $           | $
            $.a         | $['a']
            $.a[-1]     | $['a'][1]
            $.a[::-2]   | $['a'][1]
            $.a[0].*    | $['a'][0]['b']
            $..b        | $['a'][0]['b']
            $.*[?@ > 1] | $['a'][1]
            """)
    void names_each_node_by_its_normalized_path(String path, String normalized) {
        Object document = Json.parse("{\"a\": [{\"b\": null}, 2]}");

        assertThat(JsonPath.compile(path).nodes(document))
                .extracting(JsonPathNode::path)
                .containsExactly(normalized);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "it's"                   | $['it\\'s']
            "\\\\"                   | $['\\\\']
            "say \\"hi\\" / \\u007f" | $['say "hi" / \u007f']
            "\\b\\t\\n\\f\\r"        | $['\\b\\t\\n\\f\\r']
            "\\u0000\\u000b\\u001F"  | $['\\u0000\\u000b\\u001f']
            "\uD83D\uDE00"           | $['\uD83D\uDE00']
            """)
    void escapes_names_in_normalized_paths(String name, String normalized) {
        Object document = Json.parse("{" + name + ": 1}");
        JsonPathNode node = JsonPath.compile("$.*").nodes(document).get(0);

        assertThat(node).isEqualTo(new JsonPathNode(normalized, 1L));
        assertThat(JsonPath.compile(normalized).select(document)).containsExactly(1L);
    }

    @Test
    void returns_overlapping_nodes_repeatedly() {
        assertThat(JsonPath.compile("$['a', 'a']").nodes(Map.of("a", 1L)))
                .containsExactly(new JsonPathNode("$['a']", 1L), new JsonPathNode("$['a']", 1L));
    }
}
