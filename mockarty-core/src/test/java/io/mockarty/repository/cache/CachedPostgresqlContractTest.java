package io.mockarty.repository.cache;

import io.mockarty.repository.Repository;
import io.mockarty.repository.database.Database;
import io.mockarty.repository.database.DatabaseAddress;
import io.mockarty.repository.jdbc.JdbcOptions;
import io.mockarty.repository.jdbc.JdbcRepository;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Caches before a PostgreSQL that two nodes share; each test has a schema of its own. */
class CachedPostgresqlContractTest {

    private static TestRedis redis;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        redis = TestRedis.start();
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "300")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
        postgres.close();
    }

    @Nested
    class MemoryTest extends PostgresqlContract {

        @Override
        CacheOptions options() {
            return CacheOptions.defaults();
        }
    }

    @Nested
    class MemoryAndRedisTest extends PostgresqlContract {

        private final RedisOptions own = redis.options().withTimeout(Duration.ofSeconds(2));

        @Override
        CacheOptions options() {
            return CacheOptions.defaults().withRedis(own);
        }
    }

    private abstract static class PostgresqlContract extends CachedContract {

        private String schema = "";

        @Override
        Repository openTruth(Clock clock, int logLimit) throws SQLException {
            schema = "test_" + UUID.randomUUID().toString().replace('-', '_');
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + schema);
            }
            return openTruthAgain(clock, logLimit);
        }

        @Override
        Repository openTruthAgain(Clock clock, int logLimit) {
            String dsn = "postgres://postgres:postgres@localhost:%d/postgres?sslmode=disable&search_path=%s"
                    .formatted(postgres.getPort(), schema);
            JdbcOptions options = JdbcOptions.defaults().withClock(clock).withLogLimit(logLimit);
            return JdbcRepository.open(Database.open(DatabaseAddress.of("pg", dsn)), options);
        }
    }
}
