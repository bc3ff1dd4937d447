package io.mockarty.coordinator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The program in a process of its own, as a shell would start it. */
final class Cli implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration RELOAD = Duration.ofSeconds(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final List<Thread> readers;

    private Cli(Process process) {
        this.process = process;
        this.readers = List.of(read(process.getInputStream(), out), read(process.getErrorStream(), err));
    }

    static Cli start(String... arguments) {
        return start(Map.of(), arguments);
    }

    static Cli start(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // As the manifest of the jar says: newer Java versions warn of the native library of SQLite.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HTTP") || name.startsWith("DB_"));
        builder.environment().putAll(environment);
        try {
            return new Cli(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves mocks on a free port and waits until the server is ready. */
    static Cli serve(Path mocks, String... more) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0", "--mocks", mocks.toString()));
        arguments.addAll(List.of(more));
        Cli cli = start(arguments.toArray(String[]::new));
        cli.url();
        return cli;
    }

    private static Thread read(InputStream stream, List<String> lines) {
        Thread thread = new Thread(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add(e.toString());
            }
        });
        thread.start();
        return thread;
    }

    /** Waits for the end and returns the exit code. */
    int exitCode() {
        try {
            assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS))
                    .as("ended")
                    .isTrue();
            for (Thread reader : readers) {
                reader.join(START.toMillis());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String out() {
        return String.join("\n", out);
    }

    String err() {
        return String.join("\n", err);
    }

    /** Waits for a line of the normal output that starts so, white space aside, and returns its rest. */
    String line(String start) {
        await(
                START,
                () -> !process.isAlive()
                        || out.stream().anyMatch(line -> line.strip().startsWith(start)));
        return out.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + start + " in\n" + out() + "\n" + err()));
    }

    /** Waits until the error output contains a text. */
    Cli awaitError(String text) {
        await(RELOAD, () -> err().contains(text));
        assertThat(err()).contains(text);
        return this;
    }

    /** Where the mocks are, without a slash at the end; known once the server is ready. */
    String url() {
        line("health");
        String url = line("mocks");
        return url.substring(0, url.length() - 1);
    }

    HttpResponse<String> get(String path) {
        return request("GET", url() + path, "");
    }

    static HttpResponse<String> request(String method, String url, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a path is answered so. */
    void awaitBody(String path, String body) {
        awaitEqual(() -> get(path).body(), body);
    }

    void awaitStatus(String path, int status) {
        awaitEqual(() -> get(path).statusCode(), status);
    }

    private static <T> void awaitEqual(Supplier<T> actual, T expected) {
        await(RELOAD, () -> actual.get().equals(expected));
        assertThat(actual.get()).isEqualTo(expected);
    }

    private static void await(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        exitCode();
    }
}
