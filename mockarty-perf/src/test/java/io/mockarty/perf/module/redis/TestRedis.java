package io.mockarty.perf.module.redis;

import com.github.fppt.jedismock.RedisServer;
import io.mockarty.perf.module.SilentServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis of one test class: the one that is installed on this machine, otherwise jedis-mock. */
final class TestRedis implements AutoCloseable {

    static final String PASSWORD = "tiger@secret";

    private final int port;
    private final AutoCloseable server;

    private TestRedis(int port, AutoCloseable server) {
        this.port = port;
        this.server = server;
    }

    /** Starts one; only an installed one asks for the password. */
    static TestRedis start(Path directory) throws Exception {
        int port = SilentServer.closedPort();
        Optional<Path> installed = installed();
        TestRedis redis = new TestRedis(
                port, installed.isPresent() ? process(installed.get(), port, directory) : inThisProcess(port));
        redis.awaitAnswer();
        return redis;
    }

    private static AutoCloseable process(Path program, int port, Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        directory.toString(),
                        "--save",
                        "",
                        "--requirepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        return () -> process.destroyForcibly().waitFor();
    }

    private static AutoCloseable inThisProcess(int port) throws IOException {
        RedisServer server = RedisServer.newRedisServer(port, InetAddress.getLoopbackAddress())
                .start();
        return server::stop;
    }

    private static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .map(directory -> Path.of(directory, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void awaitAnswer() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (true) {
            try (RedisClient client = client()) {
                client.ping();
                return;
            } catch (JedisException e) {
                if (System.nanoTime() > end) {
                    close();
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    RedisClient client() {
        return RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .clientConfig(DefaultJedisClientConfig.builder()
                        .password(PASSWORD)
                        .serverDefaultProtocol()
                        .build())
                .build();
    }

    String url() {
        return "redis://:" + PASSWORD + "@127.0.0.1:" + port + "/0";
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
