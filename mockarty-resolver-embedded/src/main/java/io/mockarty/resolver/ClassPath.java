package io.mockarty.resolver;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The directories and jars that a class sees, in the order of its class loaders. Asking a class loader for a directory
 * does not find it in a jar without directory entries, so the jars are looked into here.
 */
final class ClassPath {

    /** How much of a manifest is searched before it is parsed, because those of signed jars are long. */
    private static final int MANIFEST_START = 65_536;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Set<String> names;

    /** By root, which of the names it may have. */
    private final Map<Path, Set<String>> roots = new LinkedHashMap<>();

    private ClassPath(Set<String> names) {
        this.names = names;
    }

    /**
     * Looks for files and directories.
     *
     * @param anchor the class whose class path it is
     * @param names the names, without a slash at either end; an empty one is the root
     * @return by root, which of the names it may have; for a jar without any of them the set is empty
     */
    static Map<Path, Set<String>> find(Class<?> anchor, Set<String> names) {
        ClassPath classPath = new ClassPath(names);
        ClassLoader own = anchor.getClassLoader();
        Deque<ClassLoader> parentsFirst = new ArrayDeque<>();
        for (ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
                loader != null;
                loader = loader.getParent()) {
            parentsFirst.addFirst(loader);
        }
        parentsFirst.forEach(classPath::addRootsOf);
        classPath.addRootsOf(anchor);
        return classPath.roots;
    }

    private void addRootsOf(ClassLoader loader) {
        if (loader instanceof URLClassLoader urls) {
            for (URL url : urls.getURLs()) {
                add(rootOf(url, ""));
            }
        } else if (loader.equals(ClassLoader.getSystemClassLoader())) {
            addApplicationClassPath();
        } else if (!loader.equals(ClassLoader.getPlatformClassLoader())) {
            addAnswers(loader, "");
            addAnswers(loader, JarFile.MANIFEST_NAME);
            names.forEach(name -> addAnswers(loader, name));
        }
    }

    /** An empty entry is the working directory, except that a program started as a module may have no class path. */
    private void addApplicationClassPath() {
        String entries = System.getProperty("java.class.path", "");
        if (entries.isEmpty() && System.getProperty("jdk.module.main") != null) {
            return;
        }
        for (String entry : entries.split(File.pathSeparator)) {
            add(pathNamed(entry));
        }
    }

    /** Finds roots of a class loader that does not tell them by what it answers. */
    private void addAnswers(ClassLoader loader, String name) {
        try {
            Collections.list(loader.getResources(name)).forEach(url -> add(rootOf(url, name)));
        } catch (IOException e) {
            throw new UncheckedIOException("class path cannot be read: " + name, e);
        }
    }

    /** Modules do not stand on the class path, and a directory that patches one only shows by its classes. */
    private void addRootsOf(Class<?> anchor) {
        String name = anchor.getName().replace('.', '/') + ".class";
        URL file = anchor.getResource("/" + name);
        if (file != null) {
            add(rootOf(file, name));
        }
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation() != null) {
            add(rootOf(source.getLocation(), ""));
        }
        ModuleLayer layer = anchor.getModule().getLayer();
        (layer == null ? ModuleLayer.boot() : layer)
                .configuration().modules().stream()
                        .flatMap(module -> module.reference().location().stream())
                        .filter(location -> "file".equals(location.getScheme()))
                        .forEach(location -> add(Path.of(location)));
    }

    /** Returns the directory or jar that a resource was found in; null when it is neither. */
    private static @Nullable Path rootOf(URL resource, String name) {
        String url = resource.toString();
        if (url.startsWith("jar:")) {
            int end = url.indexOf("!/");
            return pathOf(url.substring("jar:".length(), end < 0 ? url.length() : end));
        }
        Path path = pathOf(url);
        for (int i = name.isEmpty() ? 0 : name.split("/").length; i > 0 && path != null; i--) {
            path = path.getParent();
        }
        return path;
    }

    private static @Nullable Path pathOf(String url) {
        if (!url.startsWith("file:")) {
            return null;
        }
        try {
            return Path.of(new URI(url));
        } catch (URISyntaxException e) {
            return pathNamed(url.substring("file:".length())); // a URL made by hand, in which nothing is escaped
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    private static @Nullable Path pathNamed(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private void add(@Nullable Path entry) {
        if (entry == null) {
            return;
        }
        try {
            Path root = entry.toRealPath();
            if (roots.containsKey(root)) {
                return;
            }
            if (Files.isDirectory(root)) {
                roots.put(root, names);
                return;
            }
            Set<String> present = new HashSet<>();
            roots.put(root, present);
            try (ZipFile jar = new ZipFile(root.toFile())) {
                present.addAll(namesIn(jar));
                classPathOf(jar, entry.toUri()).forEach(this::add);
            }
        } catch (IOException e) {
            // Missing entries, and files that are no jars, are common on class paths; the JVM passes over them as well.
        }
    }

    private Set<String> namesIn(ZipFile jar) {
        Set<String> missing = new HashSet<>(names);
        Set<String> present = new HashSet<>();
        Iterator<? extends ZipEntry> entries = jar.entries().asIterator();
        while (entries.hasNext() && !missing.isEmpty()) {
            String entry = entries.next().getName();
            missing.removeIf(name -> isAtOrBelow(entry, name) && present.add(name));
        }
        return present;
    }

    private static boolean isAtOrBelow(String entry, String name) {
        return name.isEmpty()
                || entry.startsWith(name) && (entry.length() == name.length() || entry.charAt(name.length()) == '/');
    }

    private static List<Path> classPathOf(ZipFile jar, URI location) throws IOException {
        ZipEntry manifest = jar.getEntry(JarFile.MANIFEST_NAME);
        if (manifest == null) {
            return List.of();
        }
        try (InputStream in = jar.getInputStream(manifest)) {
            byte[] start = in.readNBytes(MANIFEST_START);
            if (!new String(start, StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains("class-path:")) {
                return List.of();
            }
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), in);
            String entries = new Manifest(all).getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return entries == null
                    ? List.of()
                    : SPACES.splitAsStream(entries.strip())
                            .map(entry -> resolve(location, entry))
                            .filter(Objects::nonNull)
                            .toList();
        }
    }

    private static @Nullable Path resolve(URI location, String entry) {
        try {
            return pathOf(location.resolve(entry).toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
