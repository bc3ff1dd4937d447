package io.mockarty.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A Java process of its own, whose output is read so that it never waits. Closing it kills it, as {@code kill -9}. */
final class ChildJvm implements AutoCloseable {

    private static final int KEPT_LINES = 200;

    private final Process process;
    private final Deque<String> output = new ArrayDeque<>();

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** Starts {@code java} with our class path and some arguments. */
    static ChildJvm onOurClassPath(String... arguments) throws IOException {
        return on(System.getProperty("java.class.path"), List.of(arguments));
    }

    /** Starts {@code java} with a class path and some arguments: options, the main class, what it is given. */
    static ChildJvm on(String classPath, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-cp", classPath));
        command.addAll(arguments);
        ChildJvm child = new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        Thread reader = new Thread(child::readOutput, "output-of-child");
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            keep("(output broke off: " + e + ")");
        }
    }

    private synchronized void keep(String line) {
        output.addLast(line);
        if (output.size() > KEPT_LINES) {
            output.removeFirst();
        }
    }

    synchronized List<String> output() {
        return List.copyOf(output);
    }

    /** Waits for a line of output. */
    String awaitLine(Predicate<String> wanted) throws InterruptedException {
        Await.until(
                "a line of the child",
                () -> !process.isAlive() || output().stream().anyMatch(wanted));
        return output().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The child ended: " + String.join("\n", output())));
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("The child does not end: " + String.join("\n", output()));
        }
        return process.exitValue();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
