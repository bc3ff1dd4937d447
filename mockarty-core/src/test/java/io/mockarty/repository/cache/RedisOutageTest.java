package io.mockarty.repository.cache;

import static io.mockarty.repository.cache.CacheSamples.SHOP;
import static io.mockarty.repository.cache.CacheSamples.key;
import static io.mockarty.repository.cache.CacheSamples.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisOutageTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicLong nanoTime = new AtomicLong();
    private TestRedis redis;
    private RedisCache cache;

    @BeforeEach
    void open() throws Exception {
        redis = TestRedis.start();
        cache = RedisCache.of(redis.options().withTimeout(Duration.ofMillis(200)), nanoTime::get);
        put("a", "one", 1);
        Await.until("the first value is there", () -> {
            put("a", "one", 1);
            nanoTime.addAndGet(PAUSE.toNanos());
            return isShared("a");
        });
    }

    @AfterEach
    void close() throws Exception {
        cache.close();
        redis.close();
    }

    @Test
    void takes_a_redis_that_died_for_a_miss() throws Exception {
        redis.kill();

        assertThat(isShared("a")).isFalse();
        put("b", "two", 2);
        cache.invalidate(SHOP, () -> 2, Set.of(key("a")));

        assertThat(cache.isUsable()).isFalse();
        assertThat(cache.counts().failures()).isPositive();
    }

    @Test
    void waits_no_longer_than_a_few_timeouts_for_a_redis_that_stopped() throws Exception {
        redis.pause();
        long start = System.nanoTime();

        for (int i = 0; i < 1_000; i++) {
            assertThat(isShared("a")).isFalse();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(cache.counts().failures()).isEqualTo(1);
        redis.resume();
    }

    @Test
    void tries_once_in_each_pause() throws Exception {
        redis.kill();
        isShared("a");
        long failures = cache.counts().failures();

        nanoTime.addAndGet(PAUSE.toNanos() - 1);
        isShared("a");
        assertThat(cache.counts().failures()).isEqualTo(failures);

        nanoTime.addAndGet(1);
        isShared("a");
        isShared("a");
        assertThat(cache.counts().failures()).isEqualTo(failures + 1);
    }

    @Test
    void uses_a_redis_again_that_went_on() throws Exception {
        redis.pause();
        assertThat(isShared("a")).isFalse();
        redis.resume();

        awaitUsable();

        assertThat(isShared("a")).isTrue();
    }

    @Test
    void uses_a_redis_again_that_came_back() throws Exception {
        redis.kill();
        assertThat(isShared("a")).isFalse();
        redis.revive();

        awaitUsable();

        assertThat(isShared("a")).isTrue();
    }

    @Test
    void makes_up_for_an_invalidation_before_it_reads_again() throws Exception {
        redis.kill();
        cache.invalidate(SHOP, () -> 2, Set.of(key("a")));
        redis.revive();
        nanoTime.addAndGet(PAUSE.toNanos());

        assertThat(isShared("a")).isFalse();

        awaitUsable();
        assertThat(isShared("a")).as("a value from before the invalidation").isFalse();
        put("a", "one", 1);
        assertThat(isShared("a"))
                .as("a value that was read before the invalidation")
                .isFalse();
        put("a", "two", 2);
        assertThat(isShared("a")).isTrue();
    }

    @Test
    void makes_up_for_the_invalidation_of_a_namespace() throws Exception {
        redis.kill();
        cache.invalidateAll(SHOP, () -> 2);
        redis.revive();

        awaitUsable();

        assertThat(isShared("a")).isFalse();
    }

    private void awaitUsable() throws InterruptedException {
        Await.until("Redis is used", () -> {
            nanoTime.addAndGet(PAUSE.toNanos());
            cache.get(SHOP, List.of(key("unknown")));
            return cache.isUsable();
        });
    }

    private void put(String id, String payload, long revision) {
        cache.put(SHOP, revision, Map.of(key(id), value(id, payload)));
    }

    private boolean isShared(String id) {
        return cache.get(SHOP, List.of(key(id))).containsKey(key(id));
    }
}
