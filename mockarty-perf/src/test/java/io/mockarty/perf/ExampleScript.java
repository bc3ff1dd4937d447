package io.mockarty.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs the scripts of {@code examples/perf} that talk to brokers, databases and the like. */
public final class ExampleScript {

    private static final Path EXAMPLES = Path.of("..", "examples", "perf");

    private ExampleScript() {}

    /**
     * Runs a script and makes sure that nothing goes wrong in it.
     *
     * @param name the file without {@code .js}
     * @param addresses what stands in the script for a server, and where the server of the test is
     * @param iterations how many, of two users together
     */
    public static LoadTestResult run(String name, Map<String, String> addresses, int iterations)
            throws InterruptedException {
        String script = read(name);
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            assertThat(script).contains(address.getKey());
            script = script.replace(address.getKey(), address.getValue());
        }
        LoadTestResult result = LoadTest.inline(script)
                .vus(2)
                .iterations(iterations)
                .log((level, text) -> {})
                .run();
        assertThat(result.context().errors()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(result.snapshot().checks()).isNotEmpty().allMatch(check -> check.fails() == 0);
        assertThat(result.snapshot().allRoutes().failed()).isZero();
        return result;
    }

    private static String read(String name) {
        try {
            return Files.readString(EXAMPLES.resolve(name + ".js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
