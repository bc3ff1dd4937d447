package io.mockarty.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.blob.kit.GeneratedStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that processes share. */
class FileBlobStoreProcessTest {

    private static final long ENDLESS = Long.MAX_VALUE;
    private static final int SHORT = 3_000_000;
    private static final int LONG = 5_000_000;

    @TempDir
    Path root;

    @Test
    void shows_nothing_of_what_a_process_was_writing_when_it_was_killed() throws Exception {
        try (BlobStore store = BlobStore.files(root);
                ChildJvm writer = writer(ENDLESS)) {
            store.put("a/blob", "old".getBytes(UTF_8));
            Await.until(
                    "a million bytes of the other process",
                    () -> unfinished().filter(file -> size(file) > 1_000_000).isPresent());

            writer.kill();

            assertThat(store.list("").map(Blob::key)).containsExactly("a/blob");
            assertThat(store.read("a/blob")).asString(UTF_8).isEqualTo("old");
            assertThat(unfinished()).isPresent();
        }
        FileBlobStore.open(root, Clock.offset(Clock.systemUTC(), Duration.ofHours(2)))
                .close();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void shows_whole_blobs_while_two_processes_write_the_same_one_and_when_one_is_killed() throws Exception {
        try (BlobStore store = BlobStore.files(root);
                ChildJvm first = writer(SHORT);
                ChildJvm second = writer(LONG)) {
            Await.until("both processes", () -> seen(store, SHORT));
            Await.until("both processes", () -> seen(store, LONG));
            for (int reading = 0; reading < 50; reading++) {
                assertThat(isWhole(store)).isTrue();
            }

            first.kill();
            second.kill();

            assertThat(isWhole(store)).isTrue();
            assertThat(store.list("").map(Blob::key)).containsExactly("a/blob");
        }
    }

    private ChildJvm writer(long size) throws IOException {
        return ChildJvm.onOurClassPath(BlobWriter.class.getName(), root.toString(), "a/blob", String.valueOf(size));
    }

    private static boolean seen(BlobStore store, long size) {
        return store.find("a/blob").filter(blob -> blob.size() == size).isPresent();
    }

    private static boolean isWhole(BlobStore store) throws IOException {
        byte[] content = store.read("a/blob");
        try (InputStream read = new ByteArrayInputStream(content)) {
            return (content.length == SHORT || content.length == LONG)
                    && new GeneratedStream(content.length, content.length).matches(read);
        }
    }

    private Optional<Path> unfinished() {
        try (Stream<Path> files = Files.list(root.resolve("a"))) {
            return files.filter(UnfinishedFile::isOne).findFirst();
        } catch (IOException e) {
            return Optional.empty(); // no folder yet
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
