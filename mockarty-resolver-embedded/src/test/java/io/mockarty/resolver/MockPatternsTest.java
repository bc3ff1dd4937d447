package io.mockarty.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.mock.MockDsl;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockPatternsTest {

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
        return "{\"id\": \"%s\", \"http\": {\"route\": \"/%s\"}, \"response\": {\"payload\": \"%s\"}}"
                .formatted(id, id, id);
    }

    private List<String> load(Class<?> anchor, String... patterns) {
        return server.load(anchor, patterns).stream().map(Mock::id).toList();
    }

    private Class<?> shop() throws Exception {
        return classPath.anchor(classPath.directory(
                "shop classes",
                PACKAGE + "shop/b.json",
                mock("b"),
                PACKAGE + "shop/a.json",
                mock("a"),
                PACKAGE + "shop/c1.yaml",
                "id: c1\nhttp:\n  route: /c1\nresponse:\n  payload: c1\n",
                PACKAGE + "shop/deep/d.json",
                mock("d"),
                PACKAGE + "shop/deep/er/e.json",
                mock("e"),
                PACKAGE + "shop/templates/t.json",
                "no mock",
                PACKAGE + "shop/.hidden.json",
                "no mock",
                PACKAGE + "shop/.git/x.json",
                "no mock",
                PACKAGE + "shop/notes.txt",
                "no mock"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop/a.json                | a",
                "shop/*.json                | a b",
                "shop/*                     | a b c1",
                "shop/?.json                | a b",
                "shop/c[0-9].yaml           | c1",
                "shop/{b,c1}.{json,yaml}    | b c1",
                "shop/{b.json,deep/d.json}  | b d",
                "*/a.json                   | a",
                "shop/*/*.json              | d",
                "shop/**/*.json             | d e",
                "shop/**.json               | a b d e",
                "**/er/*.json               | e",
                "sh\\op/a.json              | a",
                "./shop//deep/../a.json     | a",
                "../resolver/shop/a.json    | a",
                "shop                       | a b c1 d e",
                "shop/                      | a b c1 d e",
                "shop/deep                  | d e",
                ".                          | a b c1 d e",
            })
    void a_pattern_names_files_as_a_glob_or_all_below_a_directory(String pattern, String ids) throws Exception {
        assertThat(load(shop(), pattern)).containsExactly(ids.split(" "));
    }

    @Test
    void a_nested_class_stands_for_its_package() throws Exception {
        Class<?> nested = classPath.anchor(classPath.directory("root", PACKAGE + "a.json", mock("a")));
        assertThat(nested.getName()).contains("$");
        assertThat(load(nested, "a.json")).containsExactly("a");
    }

    @Test
    void the_first_place_with_a_match_counts() throws Exception {
        String files = "target/" + directory.getFileName();
        Class<?> withPackage = classPath.anchor(
                classPath.directory("both", PACKAGE + "x/a.json", mock("package"), "x/a.json", mock("root")));
        Class<?> withRoot = classPath.anchor(classPath.directory("one", files + "/a.json", mock("root")));
        try {
            Files.createDirectories(Path.of(files));
            Files.writeString(Path.of(files, "a.json"), mock("file"));

            assertThat(load(withPackage, "x/*.json")).containsExactly("package");
            assertThat(load(withPackage, "/x/*.json")).containsExactly("root");
            assertThat(load(withRoot, files + "/*.json")).containsExactly("root");
            assertThat(load(withRoot, "file:" + files + "/*.json")).containsExactly("file");
            assertThat(load(withPackage, files + "/*.json")).containsExactly("file");
        } finally {
            Files.deleteIfExists(Path.of(files, "a.json"));
            Files.deleteIfExists(Path.of(files));
        }
    }

    @Test
    void a_slash_at_the_start_means_the_root_of_the_class_path_and_then_an_absolute_file() throws Exception {
        Class<?> anchor = classPath.anchor(classPath.directory("root", "x/a.json", mock("root")));
        Path files = classPath.directory("files", "x/b.json", mock("file"));

        assertThat(load(anchor, "/x")).containsExactly("root");
        assertThat(load(anchor, files + "/x/*.json")).containsExactly("file");
        assertThat(load(anchor, "file:" + files + "/x/b.json")).containsExactly("file");
        assertThat(load(anchor, "file://" + files + "/x/b.json")).containsExactly("file");
        assertThat(load(anchor, "classpath:x/*")).containsExactly("root");
        assertThat(load(anchor, "classpath:/x/a.json")).containsExactly("root");
        assertThatThrownBy(() -> server.load(anchor, "classpath:" + files + "/x/b.json"))
                .hasMessageEndingWith("(looked in: class path root)");
    }

    @Test
    void a_directory_without_mocks_is_no_match() throws Exception {
        Class<?> anchor =
                classPath.anchor(classPath.directory("root", PACKAGE + "x/notes.txt", "", "x/a.json", mock("root")));
        assertThat(load(anchor, "x")).containsExactly("root");
    }

    @Test
    void several_patterns_are_loaded_in_their_order_and_a_file_only_once() throws Exception {
        Class<?> anchor = shop();
        String sameFile = "file:" + directory.resolve("shop classes").resolve(PACKAGE + "shop/a.json");
        assertThat(load(anchor, "shop/deep/*.json", "shop/*.json", "shop/a.json", sameFile))
                .containsExactly("d", "a", "b");
    }

    @Test
    void names_all_patterns_that_match_nothing_and_every_place_looked_in() throws Exception {
        Class<?> anchor = shop();
        String here = Path.of("").toAbsolutePath().toString();

        assertThatThrownBy(() -> server.load(anchor, "shop/*.xml"))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class)
                .hasMessage("mock file not found: shop/*.xml (looked in: class path io/mockarty/resolver/,"
                        + " class path root, directory " + here + ")");
        assertThatThrownBy(() -> server.load(anchor, "shop/a.json", "file:no", "/no/*", "classpath:no"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("mock files not found:\n"
                        + "  file:no (looked in: directory " + here + ")\n"
                        + "  /no/* (looked in: class path root, directory /)\n"
                        + "  classpath:no (looked in: class path io/mockarty/resolver/, class path root)");
        assertThat(server.namespace().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b.json", "a\0b/*.json", "../../../../../../../../no/*.json", "**/no.json/"})
    void what_no_file_can_be_called_is_not_found(String pattern) throws Exception {
        Class<?> anchor = shop();
        assertThatThrownBy(() -> server.load(anchor, "classpath:" + pattern)).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/{a,b.json", "shop/[a.json", "shop/a\\"})
    void a_bad_glob_is_an_error_that_names_it(String pattern) throws Exception {
        Class<?> anchor = shop();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.load(anchor, "shop/a.json", pattern))
                .withMessageStartingWith("pattern: \"" + pattern + "\" (expected: a glob such as shop/*.json; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "classpath:", "file:"})
    void an_empty_pattern_is_an_error(String pattern) throws Exception {
        Class<?> anchor = shop();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.load(anchor, pattern))
                .withMessage("pattern: \"" + pattern + "\" (expected: a path such as shop/*.json)");
    }

    @Test
    void no_pattern_is_an_error() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.load(MockPatternsTest.class))
                .withMessage("patterns: none (expected: at least one, such as shop/*.json)");
    }

    @Test
    void stores_nothing_when_files_are_bad_and_names_every_problem_with_its_file() throws Exception {
        Path root = classPath.directory(
                "root",
                "x/a.json",
                mock("same"),
                "x/b.json",
                "{\"id\": \"b\",\n \"http\": }",
                "x/c.json",
                mock("c").replace("\"payload\"", "\"statusCode\": 999, \"payload\""),
                "x/d.json",
                mock("same"));
        Class<?> anchor = classPath.anchor(root);

        assertThatThrownBy(() -> server.load(anchor, "x/*.json"))
                .isInstanceOf(InvalidMockException.class)
                .hasMessageContainingAll(
                        root.resolve("x/b.json") + ": line 2",
                        root.resolve("x/c.json") + ": response.statusCode: 999",
                        root.resolve("x/d.json") + ": id: \"same\" (expected: an id that is not used in "
                                + root.resolve("x/a.json") + ")");
        assertThat(server.namespace().size()).isZero();
    }

    @Test
    void names_the_files_of_mocks_that_cannot_be_compiled() throws Exception {
        String missing = "{\"http\": {\"route\": \"/a\"}, \"response\": {\"payloadTemplatePath\": \"no.json\"}}";
        Path root = classPath.directory(
                "root", "x/a.json", missing, "x/b.json", "[" + missing + "," + missing + "]", "x/c.json", mock("c"));
        Class<?> anchor = classPath.anchor(root);

        assertThatThrownBy(() -> server.load(anchor, "x"))
                .isInstanceOfSatisfying(
                        InvalidMockException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path())
                                .containsExactly(
                                        root.resolve("x/a.json") + ": response.payloadTemplatePath",
                                        root.resolve("x/b.json") + ": mocks[0].response.payloadTemplatePath",
                                        root.resolve("x/b.json") + ": mocks[1].response.payloadTemplatePath"));
        assertThat(server.namespace().size()).isZero();
    }

    @Test
    void keeps_the_mocks_that_are_there() throws Exception {
        server.stub(MockDsl.get("/old").id("old").respond(MockDsl.ok()));
        load(shop(), "shop/a.json");
        assertThat(server.namespace().size()).isEqualTo(2);
    }

    @Test
    void paths_may_hold_spaces_umlauts_and_plus_signs() throws Exception {
        Path root = classPath.directory(
                "my classes + Ümläute %41", PACKAGE + "Größe + Maß/ä ö+ü %20.json", mock("a"), "ß/x.json", mock("b"));
        Class<?> anchor = classPath.anchor(root);

        assertThat(load(anchor, "Größe + Maß/ä*+ü %20.json")).containsExactly("a");
        assertThat(load(anchor, "Größe + Maß")).containsExactly("a");
        assertThat(load(anchor, "file:" + root + "/ß/?.json")).containsExactly("b");
    }

    @Test
    void a_class_of_the_jdk_sees_the_class_path_of_the_application() throws Exception {
        Path classes = Path.of(MockPatternsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path own = Files.createTempDirectory(classes, "mocks");
        try {
            Files.writeString(own.resolve("a.json"), mock("a"));
            String pattern = own.getFileName() + "/*.json";
            assertThat(load(String.class, pattern)).containsExactly("a");
            assertThat(load(MockPatternsTest.class, pattern)).containsExactly("a");
        } finally {
            Files.delete(own.resolve("a.json"));
            Files.delete(own);
        }
    }
}
