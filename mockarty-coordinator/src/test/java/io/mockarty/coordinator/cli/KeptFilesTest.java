package io.mockarty.coordinator.cli;

import static io.mockarty.coordinator.cli.Mocks.delete;
import static io.mockarty.coordinator.cli.Mocks.json;
import static io.mockarty.coordinator.cli.Mocks.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.repository.RepositoryException;
import io.mockarty.resolver.MockFiles;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.storage.Repositories;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose mocks a database keeps. */
class KeptFilesTest {

    private static final String NAMELESS =
            "{http: {route: /%s, httpMethod: GET}, response: {statusCode: 200, payload: %s}}\n";

    @TempDir
    private Path mocks;

    @TempDir
    private Path data;

    private final StringWriter errors = new StringWriter();

    private static String twice(String id, String text) {
        return """
                - id: %s
                  useLimiter: 2
                  http: {route: /%s, httpMethod: GET}
                  oneOf: {order: order, responses: [{statusCode: 200, payload: %s}, {statusCode: 201, delay: 1, payload: {n: 1.50}}]}
                """.formatted(id, id, text);
    }

    /** A node with directories of its own, as after a start. */
    private final class Node implements AutoCloseable {

        private final MockDirectories directories =
                new MockDirectories("sandbox", MockFiles::templatesFor, new PrintWriter(errors));
        private final MockartyServer server;

        Node(Path... roots) {
            server = MockartyServer.builder()
                    .port(0)
                    .repositories(Repositories.sqlite(data.resolve("mocks.db")))
                    .beforeListening(namespaces -> directories.load(List.of(roots), namespaces))
                    .start();
        }

        void changed(Path... files) {
            directories.changed(mocks, Set.of(files), server.namespaces());
        }

        int status(String path) {
            return Cli.request("GET", server.serverUrl() + "/stubs/sandbox" + path, "")
                    .statusCode();
        }

        String body(String path) {
            return Cli.request("GET", server.serverUrl() + "/stubs/sandbox" + path, "")
                    .body();
        }

        Namespace sandbox() {
            return server.namespaces().open("sandbox");
        }

        List<String> ids() {
            return sandbox().mocks().stream().map(LiveMock::id).sorted().toList();
        }

        List<String> idsOf(String namespace) {
            return server.namespaces().open(namespace).mocks().stream()
                    .map(LiveMock::id)
                    .toList();
        }

        int versions(String id) {
            return server.repository()
                    .orElseThrow()
                    .mocks()
                    .versions("sandbox", id)
                    .size();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("mocks.db"));
                Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA busy_timeout = 5000");
            sql.execute(statement);
        }
    }

    private void refuseMocksOf(String namespace) throws SQLException {
        sql("CREATE TRIGGER full BEFORE INSERT ON mocks WHEN NEW.namespace = '" + namespace
                + "' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
    }

    @Test
    void a_second_start_makes_no_copies_of_mocks_without_an_id() {
        write(mocks.resolve("sub/a.yaml"), "- " + NAMELESS.formatted("a", "a") + "- " + NAMELESS.formatted("b", "b"));
        try (Node node = new Node(mocks)) {
            assertThat(node.ids()).containsExactly("sub/a.yaml:0", "sub/a.yaml:1");
        }
        try (Node node = new Node(mocks)) {
            assertThat(node.ids()).containsExactly("sub/a.yaml:0", "sub/a.yaml:1");
            assertThat(node.versions("sub/a.yaml:0")).isEqualTo(1);
            assertThat(node.body("/b")).isEqualTo("b");
            assertThat(node.directories.size()).isEqualTo(2);
        }
    }

    @Test
    void files_of_one_name_in_two_directories_are_both_served(@TempDir Path second) {
        write(mocks.resolve("a.yaml"), NAMELESS.formatted("a", "a"));
        write(second.resolve("a.yaml"), NAMELESS.formatted("b", "b"));
        Path single = write(data.resolve("c.yaml"), NAMELESS.formatted("c", "c"));
        try (Node node = new Node(mocks, second, single)) {
            assertThat(node.ids()).containsExactly("2:a.yaml:0", "3:c.yaml:0", "a.yaml:0");
            assertThat(errors.toString()).isEmpty();
        }
    }

    @Test
    void a_second_start_makes_no_versions_and_counts_on() {
        write(mocks.resolve("a.yaml"), twice("a", "one"));
        try (Node node = new Node(mocks)) {
            assertThat(node.status("/a")).isEqualTo(200);
        }
        try (Node node = new Node(mocks)) {
            assertThat(node.versions("a")).isEqualTo(1);
            assertThat(node.status("/a")).isEqualTo(201);
            assertThat(node.status("/a")).isEqualTo(404);
        }
    }

    @Test
    void a_changed_file_saves_only_the_mocks_that_differ() {
        Path file = write(mocks.resolve("a.yaml"), twice("a", "one") + twice("b", "one"));
        try (Node node = new Node(mocks)) {
            assertThat(node.status("/a")).isEqualTo(200);
            assertThat(node.status("/b")).isEqualTo(200);

            write(file, twice("a", "one") + twice("b", "two"));
            node.changed(file);

            assertThat(node.versions("a")).isEqualTo(1);
            assertThat(node.status("/a")).isEqualTo(201);
            assertThat(node.versions("b")).isEqualTo(2);
            assertThat(node.body("/b")).isEqualTo("two");

            write(file, twice("b", "two"));
            node.changed(file);
            assertThat(node.ids()).containsExactly("b");
        }
    }

    @Test
    void a_mock_with_a_ttl_begins_to_live_at_every_start() {
        write(mocks.resolve("a.yaml"), twice("a", "one") + "  ttl: 60\n");
        try (Node node = new Node(mocks)) {
            assertThat(node.versions("a")).isEqualTo(1);
        }
        try (Node node = new Node(mocks)) {
            assertThat(node.versions("a")).isEqualTo(2);
        }
    }

    @Test
    void a_changed_template_is_taken_over_by_the_mocks_that_name_it() {
        Path template = write(mocks.resolve("templates/t.txt"), "one");
        Path file = write(mocks.resolve("t.yaml"), """
                - {id: t, http: {route: /t, httpMethod: GET}, response: {statusCode: 200, payloadTemplatePath: t.txt}}
                - {id: u, http: {route: /u, httpMethod: GET}, response: {statusCode: 200}}
                """);
        try (Node node = new Node(mocks)) {
            assertThat(node.body("/t")).isEqualTo("one");
            write(template, "two");
            node.changed(template);
            assertThat(node.body("/t")).isEqualTo("two");
            assertThat(node.versions("u")).isEqualTo(1);

            String good = Mocks.text(file);
            write(file, "[");
            write(template, "three");
            node.changed(file, template);
            assertThat(node.body("/t")).isEqualTo("two");
            write(file, good);
            node.changed(file);
            assertThat(node.body("/t")).isEqualTo("three");

            write(file, "[");
            node.changed(file);
            write(template, "four");
            node.changed(template);
            write(file, good);
            node.changed(file);
            assertThat(node.body("/t")).isEqualTo("four");
        }
    }

    @Test
    void a_file_the_repository_does_not_take_is_reported_and_taken_with_the_next_change() throws SQLException {
        Path file = write(mocks.resolve("a.json"), json("a", "/a", "old"));
        try (Node node = new Node(mocks)) {
            refuseMocksOf("sandbox");
            write(file, json("b", "/b", "new"));
            node.changed(file);
            assertThat(errors.toString())
                    .contains("mockarty: " + file + " is not loaded, its old version stays:")
                    .contains("mocks.db")
                    .contains("the disk is full");
            assertThat(node.body("/a")).isEqualTo("old");

            sql("DROP TRIGGER full");
            node.changed(mocks.resolve("notes.txt"));
            assertThat(node.ids()).containsExactly("b");
            assertThat(node.body("/b")).isEqualTo("new");

            delete(file);
            node.changed(file);
            assertThat(node.ids()).isEmpty();
        }
    }

    @Test
    void of_a_file_that_was_taken_in_part_nothing_is_forgotten() throws SQLException {
        String both = json("%s", "/a", "a").replace("{\"id\"", "{\"namespace\": \"%s\", \"id\"");
        Path file = write(mocks.resolve("a.json"), both.formatted("one", "a"));
        try (Node node = new Node(mocks)) {
            refuseMocksOf("two");
            write(file, "[" + both.formatted("one", "b") + "," + both.formatted("two", "c") + "]");
            node.changed(file);
            assertThat(node.idsOf("one")).containsExactly("b");

            sql("DROP TRIGGER full");
            write(file, both.formatted("two", "d"));
            node.changed(file);
            assertThat(node.idsOf("one")).isEmpty();
            assertThat(node.idsOf("two")).containsExactly("d");
        }
    }

    @Test
    void a_start_fails_when_the_repository_takes_nothing() throws SQLException {
        try (Node node = new Node(mocks)) {
            assertThat(node.ids()).isEmpty();
        }
        refuseMocksOf("sandbox");
        write(mocks.resolve("a.json"), json("a", "/a", "old"));
        assertThatThrownBy(() -> new Node(mocks)).isInstanceOf(RepositoryException.class);
    }

    @Test
    void mocks_of_the_database_find_their_templates_on_a_node_without_files(@TempDir Path templates) {
        write(templates.resolve("t.txt"), "from a file");
        Path file = write(
                mocks.resolve("t.yaml"),
                "{id: t, http: {route: /t, httpMethod: GET}, response: {statusCode: 200, payloadTemplatePath: t.txt}}");
        Map<String, String> database =
                Map.of("DB_USE", "sqlite", "DB_DSN", data.resolve("mocks.db").toString());
        try (Cli cli = Cli.start(
                database, "serve", "--port", "0", "--templates", templates.toString(), "--mocks", file.toString())) {
            assertThat(cli.get("/t").body()).isEqualTo("from a file");
        }
        try (Cli cli = Cli.start(database, "serve", "--port", "0", "--templates", templates.toString())) {
            assertThat(cli.get("/t").body()).isEqualTo("from a file");
        }
    }
}
