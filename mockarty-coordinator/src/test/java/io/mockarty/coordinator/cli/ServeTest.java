package io.mockarty.coordinator.cli;

import static io.mockarty.coordinator.cli.Mocks.json;
import static io.mockarty.coordinator.cli.Mocks.write;
import static io.mockarty.coordinator.cli.Mocks.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {

    @TempDir
    private Path mocks;

    @Test
    void serves_json_and_yaml_from_all_subdirectories() {
        write(mocks.resolve("a.json"), json("a", "/a", "from json"));
        write(mocks.resolve("deep/er/b.yaml"), yaml("b", "/b", "from yaml"));
        write(mocks.resolve("deep/c.yml"), yaml("c", "/c", "from yml"));
        try (Cli cli = Cli.serve(mocks)) {
            assertThat(cli.get("/a").body()).isEqualTo("from json");
            assertThat(cli.get("/b").body()).isEqualTo("from yaml");
            assertThat(cli.get("/c").body()).isEqualTo("from yml");
        }
    }

    @Test
    void says_where_it_is_and_what_to_try() {
        write(mocks.resolve("a.json"), json("a", "/a", "hello"));
        try (Cli cli = Cli.serve(mocks)) {
            String port = cli.url().replaceAll("\\D", "");
            assertThat(cli.line("Try: curl")).isEqualTo("http://localhost:" + port + "/stubs/sandbox/a");
            assertThat(cli.out().replace(port, "PORT")).isEqualTo("""
                    Mockarty development is ready.
                      mocks   http://localhost:PORT/stubs/sandbox/
                      health  http://localhost:PORT/health
                      1 mock from %s, reloaded when a file changes
                    Try: curl http://localhost:PORT/stubs/sandbox/a""".formatted(mocks));
            assertThat(Cli.request("GET", cli.line("Try: curl"), "").body()).isEqualTo("hello");
            assertThat(Cli.request("GET", cli.line("health"), "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takes_nothing_from_the_templates_directory_but_templates() {
        write(mocks.resolve("templates/hello.json"), "\"hello $.pathParam.name\"");
        write(mocks.resolve("sub/hello.yaml"), """
                http: {route: '/hello/:name', httpMethod: GET}
                response: {statusCode: 200, payloadTemplatePath: hello.json}
                """);
        try (Cli cli = Cli.serve(mocks)) {
            assertThat(cli.line("1 mock from")).startsWith(mocks.toString());
            assertThat(cli.get("/hello/Ada").body()).isEqualTo("\"hello Ada\"");
            assertThat(cli.err()).isEmpty();
        }
    }

    @Test
    void serves_mocks_without_ids_from_several_files() {
        write(mocks.resolve("a.yaml"), "http: {route: /a, httpMethod: GET}\nresponse: {statusCode: 201}\n");
        write(mocks.resolve("b.yaml"), "http: {route: /b, httpMethod: GET}\nresponse: {statusCode: 202}\n");
        try (Cli cli = Cli.serve(mocks)) {
            assertThat(cli.get("/a").statusCode()).isEqualTo(201);
            assertThat(cli.get("/b").statusCode()).isEqualTo(202);
        }
    }

    @Test
    void serves_a_directory_behind_a_link() throws IOException {
        write(mocks.resolve("real/a.json"), json("a", "/a", "hello"));
        Path link = Files.createSymbolicLink(mocks.resolve("link"), mocks.resolve("real"));
        try (Cli cli = Cli.serve(link)) {
            assertThat(cli.get("/a").body()).isEqualTo("hello");
        }
    }

    @Test
    void serves_a_single_file() {
        Path file = write(mocks.resolve("a.json"), json("a", "/a", "hello"));
        try (Cli cli = Cli.serve(file)) {
            assertThat(cli.get("/a").body()).isEqualTo("hello");
            write(file, json("a", "/a", "changed"));
            cli.awaitBody("/a", "changed");
        }
    }

    @Test
    void puts_mocks_into_the_namespace_of_the_option_unless_they_name_one() {
        write(mocks.resolve("a.json"), json("a", "/a", "mine"));
        write(mocks.resolve("b.yaml"), yaml("b", "/b", "theirs") + "namespace: theirs\n");
        try (Cli cli = Cli.serve(mocks, "--namespace", "mine")) {
            assertThat(cli.url()).endsWith("/stubs/mine");
            assertThat(cli.get("/a").body()).isEqualTo("mine");
            assertThat(cli.get("/../theirs/b").statusCode()).isEqualTo(404);
            assertThat(Cli.request("GET", cli.url().replace("/mine", "/theirs") + "/b", "")
                            .body())
                    .isEqualTo("theirs");
        }
    }

    @Test
    void serves_the_root_namespace_at_the_root_as_well() {
        write(mocks.resolve("a.json"), json("a", "/a", "hello"));
        try (Cli cli = Cli.serve(mocks, "--root-namespace", "sandbox")) {
            String origin = cli.url().replace("/stubs/sandbox", "");
            assertThat(Cli.request("GET", origin + "/a", "").body()).isEqualTo("hello");
            assertThat(cli.get("/a").body()).isEqualTo("hello");
        }
    }

    @Test
    void reads_its_environment() throws IOException {
        int port = freePort();
        Map<String, String> environment = Map.of(
                "HTTP_PORT", String.valueOf(port),
                "HTTP_BIND_ADDR", "127.0.0.1",
                "HTTP_REQUEST_BODY_SIZE_LIMIT_MB", "1");
        write(mocks.resolve("a.yaml"), "http: {route: /a, httpMethod: POST}\nresponse: {statusCode: 200}\n");
        try (Cli cli = Cli.start(environment, "serve", "--mocks", mocks.toString())) {
            assertThat(cli.url()).isEqualTo("http://127.0.0.1:" + port + "/stubs/sandbox");
            assertThat(Cli.request("POST", cli.url() + "/a", "x".repeat(1 << 20))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Cli.request("POST", cli.url() + "/a", "x".repeat((1 << 20) + 1))
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void options_win_over_the_environment() {
        Map<String, String> environment = Map.of(
                "HTTP_PORT", "1",
                "HTTP_BIND_ADDR", "host.invalid",
                "HTTP_REQUEST_BODY_SIZE_LIMIT_MB", "1");
        write(mocks.resolve("a.yaml"), "http: {route: /a, httpMethod: POST}\nresponse: {statusCode: 200}\n");
        try (Cli cli = Cli.start(
                environment,
                "serve",
                "--mocks",
                mocks.toString(),
                "--port=0",
                "--host=127.0.0.1",
                "--body-limit-mb=2")) {
            assertThat(Cli.request("POST", cli.url() + "/a", "x".repeat((1 << 20) + 1))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void serves_tls_when_asked_to() {
        try (Cli cli = Cli.serve(mocks, "--https-port", "0")) {
            assertThat(cli.line("https://localhost:")).endsWith("/stubs/sandbox/");
        }
    }

    @Test
    void ends_at_once_when_it_is_told_to() {
        write(mocks.resolve("a.json"), json("a", "/a", "hello"));
        try (Cli cli = Cli.serve(mocks)) {
            assertThat(cli.get("/a").statusCode()).isEqualTo(200);
            long started = System.nanoTime();
            cli.terminate();

            assertThat(cli.exitCode()).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
            assertThat(cli.err()).isEmpty();
        }
    }

    @Test
    void starts_again_on_its_port_after_it_was_killed() {
        write(mocks.resolve("a.json"), json("a", "/a", "hello"));
        Cli first = Cli.serve(mocks);
        String port = first.url().replaceAll("\\D", "");
        assertThat(first.get("/a").statusCode()).isEqualTo(200);
        first.kill();
        first.exitCode();

        try (Cli second = Cli.start("serve", "--mocks", mocks.toString(), "--port", port)) {
            assertThat(second.get("/a").body()).isEqualTo("hello");
        }
    }
}
