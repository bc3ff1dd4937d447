package io.mockarty.blob;

/** The door to all that needs the AWS client; knows none of its types, so that it can say when they are missing. */
final class S3Library {

    private S3Library() {}

    static BlobStore open(S3Options options) {
        try {
            return S3BlobStore.open(options);
        } catch (NoClassDefFoundError e) {
            throw new BlobStoreException(
                    options.toString(),
                    "",
                    "the client is not on the class path (expected: software.amazon.awssdk:s3 and"
                            + " software.amazon.awssdk:url-connection-client, 2.30 or newer; add both to the"
                            + " dependencies)",
                    e);
        }
    }
}
