package io.mockarty.coordinator.cli;

import static io.mockarty.coordinator.cli.Mocks.delete;
import static io.mockarty.coordinator.cli.Mocks.json;
import static io.mockarty.coordinator.cli.Mocks.move;
import static io.mockarty.coordinator.cli.Mocks.write;
import static io.mockarty.coordinator.cli.Mocks.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change while they are served. */
class ReloadTest {

    @TempDir
    private Path mocks;

    private Path file;
    private Cli cli;

    @BeforeEach
    void serve() {
        file = write(mocks.resolve("a.json"), json("a", "/a", "old"));
        write(mocks.resolve("sub/b.yaml"), yaml("b", "/b", "old"));
        cli = Cli.serve(mocks);
        assertThat(cli.get("/a").body()).isEqualTo("old");
    }

    @AfterEach
    void end() {
        cli.close();
    }

    @Test
    void a_changed_file_is_served() {
        write(file, json("a", "/a", "new"));
        cli.awaitBody("/a", "new");

        write(mocks.resolve("sub/b.yaml"), yaml("b", "/b", "new"));
        cli.awaitBody("/b", "new");
    }

    @Test
    void a_route_that_is_no_longer_in_a_file_is_gone() {
        write(file, json("a", "/other", "new"));

        cli.awaitBody("/other", "new");
        assertThat(cli.get("/a").statusCode()).isEqualTo(404);
    }

    @Test
    void a_new_file_is_served() {
        write(mocks.resolve("c.yaml"), yaml("c", "/c", "new"));

        cli.awaitBody("/c", "new");
    }

    @Test
    void a_new_file_in_a_new_directory_is_served() {
        write(mocks.resolve("new/er/c.json"), json("c", "/c", "new"));
        cli.awaitBody("/c", "new");

        write(mocks.resolve("new/er/c.json"), json("c", "/c", "newer"));
        cli.awaitBody("/c", "newer");
    }

    @Test
    void a_deleted_file_is_gone() {
        delete(file);

        cli.awaitStatus("/a", 404);
    }

    @Test
    void a_directory_that_is_moved_away_is_gone(@TempDir Path elsewhere) {
        move(mocks.resolve("sub"), elsewhere.resolve("sub"));

        cli.awaitStatus("/b", 404);
    }

    @Test
    void a_renamed_file_stays() {
        move(file, mocks.resolve("z.json"));
        write(mocks.resolve("z.json"), json("a", "/a", "behind"));
        cli.awaitBody("/a", "behind");

        move(mocks.resolve("z.json"), mocks.resolve("0.json"));
        write(mocks.resolve("0.json"), json("a", "/a", "before"));
        cli.awaitBody("/a", "before");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void a_changed_template_is_served() {
        write(mocks.resolve("templates/t.txt"), "one");
        write(
                mocks.resolve("t.yaml"),
                "http: {route: /t, httpMethod: GET}\nresponse: {statusCode: 200, payloadTemplatePath: t.txt}\n");
        cli.awaitBody("/t", "one");

        write(mocks.resolve("templates/t.txt"), "two");
        cli.awaitBody("/t", "two");
    }

    @Test
    void broken_json_is_reported_with_its_position_and_the_old_version_stays() {
        write(file, "{\n  \"id\": oops\n}");

        cli.awaitError("mockarty: " + file + " is not loaded, its old version stays:\n  line 2, column ");
        assertThat(cli.err()).contains("(expected: JSON)").doesNotContain("\tat ");
        assertThat(cli.get("/a").body()).isEqualTo("old");

        write(file, json("a", "/a", "mended"));
        cli.awaitBody("/a", "mended");
    }

    @Test
    void broken_yaml_is_reported_with_its_position() {
        write(mocks.resolve("sub/b.yaml"), "id: b\nhttp: {route: /b\n");

        cli.awaitError("b.yaml is not loaded, its old version stays:\n  line ");
        assertThat(cli.err()).contains("(expected: YAML)");
        assertThat(cli.get("/b").body()).isEqualTo("old");
    }

    @Test
    void a_file_with_one_bad_mock_serves_none_of_its_mocks() {
        Path three = write(mocks.resolve("three.yaml"), """
                - {id: one, http: {route: /one, httpMethod: GET}, response: {statusCode: 200}}
                - {id: two, http: {route: /two, httpMethod: GET}, response: {statusCode: 999}}
                - {id: three, http: {route: /three, httpMethod: GET}, response: {statusCode: 200}}
                """);

        cli.awaitError("mockarty: " + three + " is not loaded, nothing of it is served:\n"
                + "  mocks[1].response.statusCode: 999 (expected: ");
        assertThat(cli.get("/one").statusCode()).isEqualTo(404);
        assertThat(cli.get("/three").statusCode()).isEqualTo(404);
    }

    @Test
    void all_problems_of_a_file_are_reported_at_once() {
        write(file, """
                [{"id": "a", "http": {"route": "/a", "httpMethod": "GET"}, "response": {"statusCode": 42}},
                 {"id": "b", "http": {"route": "/b", "httpMethod": "GET"}}]
                """);

        cli.awaitError("mocks[1]");
        assertThat(cli.err()).contains("mocks[0].response.statusCode: 42");
    }

    @Test
    void one_id_in_two_files_belongs_to_the_first() {
        Path second = write(mocks.resolve("second.json"), json("a", "/second", "second"));

        cli.awaitError("mockarty: " + second + " is not loaded, nothing of it is served:\n"
                + "  id: \"a\" (expected: an id that is not used in " + file + ")");
        assertThat(cli.get("/a").body()).isEqualTo("old");

        delete(file);
        cli.awaitBody("/second", "second");
    }

    @Test
    void one_id_twice_in_a_file_is_refused() {
        write(file, "[" + json("x", "/x", "one") + "," + json("x", "/y", "two") + "]");

        cli.awaitError("  mocks[1].id: \"x\" (expected: an id that mocks[0] does not have)");
        assertThat(cli.get("/a").body()).isEqualTo("old");
    }

    @Test
    void a_namespace_that_cannot_be_is_reported_and_reloading_goes_on() {
        write(mocks.resolve("bad.yaml"), yaml("bad", "/bad", "bad") + "namespace: a b\n");
        cli.awaitError("  namespace: \"a b\" (expected: a name without / ? #");

        write(file, json("a", "/a", "new"));
        cli.awaitBody("/a", "new");
    }
}
