package io.mockarty.acceptance.fleet;

import io.mockarty.acceptance.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A stand-alone server in a process of its own. */
final class Node implements AutoCloseable {

    private static final Path JAR = Repository.path("mockarty-coordinator/target/mockarty.jar");
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final String url;

    private Node(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts a server with environment variables, and returns when it is ready. */
    static Node start(Map<String, String> environment) throws IOException {
        Process process = launch(environment);
        BufferedReader output = process.inputReader();
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            read.append(line).append('\n');
            if (line.startsWith("  mocks ")) {
                drain(output);
                return new Node(process, line.substring(line.indexOf("http")).replaceAll("/$", ""));
            }
        }
        throw new IOException("the server did not start:\n" + read);
    }

    private static Process launch(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-jar",
                        JAR.toString(),
                        "serve",
                        "--port",
                        "0"))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Reads on, so that the process never waits for its output to be read. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "node-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** The address of a path in the namespace {@code sandbox}. */
    String at(String path) {
        return url + path;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not end within " + STOP_LIMIT);
        }
    }
}
