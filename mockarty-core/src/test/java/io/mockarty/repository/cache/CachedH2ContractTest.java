package io.mockarty.repository.cache;

import io.mockarty.repository.Repository;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.jdbc.JdbcOptions;
import io.mockarty.repository.jdbc.JdbcRepository;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Caches before an H2 in memory that two nodes of one process share. */
class CachedH2ContractTest {

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
    class MemoryTest extends H2Contract {

        @Override
        CacheOptions options() {
            return CacheOptions.defaults();
        }
    }

    @Nested
    class MemoryAndRedisTest extends H2Contract {

        private final RedisOptions own = redis.options().withTimeout(Duration.ofSeconds(2));

        @Override
        CacheOptions options() {
            return CacheOptions.defaults().withRedis(own);
        }
    }

    private abstract static class H2Contract extends CachedContract {

        private Database database;

        @Override
        Repository openTruth(Clock clock, int logLimit) {
            database = Database.open(DatabaseAddress.h2InMemory());
            return openAt(database, clock, logLimit);
        }

        @Override
        Repository openTruthAgain(Clock clock, int logLimit) {
            return openAt(Database.of(database.dataSource()), clock, logLimit);
        }

        private static Repository openAt(Database database, Clock clock, int logLimit) {
            JdbcOptions options = JdbcOptions.defaults().withClock(clock).withLogLimit(logLimit);
            return JdbcRepository.open(database, options);
        }
    }
}
