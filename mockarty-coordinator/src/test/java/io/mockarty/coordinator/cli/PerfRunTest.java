package io.mockarty.coordinator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.tls.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Load tests from the command line, with the mocks of the examples. */
class PerfRunTest {

    private static final Path EXAMPLES = Path.of("..", "examples", "perf");

    @Test
    void a_script_is_led_to_servers_whose_certificates_nobody_knows(@TempDir Path directory) throws IOException {
        Path script = Files.writeString(directory.resolve("users.js"), """
                import http from 'k6/http';
                import { check } from 'k6';
                export const options = { thresholds: { checks: ['rate == 1'] } };
                export default function () {
                    check(http.get('https://api.example.com/users'), { found: (r) => r.status === 200 });
                }
                """);
        try (MockartyServer mocks =
                MockartyServer.builder().https(0, Tls.selfSigned()).start()) {
            mocks.load(EXAMPLES.resolve("mocks"));
            try (Cli cli = Cli.start(
                    "perf",
                    "run",
                    script.toString(),
                    "--iterations",
                    "1",
                    "--quiet",
                    "--hosts",
                    "api.example.com=127.0.0.1:" + mocks.httpsUrl().getPort(),
                    "--insecure-skip-tls-verify")) {
                assertThat(cli.exitCode()).isZero();
                assertThat(cli.out())
                        .contains("All thresholds passed:")
                        .contains("PASS [checks] rate == 1: actual=1.00");
            }
        }
    }
}
