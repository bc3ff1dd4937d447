package io.mockarty.blob;

import io.mockarty.blob.kit.GeneratedStream;
import java.nio.file.Path;

/** Puts the same blob again and again, until it is killed. */
final class BlobWriter {

    private BlobWriter() {}

    /** Takes the directory, the key, and how many bytes to put, whose seed is their number. */
    public static void main(String[] arguments) {
        long size = Long.parseLong(arguments[2]);
        try (BlobStore store = BlobStore.files(Path.of(arguments[0]))) {
            while (true) {
                store.put(arguments[1], new GeneratedStream(size, (int) size));
            }
        }
    }
}
