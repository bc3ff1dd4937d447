package io.mockarty.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.blob.kit.BlobStoreContractKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreContractKit {

    @TempDir
    Path directory;

    private Path root() {
        return directory.resolve("blobs");
    }

    @Override
    protected BlobStore openEmpty() {
        return BlobStore.files(root());
    }

    @Test
    void is_named_after_its_directory() {
        assertThat(store().name()).isEqualTo("files in " + root());
    }

    @Test
    void shares_a_directory_with_people_and_their_tools() throws IOException {
        Files.createDirectories(root().resolve("templates"));
        Files.writeString(root().resolve("templates/order.json"), "{}");
        store().put("templates/user.json", "{}".getBytes(UTF_8));

        assertThat(store().list("").map(Blob::key)).containsExactly("templates/order.json", "templates/user.json");
        assertThat(root().resolve("templates/user.json")).hasContent("{}");
    }

    @Test
    void lists_characters_beyond_the_first_plane_behind_those_in_it() {
        store().put("\uFF5E", new byte[1]);
        store().put("😀", new byte[1]);

        assertThat(store().list("").map(Blob::key)).containsExactly("\uFF5E", "😀");
    }

    @Test
    void does_not_follow_a_link_out_of_the_directory() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(root().resolve("folder"), outside);
        Files.createSymbolicLink(root().resolve("file"), outside.resolve("secret"));

        assertThat(store().list("")).isEmpty();
        assertThat(store().list("folder/")).isEmpty();
        for (String key : List.of("folder/secret", "file")) {
            assertThat(store().find(key)).isEmpty();
            assertThatThrownBy(() -> store().open(key)).isInstanceOf(BlobNotFoundException.class);
            assertThatThrownBy(() -> store().put(key, new byte[1]))
                    .isInstanceOf(BlobStoreException.class)
                    .hasMessageContaining("is a symbolic link, which is not followed (expected: ");
            store().delete(key);
        }
        assertThat(outside.resolve("secret")).hasContent("secret");
        assertThat(outside.toFile().list()).containsExactly("secret");
    }

    @Test
    void may_itself_be_reached_by_a_link() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), root());

        try (BlobStore linked = BlobStore.files(link)) {
            linked.put("a/note", new byte[1]);
        }

        assertThat(store().list("").map(Blob::key)).containsExactly("a/note");
    }

    @Test
    void leaves_no_folders_and_no_unfinished_files() throws IOException {
        store().put("a/b/c", new byte[1]);
        store().delete("a/b/c");

        assertThat(root()).isEmptyDirectory();
    }

    @Test
    void removes_on_opening_what_was_left_half_written_for_an_hour() throws IOException {
        Path left = leftHalfWritten("a");

        BlobStore.files(root()).close();
        assertThat(left).exists();

        FileBlobStore.open(root(), in(Duration.ofMinutes(61))).close();
        assertThat(left).doesNotExist();
    }

    @Test
    void removes_while_listing_what_was_left_half_written_for_an_hour() throws IOException {
        try (BlobStore later = FileBlobStore.open(root(), in(Duration.ofMinutes(61)))) {
            Path left = leftHalfWritten("a/b");
            store().put("a/b/note", new byte[1]);

            assertThat(later.list("a/").map(Blob::key)).containsExactly("a/b/note");
            assertThat(left).doesNotExist();
        }
    }

    private Path leftHalfWritten(String folder) throws IOException {
        Files.createDirectories(root().resolve(folder));
        return Files.writeString(root().resolve(folder).resolve(".mockarty-2c1b"), "half");
    }

    private static Clock in(Duration time) {
        return Clock.offset(Clock.systemUTC(), time);
    }

    @Test
    void is_not_opened_where_there_is_a_file() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");

        assertThatThrownBy(() -> BlobStore.files(file))
                .isInstanceOf(BlobStoreException.class)
                .hasMessageStartingWith("files in " + file + ": could not be opened: ")
                .hasMessageContaining("(expected: a directory that this process may read and write)");
    }

    @Test
    void resumes_when_a_directory_that_vanished_is_back() throws IOException {
        Files.delete(root());
        assertThat(store().list("")).isEmpty();
        assertThatThrownBy(() -> store().put("note", new byte[1]))
                .isInstanceOf(BlobStoreException.class)
                .hasMessageStartingWith("files in " + root() + ": note: could not be written: ");

        Files.createDirectory(root());
        store().put("note", new byte[1]);

        assertThat(store().read("note")).hasSize(1);
    }
}
