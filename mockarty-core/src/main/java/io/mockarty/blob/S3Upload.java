package io.mockarty.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** One blob on its way into a bucket: in one request when it is small, in parts when it is not. */
final class S3Upload {

    /** S3 wants at least 5 MiB, and at most 10,000 parts. */
    static final int PART_BYTES = 8 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(S3Upload.class);
    private static final int MAX_PARTS = 10_000;
    private static final String TYPE = "application/octet-stream";

    private final S3Client client;
    private final S3Errors errors;
    private final String bucket;
    private final String key;

    S3Upload(S3Client client, S3Errors errors, String bucket, String key) {
        this.client = client;
        this.errors = errors;
        this.bucket = bucket;
        this.key = key;
    }

    void send(InputStream content) {
        byte[] first = first(content);
        if (first.length < PART_BYTES) {
            client.putObject(request -> request.bucket(bucket).key(key), body(first, first.length));
        } else {
            sendParts(first, content);
        }
    }

    /** Sends a full part, and what follows it; the array is used for all of them. */
    private void sendParts(byte[] part, InputStream content) {
        String upload = client.createMultipartUpload(
                        request -> request.bucket(bucket).key(key))
                .uploadId();
        boolean complete = false;
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (int length = part.length; length > 0; length = next(content, part)) {
                parts.add(sendPart(upload, parts.size() + 1, body(part, length)));
            }
            client.completeMultipartUpload(request ->
                    request.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts)));
            complete = true;
        } finally {
            if (!complete) {
                abort(upload);
            }
        }
    }

    private CompletedPart sendPart(String upload, int number, RequestBody body) {
        if (number > MAX_PARTS) {
            throw new BlobStoreException(
                    errors.store(), key, "too large (expected: at most 10,000 parts of 8 MiB; divide the content)");
        }
        String tag = client.uploadPart(
                        request ->
                                request.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                        body)
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private void abort(String upload) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException e) {
            LOG.warn(
                    "{}: {}: parts of an upload that failed may be left over; a lifecycle rule of the bucket can"
                            + " remove them",
                    errors.store(),
                    key,
                    e);
        }
    }

    private byte[] first(InputStream content) {
        try {
            return content.readNBytes(PART_BYTES);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private int next(InputStream content, byte[] part) {
        try {
            return content.readNBytes(part, 0, part.length);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private BlobStoreException unreadable(IOException e) {
        return new BlobStoreException(
                errors.store(),
                key,
                "its new content could not be read: " + FileTree.reason(e) + "; see to it, then try again",
                e);
    }

    /** Returns a body that can be sent again, and does not copy the bytes. */
    private static RequestBody body(byte[] bytes, int length) {
        return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes, 0, length), length, TYPE);
    }
}
