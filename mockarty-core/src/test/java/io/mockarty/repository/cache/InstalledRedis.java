package io.mockarty.repository.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** The redis-server of this machine as a child process, with a log of all writes. */
final class InstalledRedis extends TestRedis {

    private final Path directory = Files.createTempDirectory("redis");
    private final List<String> command = new ArrayList<>();
    private @Nullable Process process;

    InstalledRedis(int port, @Nullable String password, Path server) throws IOException {
        super(port, password);
        command.addAll(List.of(server.toString(), "--port", String.valueOf(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", directory.toString(), "--save", "", "--loglevel", "warning"));
        command.addAll(List.of("--appendonly", "yes", "--appendfsync", "always"));
        if (password != null) {
            command.addAll(List.of("--requirepass", password));
        }
    }

    @Override
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    @Override
    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        if (process != null) {
            String pid = String.valueOf(process.pid());
            new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor();
        }
    }

    @Override
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    void revive() throws IOException, InterruptedException {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        process = started;
        try (RedisClient client = client()) {
            Await.until("redis-server answers", () -> started.isAlive() && answers(client));
        }
    }

    private static boolean answers(RedisClient client) {
        try {
            return "PONG".equals(client.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
