package io.mockarty.blob;

import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of a blob from a bucket. Fails with nothing but {@link IOException}, also when the connection ends before
 * the blob does, which the client would take for the end. Breaks off when closed early.
 */
final class S3BlobStream extends InputStream {

    private final ResponseInputStream<GetObjectResponse> content;
    private final S3Errors errors;
    private final String key;
    private long received;
    private boolean ended;

    S3BlobStream(ResponseInputStream<GetObjectResponse> content, S3Errors errors, String key) {
        this.content = content;
        this.errors = errors;
        this.key = key;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = content.read(bytes, offset, length);
            if (read < 0) {
                end();
            } else {
                received += read;
            }
            return read;
        } catch (SdkException e) {
            throw new IOException(errors.failure(key, e).getMessage(), e);
        }
    }

    private void end() throws IOException {
        Long announced = content.response().contentLength();
        if (announced != null && announced != received) {
            throw new IOException(errors.store() + ": " + key + ": the connection ended after " + received + " of "
                    + announced + " bytes (expected: all of them; read the blob again)");
        }
        ended = true;
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            content.abort(); // what nobody wants to read is not fetched
        }
        content.close();
    }
}
