package io.mockarty.perf.module.redis;

import com.github.fppt.jedismock.RedisServer;
import io.mockarty.perf.module.SilentServer;
import io.mockarty.perf.module.TestCertificate;
import io.mockarty.perf.module.TlsProxy;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private final int securePort;
    private final AutoCloseable server;

    private TestRedis(int port, int securePort, AutoCloseable server) {
        this.port = port;
        this.securePort = securePort;
        this.server = server;
    }

    /** Starts one; only an installed one asks for the password. */
    static TestRedis start(Path directory) throws Exception {
        int port = SilentServer.closedPort();
        Optional<Path> installed = installed();
        TestRedis redis = new TestRedis(
                port,
                -1,
                installed.isPresent() ? process(installed.get(), port, directory, List.of()) : inThisProcess(port));
        redis.awaitAnswer();
        return redis;
    }

    /** Starts one that has a second port with TLS. */
    static TestRedis start(Path directory, TestCertificate certificate) throws Exception {
        List<Integer> ports = SilentServer.closedPorts(2);
        Optional<Path> installed = installed();
        TestRedis redis = installed.isPresent()
                ? secureProcess(installed.get(), ports, directory, certificate)
                : secureInThisProcess(ports.get(0), certificate);
        redis.awaitAnswer();
        return redis;
    }

    private static TestRedis secureProcess(
            Path program, List<Integer> ports, Path directory, TestCertificate certificate) throws IOException {
        List<String> tls = List.of(
                "--tls-port",
                String.valueOf(ports.get(1)),
                "--tls-cert-file",
                certificate.chain().toString(),
                "--tls-key-file",
                certificate.key().toString(),
                "--tls-auth-clients",
                "no");
        return new TestRedis(ports.get(0), ports.get(1), process(program, ports.get(0), directory, tls));
    }

    private static TestRedis secureInThisProcess(int port, TestCertificate certificate) throws Exception {
        AutoCloseable server = inThisProcess(port);
        TlsProxy proxy = TlsProxy.of(port, certificate.sslContext());
        return new TestRedis(port, proxy.port(), () -> {
            proxy.close();
            server.close();
        });
    }

    private static AutoCloseable process(Path program, int port, Path directory, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--port", String.valueOf(port)));
        command.addAll(List.of("--bind", "127.0.0.1", "--dir", directory.toString(), "--save", ""));
        command.addAll(List.of("--requirepass", PASSWORD));
        command.addAll(more);
        Process process = new ProcessBuilder(command)
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

    String secureUrl(String host) {
        return "rediss://:" + PASSWORD + "@" + host + ":" + securePort + "/0";
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
