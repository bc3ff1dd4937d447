package io.mockarty.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A map from keys to files. A blob appears whole or not at all: who reads gets all bytes of one {@code put}, whoever
 * else writes at the time, in this process or another.
 *
 * <p>A <em>key</em> is a relative path with {@code /} between its names, such as {@code templates/order.json}. It has
 * at most 1,024 bytes in UTF-8, and each of its names at most 255. Names are not empty, do not end in a dot or a space,
 * do not begin with {@code .mockarty-}, and contain no backslash, no control character and nothing that XML cannot
 * hold. Any other key is refused with an {@link IllegalArgumentException}. Keys are kept as they are written: case
 * matters, and Unicode is not normalized. As in a file system, a key is either a blob or a folder of others: where
 * there is {@code a}, there is no {@code a/b}. Names that do not follow these rules may exist in a directory or a
 * bucket; the store does not show them.
 *
 * <p>Every method throws {@link BlobStoreException} when the store cannot do what it should. Thread-safe.
 */
public interface BlobStore extends AutoCloseable {

    /**
     * Opens a store in a directory, which is created when missing. A blob is a file, and its key the path from the
     * directory to it, so that people can put files there with the tools they like. Symbolic links below the directory
     * are not followed, nor listed. Many processes may share the directory.
     *
     * <p>What a process that was killed had half written is never shown, and is removed after an hour, by whoever opens
     * the store or lists its blobs. A {@code put} therefore fails when its content does not move on for an hour.
     *
     * <p>The names have to be such that the operating system can hold them: those that are not ASCII need a locale with
     * UTF-8, and some systems do not tell lower from upper case.
     *
     * @param directory the directory
     * @return the open store
     * @throws BlobStoreException when there can be no such directory
     */
    static BlobStore files(Path directory) {
        return FileBlobStore.open(directory);
    }

    /**
     * Opens a store in a bucket of Amazon S3 or a server that speaks its protocol. Needs
     * {@code software.amazon.awssdk:s3} and {@code software.amazon.awssdk:url-connection-client}, 2.30 or newer, on the
     * class path. Nothing is sent before the store is used. Google Cloud Storage documents the requests we send, for
     * the endpoint {@code https://storage.googleapis.com} and HMAC keys; we have not tested it.
     *
     * <p>The credentials must be allowed {@code ListBucket}, {@code GetObject}, {@code PutObject}, {@code DeleteObject}
     * and {@code AbortMultipartUpload}. Blobs of 8 MiB and more are sent in parts of that size, one after the other, so
     * that at most 16 MiB of one are in memory. There may be 10,000 parts, thus 78 GiB. Parts that a killed process
     * leaves behind are not shown, and cost money until a lifecycle rule of the bucket removes them.
     *
     * <p>A {@code put} first asks whether a folder of its key is a blob, or its key a folder, with a small request for
     * each; two clients that put {@code a} and {@code a/b} at the very same time may both succeed. Lists have the order
     * that the server gives them, which some do not sort by bytes beyond U+FFFF; the directory buckets of Amazon, which
     * do not sort at all, cannot be used.
     *
     * @param options where the bucket is, and whose
     * @return the open store
     * @throws BlobStoreException when the client is not on the class path
     */
    static BlobStore s3(S3Options options) {
        return S3Library.open(options);
    }

    /** {@return the kind and place of the store in words, for messages; no secret is in it} */
    String name();

    /**
     * Stores a blob, in place of the one before. Returns when it is where a restart of the machine does not harm it.
     * When anything fails, the one before stays.
     *
     * @param key the key
     * @param content the bytes, read to the end and not closed
     * @throws BlobStoreException also when the content cannot be read, and when the key is a folder or a folder of it
     *     is a blob
     */
    void put(String key, InputStream content);

    /**
     * Stores a blob, in place of the one before.
     *
     * @param key the key
     * @param content the bytes
     * @see #put(String, InputStream)
     */
    default void put(String key, byte[] content) {
        put(key, new ByteArrayInputStream(content));
    }

    /**
     * Opens a blob for reading. The bytes stay those that the blob has now, even when it is replaced or deleted
     * meanwhile.
     *
     * @param key the key
     * @return the bytes, read as they are needed; the caller closes it, and uses it in one thread at a time. Its
     *     methods throw {@link IOException} when the store fails
     * @throws BlobNotFoundException when there is none
     */
    InputStream open(String key);

    /**
     * Reads a blob into memory.
     *
     * @param key the key
     * @return all bytes
     * @throws BlobNotFoundException when there is none
     */
    default byte[] read(String key) {
        try (InputStream content = open(key)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new BlobStoreException(name(), key, "could not be read: " + e.getMessage() + "; try again", e);
        }
    }

    /**
     * Looks for a blob.
     *
     * @param key the key
     * @return what is known of it, or empty when there is none
     */
    Optional<Blob> find(String key);

    /**
     * Lists blobs in the order of the bytes of their keys in UTF-8. The list is read as the stream is consumed, so it
     * may be longer than memory; what is put or deleted meanwhile may be in it or not.
     *
     * @param prefix how the keys begin; empty for all, {@code a/} for those in a folder, and {@code a} for these and
     *     {@code abc} as well
     * @return the blobs; for one thread at a time. It throws {@link BlobStoreException} on the way when the store
     *     fails, and need not be closed
     */
    Stream<Blob> list(String prefix);

    /**
     * Deletes a blob; does nothing when there is none. Folders that become empty are gone.
     *
     * @param key the key
     */
    void delete(String key);

    /** Closes the store, which then refuses to be used; streams that are open may break off. May be called again. */
    @Override
    void close();
}
