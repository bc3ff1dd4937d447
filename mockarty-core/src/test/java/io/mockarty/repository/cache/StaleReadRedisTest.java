package io.mockarty.repository.cache;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Slow readers before the memory of a node and a Redis. */
class StaleReadRedisTest extends StaleReadContract {

    private static TestRedis redis;

    @BeforeAll
    static void start() throws Exception {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @Override
    CacheOptions options() {
        return CacheOptions.defaults().withRedis(redis.options().withTimeout(Duration.ofSeconds(2)));
    }
}
