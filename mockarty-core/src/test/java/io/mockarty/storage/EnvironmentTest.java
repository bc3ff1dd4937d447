package io.mockarty.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private static final String PG = "postgres://app:s3cret@db/mocks?sslmode=disable";

    @Test
    void keeps_everything_in_memory_without_a_database() {
        assertThat(read(Map.of())).isEqualTo("memory, 3 requests for each mock, looked at every PT30S");
        assertThat(read(Map.of("DB_USE", "memory", "CACHE_TYPE", "inmemory"))).startsWith("memory, ");
    }

    @Test
    void takes_a_dsn_alone_for_one_of_postgresql() {
        assertThat(read(Map.of("DB_DSN", PG)))
                .isEqualTo("PostgreSQL at db:5432/mocks behind CacheOptions[maxMegabytes=200, redis=null],"
                        + " 3 requests for each mock, looked at every PT30S");
    }

    @Test
    void takes_an_empty_variable_for_none() {
        assertThat(read(Map.of("DB_USE", "", "DB_DSN", " ", "REPO_LOG_LIMIT", "", "USE_CACHE", "")))
                .startsWith("memory, 3 ");
    }

    @Test
    void finds_sqlite_and_h2() {
        Path file = Path.of("mocks.db").toAbsolutePath();

        assertThat(read(Map.of("DB_USE", "sqlite", "DB_DSN", file.toString())))
                .startsWith("SQLite " + file + " behind");
        assertThat(read(Map.of("DB_USE", "sqlite")))
                .contains(Path.of(".mockarty", "data.db").toString());
        assertThat(read(Map.of("DB_USE", "H2"))).startsWith("H2 in memory behind");
    }

    @Test
    void reads_all_settings() {
        String text = read(Map.of(
                "DB_USE", "pg",
                "DB_DSN", PG,
                "CACHE_TYPE", "redis",
                "REPO_REDIS_HOST", "redis",
                "REPO_REDIS_PORT", "6380",
                "REPO_REDIS_PASSWORD", "redis-s3cret",
                "REPO_INMEMORY_MAX_SIZE_MB", "64",
                "REPO_LOG_LIMIT", "10",
                "CACHE_SYNC_INTERVAL", "1m",
                "STORE_MODE", "read_only"));

        assertThat(text)
                .startsWith(
                        "PostgreSQL at db:5432/mocks behind CacheOptions[maxMegabytes=64, redis=RedisOptions[host=redis,"
                                + " port=6380, user=null, password=***, database=0, ")
                .endsWith(" with read-only stores, 10 requests for each mock, looked at every PT1M")
                .doesNotContain("s3cret");
    }

    @Test
    void caches_nothing_when_told_so() {
        assertThat(read(Map.of("DB_USE", "h2", "USE_CACHE", "false", "CACHE_TYPE", "redis")))
                .startsWith("H2 in memory, ");
    }

    @Test
    void shares_no_cache_of_a_database_that_is_not_shared() {
        assertThat(read(Map.of("DB_USE", "sqlite", "CACHE_TYPE", "redis", "REPO_REDIS_HOST", "redis")))
                .contains("CacheOptions[maxMegabytes=200, redis=null]");
    }

    @Test
    void gives_a_resolver_a_larger_cache_of_its_own_name() {
        Map<String, String> variables = Map.of("DB_DSN", PG, "REPO_INMEMORY_MAX_SIZE_MB", "1");
        Map<String, String> sized = Map.of("DB_DSN", PG, "CACHE_MAX_SIZE_MB", "7");

        assertThat(Repositories.fromResolverEnvironment(variables).toString()).contains("maxMegabytes=512");
        assertThat(Repositories.fromResolverEnvironment(sized).toString()).contains("maxMegabytes=7");
        assertThat(read(sized)).contains("maxMegabytes=200");
    }

    @ParameterizedTest
    @CsvSource({"30s,PT30S", "1m,PT1M", "500ms,PT0.5S", "1h30m,PT1H30M", "1.5s,PT1.5S", "2h,PT2H"})
    void reads_a_time(String text, String expected) {
        assertThat(read(Map.of("CACHE_SYNC_INTERVAL", text))).endsWith("every " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "0s", "-1s", "s", "1d", "1 s", "1s!", "PT1S"})
    void refuses_what_is_no_time(String text) {
        assertThat(problems(Map.of("CACHE_SYNC_INTERVAL", text)))
                .containsExactly("CACHE_SYNC_INTERVAL: " + text
                        + " (expected: a time of more than 0 such as 30s, 500ms or 1h30m)");
    }

    @Test
    void refuses_mysql_with_the_reason() {
        assertThat(problems(Map.of("DB_USE", "mysql", "DB_DSN", "root:s3cret@tcp(db)/mocks")))
                .singleElement()
                .asString()
                .startsWith("DB_USE: mysql (expected: pg, sqlite or h2;")
                .contains("no migrations")
                .doesNotContain("s3cret");
    }

    @Test
    void refuses_a_dsn_for_memory_without_showing_it() {
        assertThat(problems(Map.of("DB_USE", "memory", "DB_DSN", PG)))
                .containsExactly("DB_DSN: *** (expected: nothing with DB_USE=memory, or another DB_USE)");
    }

    @Test
    void names_everything_that_is_wrong_at_once_and_no_secret() {
        List<String> problems = problems(Map.of(
                "DB_USE", "oracle",
                "DB_DSN", PG,
                "USE_CACHE", "maybe",
                "CACHE_TYPE", "memcached",
                "REPO_REDIS_PORT", "70000",
                "REPO_REDIS_PASSWORD", "s3cret",
                "REPO_INMEMORY_MAX_SIZE_MB", "0",
                "REPO_LOG_LIMIT", "many",
                "STORE_MODE", "none"));

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "DB_USE: oracle (expected: pg, sqlite, h2 or memory)",
                        "USE_CACHE: maybe (expected: true or false)",
                        "CACHE_TYPE: memcached (expected: inmemory or redis)",
                        "REPO_REDIS_PORT: 70000 (expected: 1..65535)",
                        "REPO_INMEMORY_MAX_SIZE_MB: 0 (expected: 1..1048576)",
                        "REPO_LOG_LIMIT: many (expected: 0..1000000)",
                        "STORE_MODE: none (expected: read_write or read_only)");
    }

    @Test
    void wants_a_host_for_redis() {
        assertThat(problems(Map.of("DB_DSN", PG, "CACHE_TYPE", "redis")))
                .containsExactly("REPO_REDIS_HOST: missing (expected: the host of Redis with CACHE_TYPE=redis)");
    }

    @Test
    void says_all_problems_in_one_message() {
        InvalidSettingsException thrown = catchThrowableOfType(
                InvalidSettingsException.class,
                () -> Repositories.fromEnvironment(
                        Map.of("STORE_MODE", "x", "DB_DSN", "postgres://u:s3cret@h:port/d")));

        assertThat(thrown).hasMessage(String.join("\n", thrown.problems()));
        assertThat(thrown.problems()).hasSize(2);
        assertThat(thrown.getMessage()).contains("DB_DSN: ", "STORE_MODE: x").doesNotContain("s3cret");
    }

    private static String read(Map<String, String> variables) {
        return Repositories.fromEnvironment(variables).toString();
    }

    private static List<String> problems(Map<String, String> variables) {
        return catchThrowableOfType(InvalidSettingsException.class, () -> Repositories.fromEnvironment(variables))
                .problems();
    }
}
