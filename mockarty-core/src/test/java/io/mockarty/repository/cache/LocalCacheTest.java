package io.mockarty.repository.cache;

import static io.mockarty.repository.cache.CacheSamples.SHOP;
import static io.mockarty.repository.cache.CacheSamples.key;
import static io.mockarty.repository.cache.CacheSamples.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LocalCacheTest {

    private static final long MEGABYTE = 1 << 20;

    private final LocalCache cache = LocalCache.of(CacheOptions.defaults());

    @Test
    void returns_what_was_put() {
        cache.put(key("a"), value("a", "one"), cache.stamp(key("a")));

        assertThat(cache.get(key("a"))).isEqualTo(value("a", "one"));
        assertThat(cache.get(key("b"))).isNull();
        assertThat(List.of(cache.hits(), cache.misses(), cache.entries())).containsExactly(1L, 1L, 1L);
    }

    @Test
    void removes_what_was_invalidated() {
        cache.put(key("a"), value("a", "one"), cache.stamp(key("a")));
        cache.put(key("b"), value("b", "two"), cache.stamp(key("b")));

        cache.invalidate(List.of(key("a")));

        assertThat(cache.get(key("a"))).isNull();
        assertThat(cache.get(key("b"))).isNotNull();
    }

    @Test
    void refuses_what_was_loaded_before_its_invalidation() {
        long stamp = cache.stamp(key("a"));
        cache.invalidate(List.of(key("a")));

        cache.put(key("a"), value("a", "old"), stamp);

        assertThat(cache.get(key("a"))).isNull();
    }

    @Test
    void keeps_a_newer_value_when_an_older_one_is_refused() {
        long stamp = cache.stamp(key("a"));
        cache.invalidate(List.of(key("a")));
        cache.put(key("a"), value("a", "new"), cache.stamp(key("a")));

        cache.put(key("a"), value("a", "old"), stamp);

        assertThat(cache.get(key("a"))).isEqualTo(value("a", "new"));
    }

    @Test
    void empties_one_namespace_and_refuses_what_was_loaded_before() {
        CacheKey elsewhere = CacheKey.mock("elsewhere", "a");
        cache.put(elsewhere, value("a", "kept"), cache.stamp(elsewhere));
        cache.put(key("a"), value("a", "one"), cache.stamp(key("a")));
        long stamp = cache.stamp(key("b"));

        cache.invalidateAll(SHOP);
        cache.put(key("b"), value("b", "old"), stamp);

        assertThat(cache.get(key("a"))).isNull();
        assertThat(cache.get(key("b"))).isNull();
        assertThat(cache.get(elsewhere)).isNotNull();
    }

    @Test
    void lets_what_may_come_from_redis_expire() throws InterruptedException {
        RedisOptions redis = RedisOptions.at("localhost", 1).withTimeToLive(Duration.ofMillis(20));
        LocalCache brief = LocalCache.of(CacheOptions.defaults().withRedis(redis));
        brief.put(key("a"), value("a", "one"), brief.stamp(key("a")));

        Await.until("the value is gone", () -> brief.get(key("a")) == null);
    }

    @Test
    void keeps_large_values_within_its_bytes() {
        assertThatMemoryHolds(8, 200, id -> CacheSamples.value(id, id + "x".repeat((int) MEGABYTE)));
    }

    @Test
    void keeps_small_values_within_its_bytes() {
        assertThatMemoryHolds(8, 60_000, id -> CacheSamples.value(id, id));
    }

    @Test
    void keeps_values_of_many_parts_within_its_bytes() {
        assertThatMemoryHolds(8, 2_000, id -> {
            String numbers = "[" + (id.hashCode() + ",1.5,true,").repeat(500) + "null]";
            return CacheSamples.store(id, Objects.requireNonNull(Json.parse(numbers)));
        });
    }

    @Test
    void does_not_keep_a_value_that_is_larger_than_itself() {
        LocalCache small = LocalCache.of(CacheOptions.defaults().withMaxMegabytes(1));

        small.put(key("a"), value("a", "x".repeat(2 << 20)), small.stamp(key("a")));

        assertThat(small.get(key("a"))).isNull();
    }

    /** Puts far more than fits, and looks at the heap. */
    private static void assertThatMemoryHolds(int megabytes, int count, Function<String, CacheValue> maker) {
        LocalCache small = LocalCache.of(CacheOptions.defaults().withMaxMegabytes(megabytes));
        long before = usedBytes();

        for (int i = 0; i < count; i++) {
            CacheKey key = key("mock-" + i);
            small.put(key, maker.apply(key.id()), small.stamp(key));
            assertThat(small.bytes()).isLessThanOrEqualTo(megabytes * MEGABYTE);
        }

        long used = usedBytes() - before;
        assertThat(small.entries()).isBetween(2L, (long) count - 1);
        assertThat(small.bytes()).as("bytes it thinks it holds").isGreaterThan(megabytes * MEGABYTE / 2);
        assertThat(used).as("bytes of heap").isLessThan(megabytes * MEGABYTE * 3 / 2);
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
