package io.mockarty.repository.cache;

import static io.mockarty.repository.cache.CacheSamples.SHOP;
import static io.mockarty.repository.cache.CacheSamples.key;
import static io.mockarty.repository.cache.CacheSamples.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.StoreId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisCacheTest {

    private static TestRedis redis;

    private RedisOptions options;
    private RedisCache cache;

    @BeforeAll
    static void start() throws Exception {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @BeforeEach
    void open() {
        options = redis.options().withTimeout(Duration.ofSeconds(2));
        cache = RedisCache.of(options, System::nanoTime);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void returns_what_was_put() {
        CacheKey store = CacheKey.store(SHOP, StoreId.chain("c"));
        cache.put(SHOP, 3, Map.of(key("a"), value("a", "one"), store, CacheSamples.store("n", 7L)));

        assertThat(cache.get(SHOP, List.of(key("a"), store, key("b"))))
                .isEqualTo(Map.of(key("a"), value("a", "one"), store, CacheSamples.store("n", 7L)));
        assertThat(cache.counts()).isEqualTo(new SharedCache.Counts(2, 1, 0));
    }

    @Test
    void shares_values_with_another_node() {
        put("a", "one", 3);

        try (RedisCache other = RedisCache.of(options, System::nanoTime)) {
            assertThat(other.get(SHOP, List.of(key("a")))).containsKey(key("a"));
        }
    }

    @Test
    void refuses_a_value_that_is_older_than_the_one_it_has() {
        put("a", "new", 5);
        put("a", "old", 4);

        assertThat(payload("a")).isEqualTo(value("a", "new"));
    }

    @Test
    void takes_a_value_that_is_newer() {
        put("a", "old", 9);
        put("a", "new", 10);

        assertThat(payload("a")).isEqualTo(value("a", "new"));
    }

    @Test
    void refuses_a_value_that_was_read_before_an_invalidation() {
        cache.invalidate(SHOP, () -> 7, Set.of(key("a")));
        put("a", "old", 6);
        assertThat(payload("a")).isNull();

        put("a", "new", 7);
        assertThat(payload("a")).isEqualTo(value("a", "new"));
    }

    @Test
    void keeps_a_value_that_was_read_after_a_write_when_its_invalidation_comes_late() {
        put("a", "new", 7);
        cache.invalidate(SHOP, () -> 7, Set.of(key("a")));

        assertThat(payload("a")).isEqualTo(value("a", "new"));
    }

    @Test
    void removes_all_older_values_of_a_namespace_and_refuses_more() {
        put("a", "old", 6);
        put("b", "new", 9);
        CacheKey elsewhere = CacheKey.mock("elsewhere", "a");
        cache.put("elsewhere", 1, Map.of(elsewhere, value("a", "kept")));

        cache.invalidateAll(SHOP, () -> 8);
        put("c", "old", 7);

        assertThat(payload("a")).isNull();
        assertThat(payload("c")).isNull();
        assertThat(payload("b")).isEqualTo(value("b", "new"));
        assertThat(cache.get("elsewhere", List.of(elsewhere))).hasSize(1);
    }

    @Test
    void invalidates_many_keys_at_once() {
        put("a", "old", 6);
        List<CacheKey> keys = new ArrayList<>(List.of(key("a")));
        for (int i = 0; i < 5_000; i++) {
            keys.add(key("m" + i));
        }

        cache.invalidate(SHOP, () -> 7, keys);

        assertThat(payload("a")).isNull();
        assertThat(cache.counts().failures()).isZero();
    }

    @Test
    void puts_and_gets_many_values() {
        Map<CacheKey, CacheValue> values = new HashMap<>();
        for (int i = 0; i < 1_234; i++) {
            values.put(key("m" + i), value("m" + i, "x".repeat(2_000)));
        }

        cache.put(SHOP, 1, values);

        assertThat(cache.get(SHOP, List.copyOf(values.keySet()))).isEqualTo(values);
    }

    @Test
    void keeps_values_of_odd_names_apart() {
        List<CacheKey> keys = List.of(
                CacheKey.mock("a:mock", "b"),
                CacheKey.mock("a", "mock:b"),
                CacheKey.mock("a", "b\n*"),
                CacheKey.mock("é😀", "b"),
                CacheKey.store("a", StoreId.chain("b")),
                CacheKey.store("a", StoreId.global()));
        for (CacheKey key : keys) {
            boolean isMock = key.kind() == CacheKey.Kind.MOCK;
            CacheValue value = isMock ? value(key.id(), key.namespace()) : CacheSamples.store("of", key.id());
            cache.put(key.namespace(), 1, Map.of(key, value));
        }

        for (CacheKey key : keys) {
            assertThat(cache.get(key.namespace(), List.of(key)).get(key))
                    .asString()
                    .contains(key.kind() == CacheKey.Kind.MOCK ? key.namespace() : key.id());
        }
    }

    @Test
    void does_not_share_a_value_that_is_very_long() {
        put("a", "x".repeat(300_000), 1);

        assertThat(payload("a")).isNull();
        assertThat(cache.counts().failures()).isZero();
    }

    @Test
    void takes_garbage_for_a_miss_and_removes_it() {
        RedisKeys names = new RedisKeys(options.keyPrefix());
        List<String> garbage =
                List.of("", "nonsense", "x:{}", "7:{", "7:[]", "7:{\"document\":{}}", "99999999999999999999:");
        try (RedisClient client = redis.client()) {
            for (String text : garbage) {
                client.set(names.of(key("a")), text);
                assertThat(payload("a")).as(text).isNull();
                assertThat(client.exists(names.of(key("a")))).as(text).isFalse();
            }
            client.set(names.of(key("a")), "1:" + value("b", "of another").text());
            assertThat(payload("a")).isNull();
        }

        assertThat(cache.counts().failures()).isEqualTo(garbage.size() + 1);
        assertThat(cache.isUsable()).isTrue();
        put("a", "one", 1);
        assertThat(payload("a")).isEqualTo(value("a", "one"));
    }

    @Test
    void replaces_a_key_of_another_type() {
        RedisKeys names = new RedisKeys(options.keyPrefix());
        try (RedisClient client = redis.client()) {
            client.lpush(names.of(key("a")), "not a string");
        }

        assertThat(payload("a")).isNull();
        put("a", "one", 1);

        assertThat(payload("a")).isEqualTo(value("a", "one"));
        assertThat(cache.counts().failures()).isZero();
    }

    @Test
    void ignores_a_namespace_whose_floor_is_garbage_until_that_is_removed() {
        put("a", "one", 1);
        try (RedisClient client = redis.client()) {
            client.set(new RedisKeys(options.keyPrefix()).floor(SHOP), "nonsense");
        }

        assertThat(payload("a")).isNull();
        assertThat(payload("a")).isEqualTo(value("a", "one"));
    }

    @Test
    void forgets_a_value_after_its_time_to_live() throws InterruptedException {
        try (RedisCache brief = RedisCache.of(options.withTimeToLive(Duration.ofMillis(50)), System::nanoTime)) {
            brief.put(SHOP, 1, Map.of(key("a"), value("a", "one")));

            Await.until(
                    "the value is gone",
                    () -> brief.get(SHOP, List.of(key("a"))).isEmpty());
        }
    }

    @Test
    void lets_every_key_expire() {
        put("a", "one", 1);
        cache.invalidate(SHOP, () -> 2, Set.of(key("b")));
        cache.invalidateAll(SHOP, () -> 1);

        RedisKeys names = new RedisKeys(options.keyPrefix());
        try (RedisClient client = redis.client()) {
            assertThat(List.of(names.of(key("a")), names.of(key("b")), names.floor(SHOP)))
                    .allSatisfy(name -> assertThat(client.pttl(name)).isBetween(1L, 300_000L));
        }
    }

    @Test
    void uses_the_database_it_was_given() {
        try (RedisCache other = RedisCache.of(options.withDatabase(3), System::nanoTime)) {
            other.put(SHOP, 1, Map.of(key("a"), value("a", "one")));

            assertThat(other.get(SHOP, List.of(key("a")))).hasSize(1);
            assertThat(payload("a")).isNull();
        }
    }

    private void put(String id, String payload, long revision) {
        cache.put(SHOP, revision, Map.of(key(id), value(id, payload)));
    }

    private CacheValue payload(String id) {
        return cache.get(SHOP, List.of(key(id))).get(key(id));
    }
}
