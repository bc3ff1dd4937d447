package io.mockarty.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that use up the memory, each in a JVM of its own with a small heap. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MemoryGuardTest {

    @TempDir
    Path directory;

    /** What the JVMs run. */
    static final class Small {

        private Small() {}

        public static void main(String[] arguments) throws InterruptedException {
            try {
                LoadTestResult result = LoadTest.script(Path.of(arguments[0])).run();
                System.out.println(result.exitCode() + ": " + result.stoppedReason());
            } catch (LoadTestException e) {
                System.out.println(e.exitCode() + ": " + e.getMessage());
            }
        }
    }

    private String outcome(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("script.js"), script);
        Path log = directory.resolve("out.log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Small.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(150, TimeUnit.SECONDS)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    @Test
    void users_that_allocate_without_end_end_the_run() throws IOException, InterruptedException {
        assertThat(outcome("""
                        const keep = [];
                        export const options = { vus: 2, duration: '10m' };
                        export default function () { for (;;) { keep.push(new Array(1000).fill(Math.random())); } }
                        """))
                .contains(
                        "ABORTED: the script has used up the memory of 128 MB (expected: a script that lets go of what it"
                                + " makes, fewer users, or more memory with -Xmx)");
    }

    @Test
    void users_that_keep_a_little_of_each_iteration_end_the_run() throws IOException, InterruptedException {
        assertThat(outcome("""
                        const keep = [];
                        export const options = { vus: 3, duration: '10m' };
                        export default function () { for (let i = 0; i < 1000; i++) { keep.push({ i, text: 'a' + i }); } }
                        """)).contains("ABORTED: the script has used up the memory of 128 MB");
    }

    @Test
    void a_script_that_is_too_large_to_be_loaded_is_told_so() throws IOException, InterruptedException {
        assertThat(outcome("""
                        const keep = [];
                        for (;;) { keep.push(new Array(1000).fill(Math.random())); }
                        export default function () {}
                        """)).contains("ABORTED: the memory of 128 MB is too small for this script and its users");
    }

    @Test
    void a_setup_that_allocates_without_end_is_told_so() throws IOException, InterruptedException {
        assertThat(outcome("""
                        export function setup() { const keep = []; for (;;) { keep.push(new Array(1000).fill(1)); } }
                        export default function () {}
                        """)).contains("ABORTED: the memory of 128 MB is too small for this script and its users");
    }
}
