package io.mockarty.repository.cache;

import static io.mockarty.repository.cache.CacheSamples.SHOP;
import static io.mockarty.repository.cache.CacheSamples.key;
import static io.mockarty.repository.cache.CacheSamples.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisLoginTest {

    private static TestRedis redis;

    @BeforeAll
    static void start() throws Exception {
        redis = TestRedis.startWithPassword("right-secret");
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @Test
    void logs_in_with_the_password() {
        assertThat(isKept(redis.options())).isTrue();
    }

    @Test
    void takes_a_wrong_password_for_a_miss() {
        assertThat(isKept(redis.options().withPassword("wrong-secret"))).isFalse();
    }

    @Test
    void says_why_redis_is_skipped_but_not_the_password() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            isKept(redis.options().withPassword("wrong-secret"));
        } finally {
            System.setErr(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("Redis 127.0.0.1:" + redis.port() + " is skipped", "WRONGPASS")
                .doesNotContain("secret");
    }

    private static boolean isKept(RedisOptions options) {
        try (RedisCache cache = RedisCache.of(options.withTimeout(Duration.ofSeconds(2)), System::nanoTime)) {
            cache.put(SHOP, 1, Map.of(key("a"), value("a", "one")));
            boolean kept = cache.get(SHOP, List.of(key("a"))).containsKey(key("a"));
            assertThat(cache.counts().failures() == 0).isEqualTo(kept);
            return kept;
        }
    }
}
