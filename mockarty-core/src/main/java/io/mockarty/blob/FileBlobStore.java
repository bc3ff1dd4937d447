package io.mockarty.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Blobs as the files of a directory. */
final class FileBlobStore implements BlobStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileBlobStore.class);
    private static final int BUFFER_BYTES = 64 * 1024;

    private final FileTree tree;
    private final Clock clock;
    private volatile boolean closed;

    private FileBlobStore(FileTree tree, Clock clock) {
        this.tree = tree;
        this.clock = clock;
    }

    static FileBlobStore open(Path directory) {
        return open(directory, Clock.systemUTC());
    }

    /** Opens a store that tells by a clock whether a file was left behind. */
    static FileBlobStore open(Path directory, Clock clock) {
        String name = "files in " + directory.toAbsolutePath();
        try {
            Files.createDirectories(directory);
            FileBlobStore store = new FileBlobStore(new FileTree(name, directory.toRealPath()), clock);
            store.deleteAbandoned();
            return store;
        } catch (IOException e) {
            throw new BlobStoreException(
                    name,
                    "",
                    "could not be opened: " + FileTree.reason(e)
                            + " (expected: a directory that this process may read and write)",
                    e);
        }
    }

    private void deleteAbandoned() {
        try {
            list("").forEach(blob -> {});
        } catch (BlobStoreException e) {
            LOG.warn("Not looked through for what killed processes left behind: {}", e.getMessage());
        }
    }

    @Override
    public String name() {
        return tree.name();
    }

    @Override
    public void put(String key, InputStream content) {
        check(key);
        try (UnfinishedFile file = UnfinishedFile.create(tree, key)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = read(key, content, buffer); read >= 0; read = read(key, content, buffer)) {
                file.write(buffer, read);
            }
            file.finish(tree, key);
        } catch (IOException e) {
            throw failure(key, "could not be written", e);
        }
    }

    private int read(String key, InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw failure(key, "its new content could not be read", e);
        }
    }

    @Override
    public InputStream open(String key) {
        check(key);
        try {
            Path path = tree.find(key);
            if (path == null || attributesOfBlob(path) == null) {
                throw new BlobNotFoundException(name(), key);
            }
            return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new BlobNotFoundException(name(), key);
        } catch (IOException e) {
            throw failure(key, "could not be read", e);
        }
    }

    @Override
    public Optional<Blob> find(String key) {
        check(key);
        try {
            Path path = tree.find(key);
            return Optional.ofNullable(path == null ? null : attributesOfBlob(path))
                    .map(found ->
                            new Blob(key, found.size(), found.lastModifiedTime().toInstant()));
        } catch (IOException e) {
            throw failure(key, "could not be looked up", e);
        }
    }

    private static @Nullable BasicFileAttributes attributesOfBlob(Path path) throws IOException {
        BasicFileAttributes attributes = FileTree.attributes(path);
        return attributes != null && attributes.isRegularFile() ? attributes : null;
    }

    @Override
    public Stream<Blob> list(String prefix) {
        BlobKeys.checkPrefix(prefix);
        checkOpen(prefix);
        return StreamSupport.stream(new FileWalk(tree, prefix, clock).start(), false);
    }

    @Override
    public void delete(String key) {
        check(key);
        try {
            Path path = tree.find(key);
            if (path != null && attributesOfBlob(path) != null && Files.deleteIfExists(path)) {
                FileTree.sync(path.resolveSibling(""));
                tree.deleteEmptyFolders(path.getParent());
            }
        } catch (IOException e) {
            throw failure(key, "could not be deleted", e);
        }
    }

    @Override
    public void close() {
        closed = true;
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

    private BlobStoreException failure(String key, String what, IOException e) {
        return new BlobStoreException(name(), key, what + ": " + FileTree.reason(e) + "; see to it, then try again", e);
    }
}
