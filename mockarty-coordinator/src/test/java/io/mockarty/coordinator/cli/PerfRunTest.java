package io.mockarty.coordinator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.tls.Tls;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Load tests from the command line, with a script and the mocks of the examples. */
class PerfRunTest {

    private static final Path EXAMPLES = Path.of("..", "examples", "perf");

    @Test
    void a_script_is_led_to_servers_whose_certificates_nobody_knows() {
        try (MockartyServer mocks =
                MockartyServer.builder().https(0, Tls.selfSigned()).start()) {
            mocks.load(EXAMPLES.resolve("mocks"));
            try (Cli cli = Cli.start(
                    "perf",
                    "run",
                    EXAMPLES.resolve("custom-metrics.js").toString(),
                    "--iterations",
                    "1",
                    "--quiet",
                    "--hosts",
                    "api.example.com=127.0.0.1:" + mocks.httpsUrl().getPort(),
                    "--insecure-skip-tls-verify")) {
                assertThat(cli.exitCode()).isZero();
                assertThat(cli.out())
                        .contains("All thresholds passed:")
                        .contains("PASS [order_success_rate] rate > 0.95: actual=1.00");
            }
        }
    }
}
