package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.mock.Mock;
import io.mockarty.repository.MockQuery;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoredMock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document is kept as it is, to the letter. */
public interface DocumentContract extends RepositoryContract {

    @Test
    default void keeps_the_order_of_fields() {
        assertKept("""
                {"response": {"statusCode": 200, "payload": {"z": 1, "a": 2, "m": {"y": 1, "b": 2}}},
                 "tags": ["z", "a"], "id": "m", "http": {"route": "/a", "httpMethod": "GET"}}""");
    }

    @Test
    default void keeps_fields_that_nobody_knows() {
        assertKept("""
                {"id": "m", "x-vendor": {"deep": [1, {"deeper": null}]}, "folder": 7,
                 "http": {"route": "/a", "x-http": [true, false, null]}, "response": {"x-response": {}, "payload": []}}""");
    }

    @Test
    default void keeps_numbers_digit_for_digit() {
        assertKept("""
                {"id": "m", "http": {"route": "/a"}, "response": {"payload": [1, 1.0, 1.00, -0.0, 0.1, 1e400, -1E-400,
                 9223372036854775808, 123456789012345678901234567890.123456789, 2.5e3, 10000000000000000000000]}}""");
    }

    @Test
    default void keeps_every_character() {
        assertKept("""
                {"id": "m", "http": {"route": "/a"}, "response": {"payload":
                 ["\\u0000", "a\\u0000b", "\\u001f\\u007f", "😀 é é 東京", "\\ud800 alone", "\\" \\\\ / \\b\\f\\n\\r\\t",
                  "\\\\u0000", "' '' \\"\\" %s ? $1 :x ${y}", "\\u2028\\ufeff\\uffff", "", " "]}}""");
    }

    @Test
    default void keeps_odd_names_of_fields() {
        assertKept("""
                {"id": "m", "http": {"route": "/a"}, "response": {"payload":
                 {"": 1, " ": 2, "a.b": 3, "$ref": 4, "nul\\u0000": 5, "'; DROP TABLE mocks; --": 6, "A": 7, "a": 8}}}""");
    }

    @Test
    default void keeps_a_payload_of_a_megabyte() {
        String text = "0123456789abcde😀".repeat(1 << 16);
        assertKept("{\"id\": \"m\", \"http\": {\"route\": \"/a\"}, \"response\": {\"payload\": %s}}"
                .formatted(Json.write(text)));
    }

    @Test
    default void keeps_deep_nesting() {
        String deep = "[{\"a\":".repeat(100) + "1" + "}]".repeat(100);
        assertKept("{\"id\": \"m\", \"http\": {\"route\": \"/a\"}, \"response\": {\"payload\": %s}}".formatted(deep));
    }

    @Test
    default void keeps_a_namespace_at_its_place_in_the_document() {
        assertKept("{\"namespace\": \"elsewhere\", \"id\": \"m\", \"http\": {\"route\": \"/a\"}, \"response\": {}}");
    }

    @Test
    default void keeps_times_and_counts_that_are_part_of_the_document() {
        assertKept("""
                {"id": "m", "http": {"route": "/a"}, "response": {}, "createdAt": 1, "lastUse": 2, "expireAt": 3,
                 "useCounter": 4, "useLimiter": 5, "ttl": 6, "priority": -7}""");
    }

    private void assertKept(String json) {
        Mock mock = Mock.fromJson(json);
        String expected = mock.toBuilder().namespace(SHOP).build().toJson();

        StoredMock saved = repository().mocks().save(SHOP, List.of(mock)).get(0);

        assertThat(saved.document().toJson()).isEqualTo(expected);
        for (Repository node : readers()) {
            assertThat(node.mocks().find(SHOP, "m").orElseThrow()).satisfies(found -> {
                assertThat(found.document().toJson()).isEqualTo(expected);
                assertThat(found).isEqualTo(saved);
            });
            assertThat(node.mocks().list(SHOP, MockQuery.all(), 0, 1).items()).containsExactly(saved);
            assertThat(node.mocks().versions(SHOP, "m")).containsExactly(saved);
        }
    }
}
