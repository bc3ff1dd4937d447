package io.mockarty.resolver;

import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.mock.InvalidMockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockFilesTest {

    private static final String MOCK =
            "{\"id\": \"%s\", \"http\": {\"route\": \"%s\", \"httpMethod\": \"GET\"}, \"response\": {\"payload\": \"%s\"}}";

    private final MockartyServer server = MockartyServer.start();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        server.close();
    }

    private Path file(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private String ask(String path) {
        return RawClient.exchange(server.port(), head("GET", path)).text();
    }

    @Test
    void loads_a_file() throws IOException {
        Path file = file("one.json", MOCK.formatted("a", "/a", "from a file"));
        assertThat(server.load(file)).hasSize(1);
        assertThat(ask("/a")).isEqualTo("from a file");
    }

    @Test
    void loads_a_directory_with_its_subdirectories_in_json_and_yaml() throws IOException {
        file("one.json", MOCK.formatted("a", "/a", "one"));
        file("deep/er/two.yaml", "id: b\nhttp:\n  route: /b\n  httpMethod: GET\nresponse:\n  payload: two\n");
        file("list.json", "[" + MOCK.formatted("c", "/c", "three") + "," + MOCK.formatted("d", "/d", "four") + "]");
        file("notes.txt", "not a mock");
        file(".hidden.json", "not a mock");
        file("templates/x.json", "not a mock");
        assertThat(server.load(directory)).hasSize(4);
        assertThat(ask("/a") + ask("/b") + ask("/c") + ask("/d")).isEqualTo("onetwothreefour");
    }

    @Test
    void reads_templates_that_lie_beside_the_mocks() throws IOException {
        file("templates/body.json", "{\"id\": \"$.pathParam.id\"}");
        file(
                "sub/one.json",
                "{\"http\": {\"route\": \"/t/:id\", \"httpMethod\": \"GET\"},"
                        + " \"response\": {\"payloadTemplatePath\": \"body.json\"}}");
        server.load(directory);
        assertThat(ask("/t/9")).contains("\"9\"");
        server.load(directory.resolve("sub/one.json"));
        assertThat(ask("/t/8")).contains("\"8\"");
    }

    @Test
    void stores_nothing_when_one_file_is_bad_and_names_it() throws IOException {
        file("good.json", MOCK.formatted("a", "/a", "one"));
        file("bad.json", "{\"id\": \"b\",\n \"http\": }");
        file("worse.yaml", "id: c\nhttp:\n  route: /c\nresponse:\n  statusCode: 999\n");
        assertThatThrownBy(() -> server.load(directory))
                .isInstanceOf(InvalidMockException.class)
                .hasMessageContaining("bad.json")
                .hasMessageContaining("worse.yaml")
                .hasMessageContaining("999");
        assertThat(server.namespace().size()).isZero();
    }

    @Test
    void refuses_two_files_with_one_id() throws IOException {
        file("a.json", MOCK.formatted("same", "/a", "one"));
        file("b.json", MOCK.formatted("same", "/b", "two"));
        assertThatThrownBy(() -> server.load(directory))
                .isInstanceOf(InvalidMockException.class)
                .hasMessageContaining("a.json")
                .hasMessageContaining("b.json")
                .hasMessageContaining("\"same\"");
    }

    @Test
    void refuses_templates_outside_of_their_directory() throws IOException {
        file("secret.txt", "secret");
        file("templates/body.json", "{}");
        Path file = file(
                "one.json",
                "{\"http\": {\"route\": \"/t\", \"httpMethod\": \"GET\"},"
                        + " \"response\": {\"payloadTemplatePath\": \"../secret.txt\"}}");
        assertThatThrownBy(() -> server.load(file)).isInstanceOf(InvalidMockException.class);
    }

    @Test
    void says_which_file_is_not_there() {
        Path missing = directory.resolve("missing.json");
        assertThatThrownBy(() -> server.load(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("mock file not found: " + missing);
    }
}
