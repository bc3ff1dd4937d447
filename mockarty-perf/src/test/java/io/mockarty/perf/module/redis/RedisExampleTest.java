package io.mockarty.perf.module.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.ExampleScript;
import io.mockarty.perf.LoadTestResult;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class RedisExampleTest {

    @TempDir
    private Path directory;

    @Test
    void the_example_runs() throws Exception {
        try (TestRedis redis = TestRedis.start(directory);
                RedisClient client = redis.client()) {
            LoadTestResult result = ExampleScript.run("redis", Map.of("redis://localhost:6379/0", redis.url()), 4);

            assertThat(result.snapshot().find("redis_commands").orElseThrow().value("count"))
                    .isEqualTo(4 * 20);
            assertThat(client.get("user:1:name")).isEqualTo("Alice");
            assertThat(client.zscore("leaderboard", "player1")).isEqualTo(100);
        }
    }
}
