package io.mockarty.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.blob.kit.BlobStoreContractKit;
import io.mockarty.blob.kit.GeneratedStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class S3BlobStoreTest extends BlobStoreContractKit {

    private static S3Server server;

    private S3Options options;

    @BeforeAll
    static void start_a_server(@TempDir Path directory) throws Exception {
        server = S3Server.start(directory);
    }

    @AfterAll
    static void stop_the_server() {
        server.close();
    }

    @Override
    protected BlobStore openEmpty() {
        options = server.newBucket();
        return BlobStore.s3(options);
    }

    @Test
    void is_named_after_bucket_and_endpoint() {
        assertThat(store().name()).isEqualTo("S3 bucket " + options.bucket() + " at " + options.endpoint());
    }

    @Test
    void says_that_credentials_are_wrong_and_shows_none() {
        for (S3Options wrong : new S3Options[] {
            options.credentials(S3Server.ACCESS_KEY, "wrong-secret"),
            options.credentials("wrong-access", "wrong-secret")
        }) {
            try (BlobStore refused = BlobStore.s3(wrong)) {
                everyCall(refused)
                        .forEach(call -> assertThatThrownBy(call::run)
                                .isInstanceOf(BlobStoreException.class)
                                .hasMessageStartingWith(refused.name())
                                .hasMessageContaining("the server answered 403")
                                .hasMessageContaining("check the access key, the secret key")
                                .satisfies(S3BlobStoreTest::tellsNoSecret));
            }
        }
    }

    private static void tellsNoSecret(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(S3Server.SECRET_KEY, "wrong-secret");
        }
    }

    @Test
    void says_that_the_bucket_is_missing() {
        try (BlobStore nowhere = BlobStore.s3(server.options("no-such-bucket"))) {
            everyCall(nowhere)
                    .forEach(call -> assertThatThrownBy(call::run)
                            .isInstanceOf(BlobStoreException.class)
                            .isNotInstanceOf(BlobNotFoundException.class)
                            .hasMessageStartingWith(nowhere.name())
                            .hasMessageContaining(
                                    "the server answered 404 NoSuchBucket (expected: an existing bucket"));
        }
    }

    private static Stream<Runnable> everyCall(BlobStore store) {
        return Stream.of(
                () -> store.put("a/note", new byte[3]),
                () -> store.open("a/note"),
                () -> store.find("a/note"),
                () -> store.list("").forEach(blob -> {}),
                () -> store.delete("a/note"));
    }

    @Test
    void does_not_show_objects_that_are_no_blobs() {
        for (String key : List.of("folder/", "folder/ends.", ".mockarty-own", "folder/note")) {
            server.client()
                    .putObject(request -> request.bucket(options.bucket()).key(key), RequestBody.empty());
        }

        assertThat(store().list("").map(Blob::key)).containsExactly("folder/note");
        assertThatThrownBy(() -> store().put("folder", new byte[1])).hasMessageContaining("is a folder");
    }

    @Test
    void takes_the_marker_of_an_empty_folder_for_nothing() {
        server.client().putObject(request -> request.bucket(options.bucket()).key("folder/"), RequestBody.empty());

        store().put("folder", new byte[1]);

        assertThat(store().list("").map(Blob::key)).containsExactly("folder");
    }

    @Test
    void leaves_no_parts_behind_when_content_fails() {
        InputStream failing = GeneratedStream.cutOffAfter(9 * 1024 * 1024);

        assertThatThrownBy(() -> store().put("large", failing)).hasMessageContaining("cable cut");

        assertThat(server.client()
                        .listMultipartUploads(request -> request.bucket(options.bucket()))
                        .uploads())
                .isEmpty();
    }

    @Test
    void sends_and_reads_50_MB_in_a_heap_of_40_with_the_credentials_of_the_environment() throws Exception {
        try (ChildJvm child = ChildJvm.onOurClassPath(
                "-Xmx40m",
                "-Daws.accessKeyId=" + S3Server.ACCESS_KEY,
                "-Daws.secretAccessKey=" + S3Server.SECRET_KEY,
                LargeBlob.class.getName(),
                options.endpoint().toString(),
                options.bucket())) {
            assertThat(child.exitCode()).as("output: %s", child.output()).isZero();
        }
    }
}
