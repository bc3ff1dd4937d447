package io.mockarty.repository.cache;

import io.mockarty.repository.Repository;
import io.mockarty.repository.memory.InMemoryRepository;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Caches before a repository in memory that two nodes share. */
class CachedInMemoryContractTest {

    private static TestRedis redis;

    @BeforeAll
    static void start() throws Exception {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @Nested
    class MemoryTest extends InMemoryContract {

        @Override
        CacheOptions options() {
            return CacheOptions.defaults();
        }
    }

    @Nested
    class MemoryAndRedisTest extends InMemoryContract {

        private final RedisOptions own = redis.options().withTimeout(Duration.ofSeconds(2));

        @Override
        CacheOptions options() {
            return CacheOptions.defaults().withRedis(own);
        }
    }

    private abstract static class InMemoryContract extends CachedContract {

        private Repository truth;

        @Override
        Repository openTruth(Clock clock, int logLimit) {
            truth = InMemoryRepository.create(clock, logLimit);
            return truth;
        }

        @Override
        Repository openTruthAgain(Clock clock, int logLimit) {
            return Intercepted.around(
                    truth, (method, proceed) -> method.equals("Repository.close") ? null : proceed.call());
        }
    }
}
