package io.mockarty.acceptance.isolated;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param exitCode zero when all went well
 * @param output what it wrote, errors included
 */
record Program(int exitCode, String output) {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /**
     * Runs a program. One that does not end within the limit is killed and fails the test, which shows the output and
     * what the threads were doing.
     */
    static Program run(Path directory, Duration limit, List<String> command) throws IOException, InterruptedException {
        Path log = directory.resolve("output.txt");
        Process process = start(directory, log, command);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                fail("still running after %s: %s%n%s%n%s", limit, command, Files.readString(log), threads(process));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Program(process.exitValue(), Files.readString(log));
    }

    private static Process start(Path directory, Path log, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // The same JDK for all, also for the program's children.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // A Maven that lives for seconds is faster without the optimizing compiler.
        builder.environment().merge("MAVEN_OPTS", "-XX:TieredStopAtLevel=1", (users, ours) -> ours + " " + users);
        return builder.start();
    }

    private static String threads(Process process) throws IOException {
        Process jstack = new ProcessBuilder(JAVA.resolveSibling("jstack").toString(), String.valueOf(process.pid()))
                .redirectErrorStream(true)
                .start();
        return new String(jstack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
