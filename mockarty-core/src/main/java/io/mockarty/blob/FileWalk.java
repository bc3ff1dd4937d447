package io.mockarty.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The blobs below a directory, in the order of their keys. One folder at a time is read, with those around it kept.
 * Removes on the way what killed processes left behind.
 */
final class FileWalk extends Spliterators.AbstractSpliterator<Blob> {

    private final FileTree tree;
    private final String prefix;
    private final Clock clock;
    private final Deque<Iterator<Entry>> levels = new ArrayDeque<>();

    FileWalk(FileTree tree, String prefix, Clock clock) {
        super(Long.MAX_VALUE, ORDERED | DISTINCT | NONNULL);
        this.tree = tree;
        this.prefix = prefix;
        this.clock = clock;
    }

    /** Begins in the folder that the prefix names. */
    FileWalk start() {
        String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        try {
            Path path = tree.find(folder + "any");
            Path parent = path == null ? null : path.getParent();
            if (parent != null) {
                levels.push(children(folder, parent));
            }
            return this;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super Blob> action) {
        while (!levels.isEmpty()) {
            Iterator<Entry> level = levels.element();
            if (!level.hasNext()) {
                levels.pop();
                continue;
            }
            Entry entry = level.next();
            if (!entry.attributes.isDirectory()) {
                action.accept(entry.blob());
                return true;
            }
            levels.push(children(entry.key, entry.path));
        }
        return false;
    }

    private Iterator<Entry> children(String folder, Path directory) {
        List<Entry> children = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
            for (Path path : paths) {
                Entry entry = entry(folder, path);
                if (entry != null) {
                    children.add(entry);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Collections.emptyIterator(); // deleted meanwhile
        } catch (DirectoryIteratorException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failure(e);
        }
        Collections.sort(children);
        return children.iterator();
    }

    private @Nullable Entry entry(String folder, Path path) throws IOException {
        BasicFileAttributes attributes = FileTree.attributes(path);
        if (attributes == null) {
            return null;
        }
        if (UnfinishedFile.isOne(path)) {
            UnfinishedFile.deleteWhenAbandoned(path, attributes, clock);
            return null;
        }
        String key = folder + path.getFileName();
        if (!BlobKeys.isValid(key) || !isSpelledLike(path)) {
            return null;
        }
        if (attributes.isDirectory()) {
            String inside = key + "/";
            return inside.startsWith(prefix) || prefix.startsWith(inside) ? new Entry(inside, path, attributes) : null;
        }
        return attributes.isRegularFile() && key.startsWith(prefix) ? new Entry(key, path, attributes) : null;
    }

    /** Tells whether the name of a file survived the way through the encoding of the locale. */
    private static boolean isSpelledLike(Path path) {
        try {
            return path.resolveSibling(String.valueOf(path.getFileName())).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private BlobStoreException failure(IOException e) {
        return new BlobStoreException(
                tree.name(), prefix, "could not be listed: " + FileTree.reason(e) + "; check the directory", e);
    }

    /** A blob, or a folder, whose key then ends in a slash: so it sorts as the keys in it do. */
    private static final class Entry implements Comparable<Entry> {

        private final String key;
        private final Path path;
        private final BasicFileAttributes attributes;
        private final byte[] order;

        Entry(String key, Path path, BasicFileAttributes attributes) {
            this.key = key;
            this.path = path;
            this.attributes = attributes;
            this.order = key.getBytes(UTF_8);
        }

        Blob blob() {
            return new Blob(
                    key, attributes.size(), attributes.lastModifiedTime().toInstant());
        }

        @Override
        public int compareTo(Entry other) {
            return Arrays.compareUnsigned(order, other.order);
        }
    }
}
