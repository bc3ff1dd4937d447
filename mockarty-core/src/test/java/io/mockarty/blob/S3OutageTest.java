package io.mockarty.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.blob.kit.GeneratedStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket without a server, and without a client. */
class S3OutageTest {

    @Test
    void says_that_the_server_cannot_be_reached() throws IOException {
        URI nobody;
        try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closedSoon.getLocalPort());
        }
        S3Options options = S3Options.of(nobody, "backups").credentials("access", "secret");

        try (BlobStore store = BlobStore.s3(options)) {
            assertThatThrownBy(() -> store.put("a/note", new byte[3]))
                    .isInstanceOf(BlobStoreException.class)
                    .hasMessageStartingWith(
                            "S3 bucket backups at " + nobody + ": a/note: the server could not be reached: ")
                    .hasMessageContaining("Connection refused")
                    .hasMessageContaining("check the endpoint");
        }
    }

    @Test
    void fails_with_an_io_exception_when_the_server_dies_while_a_blob_is_read(@TempDir Path directory)
            throws Exception {
        try (S3Server server = S3Server.start(directory);
                BlobStore store = BlobStore.s3(server.newBucket())) {
            store.put("large", new GeneratedStream(50_000_000, 1));
            try (InputStream content = store.open("large")) {
                assertThat(content.read()).isEqualTo(new GeneratedStream(1, 1).read());

                server.close();

                assertThatThrownBy(content::readAllBytes)
                        .isInstanceOf(IOException.class)
                        .hasMessageMatching("(?s).*(of 50000000 bytes|reset|EOF).*");
            }
        }
    }

    @Test
    void names_the_libraries_to_add_when_there_is_no_client() throws Exception {
        URL[] withoutClient = Arrays.stream(classPath())
                .filter(entry -> !entry.getPath().contains("/awssdk/"))
                .toArray(URL[]::new);
        try (URLClassLoader bare = new URLClassLoader(withoutClient, ClassLoader.getPlatformClassLoader())) {
            Class<?> optionsType = bare.loadClass(S3Options.class.getName());
            Object options = optionsType
                    .getMethod("of", URI.class, String.class)
                    .invoke(null, URI.create("http://localhost:9000"), "backups");

            assertThatThrownBy(() -> bare.loadClass(BlobStore.class.getName())
                            .getMethod("s3", optionsType)
                            .invoke(null, options))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasToString("io.mockarty.blob.BlobStoreException: S3 bucket backups at http://localhost:9000:"
                            + " the client is not on the class path (expected: software.amazon.awssdk:s3 and"
                            + " software.amazon.awssdk:url-connection-client, 2.30 or newer; add both to the"
                            + " dependencies)");
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> {
                    try {
                        return Path.of(entry).toUri().toURL();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toArray(URL[]::new);
    }
}
