package io.mockarty.repository.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CacheOptionsTest {

    private final RedisOptions redis = RedisOptions.at("redis", 6379);

    @Test
    void takes_200_megabytes_and_no_redis_by_default() {
        assertThat(CacheOptions.defaults()).isEqualTo(new CacheOptions(200, null));
    }

    @Test
    void says_what_is_wrong_with_a_size() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CacheOptions.defaults().withMaxMegabytes(0))
                .withMessage("maxMegabytes: 0 (expected: at least 1)");
    }

    @Test
    void says_what_is_wrong_with_a_redis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisOptions.at(" ", 1))
                .withMessage("host:   (expected: a name or an address)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisOptions.at("redis", 65_536))
                .withMessage("port: 65536 (expected: 1..65535)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis.withDatabase(-1))
                .withMessage("database: -1 (expected: at least 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis.withTimeout(Duration.ZERO))
                .withMessage("timeout: PT0S (expected: 1 ms to 1 day)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis.withTimeToLive(Duration.ofDays(2)))
                .withMessage("timeToLive: PT48H (expected: 1 ms to 1 day)");
    }

    @Test
    void masks_the_password() {
        CacheOptions options = CacheOptions.defaults().withRedis(redis.withLogin("app", "s3cret"));

        assertThat(options.toString()).contains("user=app, password=***").doesNotContain("s3cret");
        assertThat(redis.toString()).contains("password=none");
    }
}
