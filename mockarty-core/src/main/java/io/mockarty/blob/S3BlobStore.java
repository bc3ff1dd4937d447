package io.mockarty.blob;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Blobs as the objects of a bucket. */
final class S3BlobStore implements BlobStore {

    private final S3Errors errors;
    private final String bucket;
    private final S3Client client;
    private volatile boolean closed;

    private S3BlobStore(S3Options options, S3Client client) {
        this.errors = new S3Errors(options.toString());
        this.bucket = options.bucket();
        this.client = client;
    }

    static S3BlobStore open(S3Options options) {
        return new S3BlobStore(options, S3Clients.client(options));
    }

    @Override
    public String name() {
        return errors.store();
    }

    @Override
    public void put(String key, InputStream content) {
        check(key);
        ask(key, () -> {
            checkReplaceable(key);
            new S3Upload(client, errors, bucket, key).send(content);
            return key;
        });
    }

    /** Keeps a key from being a blob and a folder at once, which a bucket would allow. */
    private void checkReplaceable(String key) {
        for (String folder : BlobKeys.folders(key)) {
            if (findObject(folder).isPresent()) {
                throw new BlobStoreException(
                        name(),
                        key,
                        folder + " is a blob (expected: a folder, or nothing; choose another key, or move what is"
                                + " there)");
            }
        }
        String inside = key + "/"; // may be an object as well, which some tools make for an empty folder
        if (first(2, inside).stream().anyMatch(object -> !object.key().equals(inside))) {
            throw new BlobStoreException(
                    name(),
                    key,
                    "is a folder of other blobs (expected: a blob, or nothing; choose another key, or move what is"
                            + " there)");
        }
    }

    /**
     * Looks for an object in a list: of the keys that begin with a key, this is the first. The answer tells a missing
     * bucket from a missing object, and names what is wrong with the credentials; that to HEAD does not.
     */
    private Optional<S3Object> findObject(String key) {
        return first(1, key).stream().filter(object -> object.key().equals(key)).findFirst();
    }

    private List<S3Object> first(int count, String prefix) {
        return client.listObjectsV2(
                        request -> request.bucket(bucket).prefix(prefix).maxKeys(count))
                .contents();
    }

    @Override
    public InputStream open(String key) {
        check(key);
        return ask(
                key,
                () -> new S3BlobStream(
                        client.getObject(request -> request.bucket(bucket).key(key)), errors, key));
    }

    @Override
    public Optional<Blob> find(String key) {
        check(key);
        return ask(key, () -> findObject(key)).map(S3BlobStore::blob);
    }

    private static Blob blob(S3Object object) {
        return new Blob(object.key(), object.size(), object.lastModified());
    }

    @Override
    public Stream<Blob> list(String prefix) {
        BlobKeys.checkPrefix(prefix);
        checkOpen(prefix);
        Iterator<S3Object> objects = ask(
                prefix,
                () -> client.listObjectsV2Paginator(
                                request -> request.bucket(bucket).prefix(prefix))
                        .contents()
                        .iterator());
        Stream<Blob> blobs = StreamSupport.stream(
                new Spliterators.AbstractSpliterator<Blob>(Long.MAX_VALUE, 0) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Blob> action) {
                        if (!ask(prefix, objects::hasNext)) {
                            return false;
                        }
                        action.accept(blob(ask(prefix, objects::next)));
                        return true;
                    }
                },
                false);
        return blobs.filter(blob -> BlobKeys.isValid(blob.key()));
    }

    @Override
    public void delete(String key) {
        check(key);
        ask(key, () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }

    private void check(String key) {
        BlobKeys.check(key);
        checkOpen(key);
    }

    private void checkOpen(String key) {
        if (closed) {
            throw new BlobStoreException(name(), key, "the store is closed (expected: an open one)");
        }
    }

    private <T> T ask(String key, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw errors.failure(key, e);
        }
    }
}
