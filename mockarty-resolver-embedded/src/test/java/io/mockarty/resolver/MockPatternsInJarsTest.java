package io.mockarty.resolver;

import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockPatternsInJarsTest {

    private static final String PACKAGE = "io/mockarty/resolver/";

    private final MockartyServer server = MockartyServer.start();

    @TempDir
    private Path directory;

    private TestClassPath classPath;

    @BeforeEach
    void make_a_class_path() {
        classPath = new TestClassPath(directory);
    }

    @AfterEach
    void stop() {
        server.close();
        classPath.close();
    }

    private static String mock(String id) {
        return mock(id, "\"payload\": \"" + id + "\"");
    }

    private static String mock(String id, String response) {
        return "{\"id\": \"%s\", \"http\": {\"route\": \"/%s\"}, \"response\": {%s}}".formatted(id, id, response);
    }

    private static String withTemplate(String id, String file) {
        return mock(id, "\"payloadTemplatePath\": \"" + file + "\"");
    }

    private List<String> load(Class<?> anchor, String... patterns) {
        return ids(server.load(anchor, patterns));
    }

    private static List<String> ids(List<Mock> mocks) {
        return mocks.stream().map(Mock::id).toList();
    }

    private String ask(String path) {
        return RawClient.exchange(server.port(), head("GET", path)).text();
    }

    @Test
    void finds_mocks_in_a_jar() throws Exception {
        Class<?> anchor = classPath.anchor(classPath.jar(
                "shop.jar",
                PACKAGE + "shop/b.json",
                mock("b"),
                PACKAGE + "shop/a.json",
                mock("a"),
                PACKAGE + "shop/deep/c.json",
                mock("c"),
                PACKAGE + "shop/templates/t.json",
                "no mock",
                PACKAGE + "shopping.json",
                "no mock",
                "x.json",
                mock("x")));
        assertThat(load(anchor, "shop/*.json")).containsExactly("a", "b");
        assertThat(load(anchor, "shop/**.json")).containsExactly("a", "b", "c");
        assertThat(load(anchor, "shop")).containsExactly("a", "b", "c");
        assertThat(load(anchor, "shop/deep/c.json")).containsExactly("c");
        assertThat(load(anchor, "/x.json")).containsExactly("x");
        assertThat(ask("/c")).isEqualTo("c");
    }

    @Test
    void a_directory_without_mocks_in_a_jar_is_no_match() throws Exception {
        Class<?> anchor = classPath.anchor(classPath.jar("shop.jar", "empty/readme.txt", "nothing"));
        assertThatThrownBy(() -> server.load(anchor, "empty")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_jar_without_directory_entries_has_its_files_found_by_name_only() throws Exception {
        Class<?> anchor = classPath.anchor(classPath.jarOfExactly("shop.jar", "shop/a.json", mock("a")));
        assertThat(load(anchor, "shop/a.json")).containsExactly("a");
        assertThatThrownBy(() -> server.load(anchor, "shop/*.json")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void all_roots_of_the_class_path_count_together_and_the_first_wins() throws Exception {
        Path first = classPath.directory("classes", "shop/b.json", mock("b-first"));
        Path second = classPath.jar("one.jar", "shop/a.json", mock("a"), "shop/b.json", mock("b-second"));
        Path third = classPath.jar("two.jar", "shop/b.json", mock("b-third"), "shop/c.json", mock("c"));

        assertThat(load(classPath.anchor(first, second, third), "shop/*.json")).containsExactly("a", "b-first", "c");
        assertThat(load(classPath.anchor(third, second, first), "shop")).containsExactly("a", "b-third", "c");
    }

    @Test
    void follows_the_class_path_in_the_manifest_of_a_jar() throws Exception {
        classPath.jar("lib/my mocks.jar", "shop/a.json", mock("a"));
        classPath.directory("classes", "shop/b.json", mock("b"));
        Path manifestOnly = classPath.jarWithClassPath("main.jar", "lib/my%20mocks.jar gone.jar classes/ main.jar");
        assertThat(load(classPath.anchor(manifestOnly), "shop/*.json")).containsExactly("a", "b");
    }

    @Test
    void asks_a_class_loader_that_does_not_tell_its_roots() throws Exception {
        Path jar = classPath.jar("shop.jar", TestClassPath.MANIFEST, "", "shop/a.json", mock("a"));
        Path classes = classPath.directory("classes", "shop/b.json", mock("b"));
        assertThat(load(classPath.anchorOfSecretiveLoader(jar), "shop/*.json")).containsExactly("a");
        assertThat(load(classPath.anchorOfSecretiveLoader(classes), "shop/*.json"))
                .containsExactly("b");
    }

    @Test
    void passes_over_what_is_missing_or_no_jar_on_the_class_path() throws Exception {
        Path text = classPath.directory("root", "text.jar", "no jar", "shop/a.json", mock("a"));
        Class<?> anchor = classPath.anchor(directory.resolve("gone.jar"), text.resolve("text.jar"), text);
        assertThat(load(anchor, "shop")).containsExactly("a");
    }

    @Test
    void paths_may_hold_spaces_umlauts_and_plus_signs() throws Exception {
        Class<?> anchor = classPath.anchor(
                classPath.jar("my libs + Ümläute/größe+1 %41.jar", PACKAGE + "Größe + Maß/ä ö+ü %20.json", mock("a")));
        assertThat(load(anchor, "Größe + Maß/ä*+ü %20.json")).containsExactly("a");
        assertThat(load(anchor, "Größe + Maß")).containsExactly("a");
    }

    @Test
    void knows_a_jar_whose_url_escapes_nothing() throws Exception {
        Path jar = classPath.jar("my libs/shop.jar", "shop/a.json", mock("a"));
        URL unescaped = new URL("file:" + jar);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {unescaped}, null)) {
            Class<?> anchor = Proxy.newProxyInstance(
                            loader, new Class<?>[] {Runnable.class}, (proxy, method, arguments) -> null)
                    .getClass();
            assertThat(load(anchor, "shop")).containsExactly("a");
        }
    }

    @Test
    void names_every_problem_with_the_file_in_the_jar() throws Exception {
        Path jar =
                classPath.jar("shop.jar", "shop/a.json", mock("same"), "shop/b.json", "{", "shop/c.json", mock("same"));
        Path other = classPath.directory("classes", "shop/d.json", mock("same"));
        Class<?> anchor = classPath.anchor(jar, other);

        assertThatThrownBy(() -> server.load(anchor, "shop/*.json"))
                .isInstanceOf(InvalidMockException.class)
                .hasMessageContainingAll(
                        jar + "!/shop/b.json: line 1",
                        jar + "!/shop/c.json: id: \"same\" (expected: an id that is not used in " + jar
                                + "!/shop/a.json)",
                        other.resolve("shop/d.json") + ": id: \"same\"");
        assertThat(server.namespace().size()).isZero();
    }

    @Test
    void reads_templates_beside_the_mocks_in_the_jar_or_above() throws Exception {
        Class<?> anchor = classPath.anchor(classPath.jar(
                "shop.jar",
                "shop/deep/a.json",
                withTemplate("a", "body.json"),
                "shop/templates/body.json",
                "\"from the jar\""));
        load(anchor, "shop/**.json");
        assertThat(ask("/a")).contains("from the jar");
    }

    @Test
    void names_the_file_in_the_jar_whose_template_is_not_there_or_leads_out() throws Exception {
        Path jar = classPath.jar(
                "shop.jar",
                "shop/a.json",
                withTemplate("a", "no.json"),
                "shop/b.json",
                withTemplate("b", "../b.json"),
                "shop/templates/body.json",
                "{}");
        Class<?> anchor = classPath.anchor(jar);
        assertThatThrownBy(() -> server.load(anchor, "shop"))
                .isInstanceOf(InvalidMockException.class)
                .hasMessageContainingAll(
                        jar + "!/shop/a.json: response.payloadTemplatePath: \"no.json\" (expected: a file under",
                        jar
                                + "!/shop/b.json: response.payloadTemplatePath: \"../b.json\" (expected: a path that stays");
    }

    @Test
    void reads_templates_of_several_places_in_one_step() throws Exception {
        Class<?> anchor = classPath.anchor(
                classPath.jar(
                        "a.jar",
                        "a/a.json",
                        withTemplate("a", "a.txt"),
                        "a/templates/a.txt",
                        "of a",
                        "a/templates/same.txt",
                        "same"),
                classPath.directory(
                        "b",
                        "b/b.json",
                        withTemplate("b", "b.txt"),
                        "b/c.json",
                        withTemplate("c", "same.txt"),
                        "b/templates/b.txt",
                        "of b",
                        "b/templates/same.txt",
                        "same"));
        load(anchor, "a", "b");
        assertThat(List.of(ask("/a"), ask("/b"), ask("/c"))).containsExactly("of a", "of b", "same");
    }

    @Test
    void refuses_a_template_that_is_another_one_in_another_place() throws Exception {
        Class<?> anchor = classPath.anchor(classPath.directory(
                "b",
                "a/a.json",
                withTemplate("a", "t.txt"),
                "a/templates/t.txt",
                "of a",
                "b/b.json",
                mock("b"),
                "b/templates/t.txt",
                "of b"));
        assertThatThrownBy(() -> server.load(anchor, "a", "b"))
                .isInstanceOf(InvalidMockException.class)
                .hasMessageContainingAll("a/a.json: response.payloadTemplatePath: \"t.txt\"", "the same under all");
        assertThat(load(anchor, "a")).containsExactly("a");
    }

    @Test
    void the_templates_of_the_server_come_first() throws Exception {
        Path templates = classPath.directory("configured", "t.txt", "of the server");
        Class<?> anchor = classPath.anchor(
                classPath.jar("a.jar", "a.json", withTemplate("a", "t.txt"), "templates/t.txt", "of the jar"));
        try (MockartyServer own = MockartyServer.builder().templates(templates).start()) {
            own.load(anchor, "a.json");
            assertThat(RawClient.exchange(own.port(), head("GET", "/a")).text()).isEqualTo("of the server");
        }
    }

    @Test
    void many_threads_load_from_one_jar_at_once() throws Exception {
        int threads = 32;
        List<String> entries = new ArrayList<>();
        for (int i = 100; i < 150; i++) {
            entries.addAll(List.of("shop/" + i + ".json", withTemplate("m" + i, "t.txt")));
        }
        entries.addAll(List.of("shop/templates/t.txt", "template"));
        Class<?> anchor = classPath.anchor(classPath.jar("shop.jar", entries.toArray(String[]::new)));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch together = new CountDownLatch(threads);
            List<Future<List<Mock>>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                MockartyServer own = server.inNamespace("thread-" + i);
                results.add(executor.submit(() -> {
                    together.countDown();
                    assertThat(together.await(20, TimeUnit.SECONDS)).isTrue();
                    List<Mock> mocks = own.load(anchor, "shop/*.json");
                    own.load(anchor, "shop/1[0-4]?.json");
                    return mocks;
                }));
            }
            for (Future<List<Mock>> result : results) {
                assertThat(result.get(60, TimeUnit.SECONDS)).hasSize(50);
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(load(anchor, "shop/100.json")).containsExactly("m100");
    }
}
