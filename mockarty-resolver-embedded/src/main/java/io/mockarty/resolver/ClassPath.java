package io.mockarty.resolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a class sees, by name: the directories and jars that hold it. Immutable and thread-safe. */
final class ClassPath {

    private static final String JAR = "jar:";

    private final Class<?> anchor;

    /** Where a class loader finds something: at a path, or in the jar that the path leads to. */
    record Location(Path path, boolean inJar) {}

    ClassPath(Class<?> anchor) {
        this.anchor = anchor;
    }

    /**
     * Looks for a directory or file.
     *
     * @param name the name, without a slash at either end
     * @return where it is, in the order of the class path; a directory in a jar shows by its entry only
     */
    Set<Location> find(String name) {
        ClassLoader own = anchor.getClassLoader();
        ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
        Set<Location> found = new LinkedHashSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(name))) {
                Location location = location(url);
                if (location != null) {
                    found.add(location);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("class path cannot be read: " + name, e);
        }
        return found;
    }

    private static @Nullable Location location(URL resource) {
        String url = resource.toString();
        if (!url.startsWith(JAR)) {
            Path path = path(url);
            return path == null ? null : new Location(path, false);
        }
        int end = url.indexOf("!/");
        Path jar = end < 0 ? null : path(url.substring(JAR.length(), end));
        return jar == null ? null : new Location(jar, true);
    }

    /** The file that a URL names, escaped or not, or null for anything else. */
    private static @Nullable Path path(String url) {
        if (!url.startsWith("file:")) {
            return null;
        }
        try {
            return Path.of(new URI(url));
        } catch (URISyntaxException e) {
            return Path.of(url.substring("file:".length()));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
