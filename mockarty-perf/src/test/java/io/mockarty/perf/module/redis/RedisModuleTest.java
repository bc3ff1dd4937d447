package io.mockarty.perf.module.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.perf.LoadTest;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.module.CutOff;
import io.mockarty.perf.module.SilentServer;
import io.mockarty.perf.script.ScriptLoadException;
import io.mockarty.perf.script.ScriptRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class RedisModuleTest {

    @TempDir
    static Path directory;

    private static TestRedis redis;

    @BeforeAll
    static void start() throws Exception {
        redis = TestRedis.start(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @BeforeEach
    void forgetAll() {
        try (RedisClient client = redis.client()) {
            client.flushAll();
        }
    }

    private static ScriptRun run(String body) {
        return ScriptRun.of("""
                        import redis from 'mockarty/redis';
                        const client = redis.open(__ENV.URL);
                        const show = (result) => console.log(JSON.stringify(result));
                        export default function () {
                        """ + body + "}").env("URL", redis.url());
    }

    @Test
    void runs_the_commands_of_the_manual() {
        try (ScriptRun run = ScriptRun.of("""
                var redis = require('mockarty/redis');
                var client = redis.open();
                var show = function (result) { console.log(JSON.stringify(result)); };
                module.exports.default = function () {
                    show(client.set('user:1:name', 'Alice', 3600));
                    show(client.get('user:1:name'));
                    show(client.incr('counter'));
                    show(client.decr('counter'));
                    show(client.hset('user:1', 'email', 'alice@example.com'));
                    show(client.hget('user:1', 'email'));
                    show(client.hgetall('user:1'));
                    show(client.lpush('queue', 'item1', 'item2'));
                    show(client.rpop('queue'));
                    show(client.lrange('queue', 0, -1));
                    show(client.sadd('tags', 'golang', 'performance'));
                    show({ value: client.smembers('tags').value.sort(), error: null });
                    show(client.sismember('tags', 'golang'));
                    show(client.zadd('leaderboard', 100, 'player1'));
                    show(client.zscore('leaderboard', 'player1'));
                    show(client.zrange('leaderboard', 0, 9));
                    show(client.expire('user:1:name', 3600));
                    show(client.ttl('user:1:name'));
                    show(client.exists('user:1:name'));
                    show(client.del('user:1:name', 'counter'));
                    show(client.get('user:1:name'));
                };
                """).env("MOCKARTY_REDIS_ADDR", redis.url())) {
            assertThat(run.printed())
                    .containsExactly(
                            "{\"value\":\"OK\",\"error\":null}",
                            "{\"value\":\"Alice\",\"error\":null}",
                            "{\"value\":1,\"error\":null}",
                            "{\"value\":0,\"error\":null}",
                            "{\"value\":1,\"error\":null}",
                            "{\"value\":\"alice@example.com\",\"error\":null}",
                            "{\"value\":{\"email\":\"alice@example.com\"},\"error\":null}",
                            "{\"value\":2,\"error\":null}",
                            "{\"value\":\"item1\",\"error\":null}",
                            "{\"value\":[\"item2\"],\"error\":null}",
                            "{\"value\":2,\"error\":null}",
                            "{\"value\":[\"golang\",\"performance\"],\"error\":null}",
                            "{\"value\":true,\"error\":null}",
                            "{\"value\":1,\"error\":null}",
                            "{\"value\":100,\"error\":null}",
                            "{\"value\":[\"player1\"],\"error\":null}",
                            "{\"value\":true,\"error\":null}",
                            "{\"value\":3600,\"error\":null}",
                            "{\"value\":1,\"error\":null}",
                            "{\"value\":2,\"error\":null}",
                            "{\"value\":null,\"error\":null}");
            assertThat(run.sum("redis_commands")).isEqualTo(21);
            assertThat(run.values("redis_cmd_duration")).hasSize(21).allMatch(value -> value > 0);
            assertThat(run.sum("redis_cmd_failed")).isZero();
            assertThat(run.routes()).hasSize(21).allMatch(route -> !route.failed());
            assertThat(run.routes().get(0).route()).isEqualTo("Redis SET");
            assertThat(run.samples().get(0).tags().get("name")).isEqualTo("Redis SET");
        }
    }

    @Test
    void keys_that_commands_create_live_12_hours() {
        try (ScriptRun run = run("""
                client.set('a', 1);
                client.set('short', 1, 60);
                client.set('ever', 1, -1);
                client.hset('b', { field: 1, other: true });
                client.lpush('c', 1);
                client.rpush('d', 1);
                client.sadd('e', [1, 2]);
                client.zadd('f', { one: 1.5 });
                client.incr('g');
                for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
                    const ttl = client.ttl(key).value;
                    console.log(key, ttl > 12 * 3600 - 60 && ttl <= 12 * 3600);
                }
                console.log(client.ttl('short').value <= 60, client.ttl('ever').value, client.ttl('g').value);
                """)) {
            assertThat(run.printed())
                    .containsExactly("a true", "b true", "c true", "d true", "e true", "f true", "true -1 -1");
        }
    }

    @Test
    void keys_that_were_there_keep_their_time_to_live() {
        try (RedisClient client = redis.client()) {
            client.lpush("kept", "1");
        }
        try (ScriptRun run = run("client.lpush('kept', 2); show(client.ttl('kept'));")) {
            assertThat(run.printed()).containsExactly("{\"value\":-1,\"error\":null}");
        }
    }

    @Test
    void other_values_become_texts() {
        try (ScriptRun run = run("""
                client.set('object', { a: [1] });
                client.set('ü', '€');
                show(client.mget('object', 'ü', 'none'));
                show(client.incrbyfloat('float', 1.5));
                show(client.zscore('none', 'x'));
                show(client.command('SET', 'x', 'y', 'NX'));
                show(client.command('type', 'x'));
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "{\"value\":[\"{\\\"a\\\":[1]}\",\"€\",null],\"error\":null}",
                            "{\"value\":1.5,\"error\":null}",
                            "{\"value\":null,\"error\":null}",
                            "{\"value\":\"OK\",\"error\":null}",
                            "{\"value\":\"string\",\"error\":null}");
        }
    }

    @Test
    void an_error_of_redis_is_in_the_result_and_counts_as_failed() {
        try (ScriptRun run = run("client.set('text', 'a'); show(client.lpush('text', 'b')); client.incr('text');")) {
            assertThat(run.printed())
                    .containsExactly("{\"value\":null,\"error\":\"redis LPUSH: WRONGTYPE"
                            + " Operation against a key holding the wrong kind of value\"}");
            assertThat(run.values("redis_cmd_failed")).containsExactly(0.0, 1.0, 1.0);
        }
    }

    @Test
    void arguments_that_make_no_sense_are_in_the_result() {
        try (ScriptRun run = run("""
                show(client.set('a', undefined));
                show(client.set('a', 'b', -5));
                show(client.command('SUBSCRIBE', 'x'));
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "{\"value\":null,\"error\":\"redis: an argument is undefined (expected: a string or a number)\"}",
                            "{\"value\":null,\"error\":\"redis.set: ttl: -5.0 (expected: seconds, 0 for the default of"
                                    + " 12 hours, or -1 to keep the key)\"}",
                            "{\"value\":null,\"error\":\"redis: SUBSCRIBE (expected: a command that leaves the"
                                    + " connection as it is, because users share connections)\"}");
        }
    }

    @Test
    void an_unreachable_redis_is_an_error_in_the_result() throws Exception {
        int port = SilentServer.closedPort();
        try (ScriptRun run = run("show(client.get('a'));").env("URL", "redis://u:s3cret@127.0.0.1:" + port)) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .contains("redis GET:", "no connection to 127.0.0.1:" + port, "Connection refused")
                    .doesNotContain("s3cret");
            assertThat(run.values("redis_cmd_failed")).containsExactly(1.0);
        }
    }

    @Test
    void a_wrong_password_is_told_without_showing_it() {
        String url = redis.url().replace(TestRedis.PASSWORD, "wr0ng");
        try (ScriptRun run = run("show(client.get('a'));").env("URL", url)) {
            assertThat(run.printed()).singleElement().asString().doesNotContain("wr0ng");
        }
    }

    @Test
    void a_user_who_waits_for_an_answer_is_cut_off() throws Exception {
        try (SilentServer silent = new SilentServer();
                ScriptRun run =
                        run("console.log('asks'); client.get('a');").env("URL", "redis://127.0.0.1:" + silent.port())) {
            CutOff.when(silent::isTalkedTo, run);
        }
    }

    @Test
    void bad_addresses_are_told_without_the_password() {
        assertThatThrownBy(() -> run("").env("URL", "http://u:s3cret@host").load())
                .isInstanceOf(ScriptLoadException.class)
                .hasMessageContaining(
                        "redis.open: a URL with scheme \"http\"" + " (expected: redis://user:password@host:port)");
        assertThatThrownBy(
                        () -> run("").env("URL", "redis://u:s3cret@host:port").load())
                .hasMessageContaining("redis.open: a malformed URL of scheme redis")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> run("").env("URL", "redis://host/first").load())
                .hasMessageContaining("redis.open: database \"first\"");
        assertThatThrownBy(() -> ScriptRun.of("""
                        import { open } from 'mockarty/redis';
                        const client = open('localhost', { maxConnections: 0, timeuot: '5s', timeout: 'soon' });
                        export default () => 1;
                        """).load())
                .hasMessageContaining("maxConnections: 0 (expected: a whole number, 1 or more)")
                .hasMessageContaining("timeout: \"soon\" (expected: a duration such as 5s, 1m30s or 500ms)")
                .hasMessageContaining("timeuot: unknown option (expected: maxConnections, timeout, tls)");
    }

    @Test
    void many_users_share_connections() throws Exception {
        Snapshot numbers = LoadTest.inline("""
                import redis from 'mockarty/redis';
                const client = redis.open(__ENV.URL, { maxConnections: 3 });
                export default function () { client.incr('shared'); }
                """)
                .env("URL", redis.url())
                .vus(10)
                .iterations(100)
                .run()
                .snapshot();
        assertThat(numbers.find("redis_commands").orElseThrow().summary().count())
                .isEqualTo(100);
        assertThat(numbers.find("redis_cmd_failed").orElseThrow().value("rate")).isZero();
        try (RedisClient client = redis.client()) {
            assertThat(client.get("shared")).isEqualTo("100");
        }
    }
}
