package io.mockarty.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The directory that {@code payloadTemplatePath}, {@code templatePath} and {@code valueFromFile} are read from, or
 * several. No path leads out of it, not even through a symbolic link. Immutable and thread-safe.
 */
public final class TemplateRoot {

    private final List<Path> directories;

    private TemplateRoot(List<Path> directories) {
        this.directories = directories;
    }

    /** {@return a root under which no file is found} */
    public static TemplateRoot none() {
        return new TemplateRoot(List.of());
    }

    /**
     * Creates a root.
     *
     * @param directory the directory; it need not exist yet
     * @return the root
     */
    public static TemplateRoot of(Path directory) {
        return new TemplateRoot(List.of(directory.toAbsolutePath().normalize()));
    }

    /**
     * Joins roots, for mocks from several places that are saved in one step. A file is read from the one that has it;
     * reading it fails when two of them have different ones.
     *
     * @param roots the roots; may be empty
     * @return the root
     */
    public static TemplateRoot anyOf(Collection<TemplateRoot> roots) {
        return new TemplateRoot(roots.stream()
                .flatMap(root -> root.directories.stream())
                .distinct()
                .toList());
    }

    /** {@return true when this is the root under which no file is found} */
    public boolean isNone() {
        return directories.isEmpty();
    }

    /**
     * Reads a file.
     *
     * @param file a path relative to the root
     * @return its content
     * @throws IllegalArgumentException saying what was expected, when the path leads out of the root, or no such file
     *     is there, or it cannot be read
     */
    public byte[] read(String file) {
        if (directories.isEmpty()) {
            throw new IllegalArgumentException("a file under the template root, but no template root is configured");
        }
        try {
            return Files.readAllBytes(find(file));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("a file name; " + e.getReason(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("a file that can be read; " + e, e);
        }
    }

    private Path find(String file) throws IOException {
        Path found = null;
        for (Path directory : directories) {
            Path path = find(directory, file);
            if (found != null && path != null && Files.mismatch(found, path) >= 0) {
                throw new IllegalArgumentException(
                        "a file that is the same under all template roots, unlike " + found + " and " + path);
            }
            found = found == null ? path : found;
        }
        if (found == null) {
            throw new IllegalArgumentException("a file under the template root "
                    + directories.stream().map(Path::toString).collect(Collectors.joining(" or ")));
        }
        return found;
    }

    private static @Nullable Path find(Path directory, String file) throws IOException {
        Path path = directory.resolve(file).normalize();
        if (!path.startsWith(directory)) {
            throw new IllegalArgumentException("a path that stays inside the template root");
        }
        if (!Files.isRegularFile(path)) {
            return null;
        }
        if (!path.toRealPath().startsWith(directory.toRealPath())) {
            throw new IllegalArgumentException("a file inside the template root, not a link out of it");
        }
        return path;
    }
}
