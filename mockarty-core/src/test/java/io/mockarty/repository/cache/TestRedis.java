package io.mockarty.repository.cache;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/**
 * A Redis of one test class: the one that is installed on this machine, otherwise jedis-mock. Keeps its data when it is
 * killed. The log says which it is.
 */
abstract class TestRedis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TestRedis.class);

    private final int port;
    private final @Nullable String password;

    TestRedis(int port, @Nullable String password) {
        this.port = port;
        this.password = password;
    }

    static TestRedis start() throws IOException, InterruptedException {
        return start(null);
    }

    static TestRedis startWithPassword(String password) throws IOException, InterruptedException {
        return start(password);
    }

    private static TestRedis start(@Nullable String password) throws IOException, InterruptedException {
        int port = freePort();
        Optional<Path> server = installed();
        TestRedis redis;
        if (server.isPresent()) {
            redis = new InstalledRedis(port, password, server.get());
            LOG.info("Redis of this test: {} on port {}", server.get(), port);
        } else {
            redis = new MockRedis(port, password);
            LOG.info("Redis of this test: jedis-mock on port {}, because there is no redis-server in PATH", port);
        }
        redis.revive();
        return redis;
    }

    private static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .map(directory -> Path.of(directory, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops answering, but takes connections and commands. */
    abstract void pause() throws IOException, InterruptedException;

    /** Answers again. */
    abstract void resume() throws IOException, InterruptedException;

    /** Dies, without a farewell. */
    abstract void kill() throws IOException, InterruptedException;

    /** Lives again, with the data it had. */
    abstract void revive() throws IOException, InterruptedException;

    @Override
    public abstract void close() throws IOException, InterruptedException;

    final int port() {
        return port;
    }

    /** Options for a part of it that nobody else uses. */
    final RedisOptions options() {
        RedisOptions options = RedisOptions.at("127.0.0.1", port).withKeyPrefix(UUID.randomUUID() + ":");
        return password == null ? options : options.withPassword(password);
    }

    /** A client with more patience than the cache has. */
    final RedisClient client() {
        return RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .clientConfig(DefaultJedisClientConfig.builder()
                        .password(password)
                        .timeoutMillis(5_000)
                        .serverDefaultProtocol()
                        .build())
                .build();
    }
}
