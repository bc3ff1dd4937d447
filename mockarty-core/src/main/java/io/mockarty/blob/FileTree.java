package io.mockarty.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paths below a directory. Whatever it returns lies inside: every folder on the way is looked at, and a symbolic
 * link is never taken.
 *
 * @param name the name of the store, for messages
 * @param root the directory, as a real path
 */
record FileTree(String name, Path root) {

    /** Returns the path of a blob when its folder exists, or null. */
    @Nullable
    Path find(String key) throws IOException {
        List<String> names = BlobKeys.names(key);
        Path path = root;
        for (String folder : names.subList(0, names.size() - 1)) {
            path = child(path, folder, key);
            BasicFileAttributes attributes = attributes(path);
            if (attributes == null || !attributes.isDirectory()) {
                return null;
            }
        }
        return child(path, names.get(names.size() - 1), key);
    }

    /** Returns the path of a blob, whose folder is there when the method returns. */
    Path make(String key) throws IOException {
        List<String> names = BlobKeys.names(key);
        Path path = root;
        for (String folder : names.subList(0, names.size() - 1)) {
            path = child(path, folder, key);
            makeFolder(path, key);
        }
        return child(path, names.get(names.size() - 1), key);
    }

    private void makeFolder(Path folder, String key) throws IOException {
        BasicFileAttributes attributes = attributes(folder);
        if (attributes == null) {
            try {
                Files.createDirectory(folder);
                sync(folder.resolveSibling(""));
            } catch (FileAlreadyExistsException e) {
                attributes = attributes(folder); // somebody else was faster
            }
        }
        if (attributes != null && !attributes.isDirectory()) {
            throw new BlobStoreException(
                    name,
                    key,
                    root.relativize(folder) + " is " + kind(attributes)
                            + " (expected: a folder, or nothing; choose another key, or move what is there)");
        }
    }

    /** Makes sure that a file may be moved here: only another blob, or nothing, may be in its place. */
    void checkReplaceable(Path path, String key) throws IOException {
        BasicFileAttributes attributes = attributes(path);
        if (attributes != null && attributes.isDirectory()) {
            deleteEmpty(path);
            attributes = attributes(path);
        }
        if (attributes != null && !attributes.isRegularFile()) {
            throw new BlobStoreException(
                    name,
                    key,
                    "is " + kind(attributes)
                            + " (expected: a blob, or nothing; choose another key, or move what is there)");
        }
    }

    private static String kind(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return "a symbolic link, which is not followed";
        }
        if (attributes.isDirectory()) {
            return "a folder of other blobs";
        }
        return attributes.isRegularFile() ? "a blob" : "a special file";
    }

    /** Removes a folder and those around it, as far as they are empty. */
    void deleteEmptyFolders(@Nullable Path innermost) {
        for (Path folder = innermost; folder != null && !folder.equals(root); folder = folder.getParent()) {
            try {
                Files.delete(folder);
            } catch (IOException e) {
                return; // not empty, or somebody else was faster
            }
        }
    }

    /** Removes a folder in which there are only folders; files are never removed. */
    private static void deleteEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    deleteEmpty(child);
                }
            }
            Files.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            return; // the caller looks again
        }
    }

    /** Returns what is at a path, a symbolic link being itself, or null when nothing is. */
    static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        }
    }

    private Path child(Path folder, String child, String key) {
        try {
            return folder.resolve(child);
        } catch (InvalidPathException e) {
            throw new BlobStoreException(
                    name,
                    key,
                    "the file system cannot hold this name: " + e.getReason()
                            + " (expected: a locale with UTF-8, as LC_ALL=C.UTF-8, or another key)",
                    e);
        }
    }

    /** Makes the entries of a folder outlive a power cut, where the operating system can be asked to. */
    static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return; // folders cannot be opened on Windows, which writes them through
        }
    }

    /** Says in words what went wrong. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException file) {
            return file.getReason() != null ? file.getReason() : e.getClass().getSimpleName() + " " + file.getFile();
        }
        return e.getMessage() != null ? e.getMessage() : e.getClass().getSimpleName();
    }
}
