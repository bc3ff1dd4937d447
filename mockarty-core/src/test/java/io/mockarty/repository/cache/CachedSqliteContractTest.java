package io.mockarty.repository.cache;

import io.mockarty.repository.Repository;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.jdbc.JdbcOptions;
import io.mockarty.repository.jdbc.JdbcRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Caches before a SQLite file that two nodes share. */
class CachedSqliteContractTest {

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
    class MemoryTest extends SqliteContract {

        @Override
        CacheOptions options() {
            return CacheOptions.defaults();
        }
    }

    @Nested
    class MemoryAndRedisTest extends SqliteContract {

        private final RedisOptions own = redis.options().withTimeout(Duration.ofSeconds(2));

        @Override
        CacheOptions options() {
            return CacheOptions.defaults().withRedis(own);
        }
    }

    private abstract static class SqliteContract extends CachedContract {

        @TempDir
        Path directory;

        @Override
        Repository openTruth(Clock clock, int logLimit) {
            return openTruthAgain(clock, logLimit);
        }

        @Override
        Repository openTruthAgain(Clock clock, int logLimit) {
            Database database = Database.open(DatabaseAddress.sqlite(directory.resolve("mocks.db")));
            JdbcOptions options = JdbcOptions.defaults().withClock(clock).withLogLimit(logLimit);
            return JdbcRepository.open(database, options);
        }
    }
}
