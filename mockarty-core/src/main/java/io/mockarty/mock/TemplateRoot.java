package io.mockarty.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The directory that {@code payloadTemplatePath}, {@code templatePath} and {@code valueFromFile} are read from. No path
 * leads out of it, not even through a symbolic link. Immutable and thread-safe.
 */
public final class TemplateRoot {

    private final @Nullable Path directory;

    private TemplateRoot(@Nullable Path directory) {
        this.directory = directory;
    }

    /** {@return a root under which no file is found} */
    public static TemplateRoot none() {
        return new TemplateRoot(null);
    }

    /**
     * Creates a root.
     *
     * @param directory the directory; it need not exist yet
     * @return the root
     */
    public static TemplateRoot of(Path directory) {
        return new TemplateRoot(directory.toAbsolutePath().normalize());
    }

    /** {@return true when this is the root under which no file is found} */
    public boolean isNone() {
        return directory == null;
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
        if (directory == null) {
            throw new IllegalArgumentException("a file under the template root, but no template root is configured");
        }
        try {
            Path path = directory.resolve(file).normalize();
            if (!path.startsWith(directory)) {
                throw new IllegalArgumentException("a path that stays inside the template root");
            }
            if (!Files.isRegularFile(path)) {
                throw new IllegalArgumentException("a file under the template root " + directory);
            }
            if (!path.toRealPath().startsWith(directory.toRealPath())) {
                throw new IllegalArgumentException("a file inside the template root, not a link out of it");
            }
            return Files.readAllBytes(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("a file name; " + e.getReason(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("a file that can be read; " + e, e);
        }
    }
}
