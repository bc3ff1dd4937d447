package io.mockarty.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The bytes of a blob from a bucket. Fails with nothing but {@link IOException}, and breaks off when closed early. */
final class S3BlobStream extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> content;
    private final S3Errors errors;
    private final String key;
    private boolean ended;

    S3BlobStream(ResponseInputStream<GetObjectResponse> content, S3Errors errors, String key) {
        super(content);
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
            ended |= read < 0;
            return read;
        } catch (SdkException e) {
            throw new IOException(errors.failure(key, e).getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            content.abort(); // what nobody wants to read is not fetched
        }
        super.close();
    }
}
