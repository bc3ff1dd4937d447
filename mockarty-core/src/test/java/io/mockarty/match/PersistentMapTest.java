package io.mockarty.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentMapTest {

    /** Keys made of Aa and BB, which have one hash code. */
    private static String colliding(int number) {
        StringBuilder key = new StringBuilder();
        for (int bit = 0; bit < 6; bit++) {
            key.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return key.toString();
    }

    private static String key(Random random) {
        int number = random.nextInt(64);
        return random.nextBoolean() ? colliding(number) : "key-" + number * 7919;
    }

    @Test
    void the_colliding_keys_of_these_tests_have_one_hash_code() {
        assertThat(colliding(5)).isNotEqualTo(colliding(6)).hasSameHashCodeAs(colliding(6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holds_what_a_hash_map_holds_after_the_same_changes(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> expected = new HashMap<>();
        PersistentMap<Integer> map = PersistentMap.empty();

        for (int i = 0; i < 3_000; i++) {
            String key = key(random);
            if (random.nextInt(3) == 0) {
                expected.remove(key);
                map = map.without(key);
            } else {
                expected.put(key, i);
                map = map.with(key, i);
            }
            assertThat(map.get(key)).isEqualTo(expected.get(key));
        }

        assertSame(map, expected);
    }

    @Test
    void older_versions_do_not_change() {
        Random random = new Random(42);
        Map<PersistentMap<Integer>, Map<String, Integer>> versions = new HashMap<>();
        Map<String, Integer> expected = new HashMap<>();
        PersistentMap<Integer> map = PersistentMap.empty();

        for (int i = 0; i < 300; i++) {
            String key = key(random);
            map = i % 3 == 0 ? map.without(key) : map.with(key, i);
            if (i % 3 == 0) {
                expected.remove(key);
            } else {
                expected.put(key, i);
            }
            versions.put(map, new HashMap<>(expected));
        }

        versions.forEach(PersistentMapTest::assertSame);
    }

    @Test
    void is_empty_again_when_all_keys_are_removed() {
        PersistentMap<Integer> map = PersistentMap.empty();
        for (int i = 0; i < 64; i++) {
            map = map.with(colliding(i), i).with("key" + i, i);
        }
        for (int i = 0; i < 64; i++) {
            map = map.without(colliding(i)).without("key" + i);
        }

        assertThat(map.isEmpty()).isTrue();
    }

    @Test
    void removing_an_unknown_key_gives_the_same_version() {
        PersistentMap<Integer> map = PersistentMap.<Integer>empty().with(colliding(1), 1);

        assertThat(map.without("other")).isSameAs(map);
        assertThat(map.without(colliding(2))).isSameAs(map);
    }

    private static void assertSame(PersistentMap<Integer> map, Map<String, Integer> expected) {
        for (int i = 0; i < 64; i++) {
            assertThat(map.get(colliding(i))).isEqualTo(expected.get(colliding(i)));
            assertThat(map.get("key-" + i * 7919)).isEqualTo(expected.get("key-" + i * 7919));
        }
        assertThat(map.isEmpty()).isEqualTo(expected.isEmpty());
    }
}
