package io.mockarty.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRootTest {

    @TempDir
    private Path directory;

    private TemplateRoot root;

    @BeforeEach
    void make_a_root_and_a_secret_beside_it() throws IOException {
        Files.createDirectories(directory.resolve("root/sub"));
        Files.writeString(directory.resolve("root/a.json"), "{}");
        Files.writeString(directory.resolve("root/sub/b.txt"), "b");
        Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.createDirectories(directory.resolve("root-sibling"));
        Files.writeString(directory.resolve("root-sibling/secret.txt"), "secret");
        root = TemplateRoot.of(directory.resolve("root"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub/b.txt", "./sub/b.txt", "sub/../sub/b.txt", "../root/sub/b.txt"})
    void reads_a_file_inside(String file) {
        assertThat(root.read(file)).asString().isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "sub/../../secret.txt", "../root-sibling/secret.txt", "/etc/passwd"})
    void refuses_a_path_that_leads_out(String file) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> root.read(file))
                .withMessage("a path that stays inside the template root");
    }

    @Test
    void refuses_a_link_that_leads_out() throws IOException {
        Files.createSymbolicLink(directory.resolve("root/link.txt"), directory.resolve("secret.txt"));
        Files.createSymbolicLink(directory.resolve("root/linked"), directory.resolve("root-sibling"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> root.read("link.txt"))
                .withMessage("a file inside the template root, not a link out of it");
        assertThatIllegalArgumentException().isThrownBy(() -> root.read("linked/secret.txt"));
    }

    @Test
    void follows_a_link_that_stays_inside() throws IOException {
        Files.createSymbolicLink(directory.resolve("root/link.txt"), directory.resolve("root/sub/b.txt"));

        assertThat(root.read("link.txt")).asString().isEqualTo("b");
    }

    @Test
    void the_root_itself_may_be_a_link() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("root"));

        assertThat(TemplateRoot.of(link).read("a.json")).asString().isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.json", "sub", "", ".", "a.json/x"})
    void says_that_there_is_no_such_file(String file) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> root.read(file))
                .withMessageStartingWith("a file under the template root ");
    }

    @Test
    void a_name_that_no_file_can_have_is_an_error() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> root.read("a\0b"))
                .withMessageStartingWith("a file name; ");
    }

    @Test
    void a_directory_that_does_not_exist_holds_no_file() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateRoot.of(directory.resolve("nowhere")).read("a.json"));
    }

    @Test
    void without_root_there_are_no_files() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateRoot.none().read("a.json"))
                .withMessageContaining("no template root is configured");
    }
}
