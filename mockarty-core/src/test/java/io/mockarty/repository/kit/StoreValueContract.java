package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A store keeps any JSON value under any key. */
public interface StoreValueContract extends RepositoryContract {

    @Test
    default void keeps_numbers_of_a_store_digit_for_digit() {
        assertKept(
                "[0, -1, 1.0, 1.00, 1e400, -1E-400, 9223372036854775808, 0.1234567890123456789012345678901234567890]");
    }

    @Test
    default void keeps_every_character_of_a_store() {
        assertKept("""
                ["", " ", "\\u0000", "a\\u0000b", "😀 é é 東京", "\\ud800 alone", "' \\" \\\\ %s ? $1", "\\uffff\\u2028"]""");
    }

    @Test
    default void keeps_objects_of_a_store_in_their_order() {
        assertKept("{\"z\": {\"b\": [], \"a\": {}}, \"a\": [null, true, {\"y\": 1, \"x\": null}], \"\": \"\"}");
    }

    @Test
    default void keeps_a_value_of_a_megabyte() {
        assertKept(Json.write("0123456789abcde😀".repeat(1 << 16)));
    }

    @Test
    default void keeps_keys_with_dots_beside_objects_of_that_name() {
        Map<String, @Nullable Object> expected = new TreeMap<>();
        expected.put("app", Map.of("version", 1L));
        expected.put("app.version", 2L);
        expected.put("app.version.", 3L);
        expected.put(".", 4L);

        write(expected);

        assertContent(expected);
    }

    @Test
    default void keeps_keys_of_odd_names_apart() {
        Map<String, @Nullable Object> expected = new TreeMap<>();
        Samples.ODD_NAMES.forEach(key -> expected.put(key, key));
        expected.put("", "empty");
        expected.put(" ", "blank");

        expected.forEach((key, value) -> write(Map.of(key, Objects.requireNonNull(value))));

        assertContent(expected);
    }

    @Test
    default void sorts_content_by_key() {
        Map<String, @Nullable Object> content = new TreeMap<>();
        List.of("b", "B", "a", "_", "Z", "a.b", "aa", "é", "10", "9", "東").forEach(key -> content.put(key, 1L));

        write(content);

        for (Repository node : readers()) {
            assertThat(new ArrayList<>(
                            node.stores().content(SHOP, StoreId.global()).keySet()))
                    .containsExactlyElementsOf(content.keySet());
        }
        assertThat(repository()
                        .stores()
                        .<List<String>>update(
                                SHOP,
                                StoreId.global(),
                                store -> new ArrayList<>(store.content().keySet())))
                .containsExactlyElementsOf(content.keySet());
    }

    @Test
    default void keeps_many_keys() {
        Map<String, @Nullable Object> content = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            content.put("key-" + i, (long) i);
        }

        write(content);

        assertContent(content);
    }

    private void assertKept(String json) {
        Object value = Json.parse(json);
        repository().stores().update(SHOP, StoreId.global(), store -> {
            store.put("key", value);
            assertThat(Json.write(store.get("key"))).isEqualTo(Json.write(value));
            return null;
        });

        for (Repository node : readers()) {
            assertThat(Json.write(node.stores().content(SHOP, StoreId.global()).get("key")))
                    .isEqualTo(Json.write(value));
            assertThat(Json.write(
                            node.stores().<@Nullable Object>update(SHOP, StoreId.global(), store -> store.get("key"))))
                    .isEqualTo(Json.write(value));
        }
    }

    private void write(Map<String, @Nullable Object> content) {
        repository().stores().update(SHOP, StoreId.global(), store -> {
            content.forEach(store::put);
            return null;
        });
    }

    private void assertContent(Map<String, @Nullable Object> expected) {
        for (Repository node : readers()) {
            assertThat(node.stores().content(SHOP, StoreId.global())).isEqualTo(expected);
        }
    }
}
