package io.mockarty.blob;

import io.mockarty.blob.kit.GeneratedStream;
import java.io.InputStream;
import java.net.URI;

/** Puts 50 MB into a bucket and reads them again; run with a heap that could not hold them. */
final class LargeBlob {

    private static final long SIZE = 50_000_000;

    private LargeBlob() {}

    /** Takes the endpoint and the bucket. */
    public static void main(String[] arguments) throws Exception {
        try (BlobStore store = BlobStore.s3(S3Options.of(URI.create(arguments[0]), arguments[1]))) {
            store.put("large", new GeneratedStream(SIZE, 1));
            try (InputStream read = store.open("large")) {
                System.exit(new GeneratedStream(SIZE, 1).matches(read) ? 0 : 2);
            }
        }
    }
}
