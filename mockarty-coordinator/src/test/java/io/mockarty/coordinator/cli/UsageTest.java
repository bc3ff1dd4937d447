package io.mockarty.coordinator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says to arguments it can do nothing with, and its exit codes. */
class UsageTest {

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "serve --version"})
    void prints_its_version(String arguments) {
        try (Cli cli = Cli.start(arguments.split(" "))) {
            assertThat(cli.exitCode()).isZero();
            assertThat(cli.out()).startsWith("mockarty ").contains("Java " + Runtime.version());
            assertThat(cli.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"--help, Usage: mockarty [", "serve --help, Usage: mockarty serve ["})
    void prints_help(String arguments, String start) {
        try (Cli cli = Cli.start(arguments.split(" "))) {
            assertThat(cli.exitCode()).isZero();
            assertThat(cli.out()).startsWith(start);
            assertThat(cli.err()).isEmpty();
        }
    }

    @Test
    void asks_for_a_command() {
        refuses("missing command (expected: serve, migrate or perf)", "mockarty --help");
    }

    @Test
    void suggests_what_an_unknown_command_may_have_meant() {
        try (Cli cli = Cli.start("srve")) {
            assertThat(cli.exitCode()).isEqualTo(2);
            assertThat(cli.err()).isEqualTo("""
                    mockarty: Unmatched argument at index 0: 'srve'
                    Did you mean: mockarty serve?
                    Try: mockarty --help""");
        }
    }

    @Test
    void refuses_an_unknown_option() {
        refuses("Unknown option: '--nope'", "mockarty serve --help", "serve", "--nope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "70000", "-2"})
    void refuses_a_port_that_is_none(String port) {
        String problem = "Invalid value for option '--port': \"" + port
                + "\" (expected: a port from 0 to 65535, in the option or its environment variable)";
        refuses(problem, "mockarty serve --help", "serve", "--port=" + port);
    }

    @Test
    void refuses_a_port_of_the_environment_that_is_none() {
        try (Cli cli = Cli.start(Map.of("HTTP_PORT", "tcp://10.0.0.1:80"), "serve")) {
            assertThat(cli.exitCode()).isEqualTo(2);
            assertThat(cli.err()).contains("\"tcp://10.0.0.1:80\"").contains("environment variable");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--mocks      | nowhere      | a directory that exists, or a file",
                "--templates  | nowhere      | a directory that exists",
                "--host       | host.invalid | a name or address of this machine",
                "--body-limit-mb | 0         | 1..512"
            })
    void refuses_what_cannot_be_served(String option, String value, String expected) {
        refuses(
                option + ": " + value + " (expected: " + expected + ")",
                "mockarty serve --help",
                "serve",
                option,
                value);
    }

    @Test
    void refuses_a_namespace_that_is_no_path_segment() {
        String problem = "--namespace: \"a b\" (expected: a name without / ? # and space)";
        refuses(problem, "mockarty serve --help", "serve", "--namespace", "a b");
    }

    private static void refuses(String problem, String help, String... arguments) {
        try (Cli cli = Cli.start(arguments)) {
            assertThat(cli.exitCode()).isEqualTo(2);
            assertThat(cli.err()).isEqualTo("mockarty: " + problem + "\nTry: " + help);
            assertThat(cli.out()).isEmpty();
        }
    }

    @Test
    void a_taken_port_is_one_line_and_exit_code_1() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Cli cli = Cli.start("serve", "--port", String.valueOf(taken.getLocalPort()))) {
            assertThat(cli.exitCode()).isEqualTo(1);
            assertThat(cli.err())
                    .isEqualTo("mockarty: port " + taken.getLocalPort() + " on localhost is taken or not allowed"
                            + " (expected: a free port, or 0 to have one chosen)");
        }
    }
}
