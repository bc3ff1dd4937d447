package io.mockarty.resolver;

import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.mock.Problem;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.Namespace;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the mock files that patterns name. Jars that have some of them are open until this is closed. */
final class MockPatterns implements AutoCloseable {

    private final List<MockPattern> patterns;
    private final String packageDirectory;
    private final ClassPath classPath;
    private final Map<Path, FileSystem> openJars = new HashMap<>();

    private MockPatterns(Class<?> anchor, List<MockPattern> patterns) {
        this.patterns = patterns;
        packageDirectory = anchor.getPackageName().replace('.', '/');
        classPath = new ClassPath(anchor);
    }

    /**
     * Saves the mocks of all files that patterns name in one step, see {@link MockartyServer#load(Class, String...)}.
     */
    static List<Mock> load(Class<?> anchor, String[] patterns, Namespace namespace, TemplateRoot configured) {
        if (patterns.length == 0) {
            throw new IllegalArgumentException("patterns: none (expected: at least one, such as shop/*.json)");
        }
        List<MockPattern> parsed =
                Arrays.stream(patterns).map(MockPattern::parse).toList();
        try (MockPatterns found = new MockPatterns(anchor, parsed)) {
            Map<MockFile, List<Mock>> mocks = MockFiles.read(found.files());
            return save(mocks, namespace, configured.isNone() ? templatesFor(mocks.keySet()) : configured);
        }
    }

    private static TemplateRoot templatesFor(Collection<MockFile> files) {
        return TemplateRoot.anyOf(
                files.stream().map(file -> MockFiles.templatesFor(file.path())).toList());
    }

    private static List<Mock> save(Map<MockFile, List<Mock>> mocks, Namespace namespace, TemplateRoot templates) {
        try {
            return namespace.replace(
                    List.of(), mocks.values().stream().flatMap(List::stream).toList(), templates);
        } catch (InvalidMockException e) {
            List<Problem> problems = new ArrayList<>();
            mocks.forEach((file, content) -> {
                try {
                    namespace.check(content, templates);
                } catch (InvalidMockException ofFile) {
                    problems.addAll(MockFiles.problemsIn(file, ofFile));
                }
            });
            throw problems.isEmpty() ? e : new InvalidMockException(problems);
        }
    }

    private Collection<MockFile> files() {
        Map<String, MockFile> byIdentity = new LinkedHashMap<>();
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        for (MockPattern pattern : patterns) {
            Set<String> lookedIn = new LinkedHashSet<>();
            Collection<MockFile> files = find(pattern, lookedIn);
            if (files.isEmpty()) {
                missing.put(pattern.text(), lookedIn);
            }
            for (MockFile file : files) {
                byIdentity.putIfAbsent(identity(file), file);
            }
        }
        if (!missing.isEmpty()) {
            throw notFound(missing);
        }
        return byIdentity.values();
    }

    private static UncheckedIOException notFound(Map<String, Set<String>> missing) {
        List<String> lines = missing.entrySet().stream()
                .map(entry -> entry.getKey() + " (looked in: " + String.join(", ", entry.getValue()) + ")")
                .toList();
        return new UncheckedIOException(
                lines.size() == 1
                        ? "mock file not found: " + lines.get(0)
                        : "mock files not found:\n  " + String.join("\n  ", lines),
                new NoSuchFileException(String.join(", ", missing.keySet())));
    }

    private static String identity(MockFile file) {
        try {
            return file.identity();
        } catch (IOException e) {
            throw new UncheckedIOException("mock file cannot be read: " + file.name(), e);
        }
    }

    /** The directories of the class path that a pattern is relative to, in the order in which they are tried. */
    private Stream<String> directories(MockPattern pattern) {
        if (!pattern.onClassPath()) {
            return Stream.empty();
        }
        return pattern.rooted()
                ? Stream.of("")
                : Stream.of(packageDirectory, "").distinct();
    }

    private Collection<MockFile> find(MockPattern pattern, Set<String> lookedIn) {
        for (String directory : directories(pattern).toList()) {
            lookedIn.add(directory.isEmpty() ? "class path root" : "class path " + directory + "/");
            Collection<MockFile> files = findOnClassPath(pattern, directory);
            if (!files.isEmpty()) {
                return files;
            }
        }
        if (!pattern.inFiles()) {
            return List.of();
        }
        Path start = Path.of(pattern.rooted() ? File.separator : "").toAbsolutePath();
        lookedIn.add("directory " + start);
        return below(start, String.join("/", pattern.fixed()), pattern).stream()
                .map(MockFile::of)
                .toList();
    }

    private Collection<MockFile> findOnClassPath(MockPattern pattern, String directory) {
        String name = pattern.resourceIn(directory);
        Map<String, MockFile> byName = new TreeMap<>();
        for (ClassPath.Location location : name == null ? Set.<ClassPath.Location>of() : classPath.find(name)) {
            Path path = location.path();
            Path start = location.inJar() ? open(path).getPath("/" + name) : path;
            for (Path file : below(start, "", pattern)) {
                byName.putIfAbsent(
                        start.relativize(file).toString().replace(File.separatorChar, '/'),
                        location.inJar() ? MockFile.inJar(path, file) : MockFile.of(file));
            }
        }
        return byName.values();
    }

    private static List<Path> below(Path root, String name, MockPattern pattern) {
        try {
            Path start = root.resolve(name).normalize();
            if (Files.isDirectory(start)) {
                PathMatcher matcher = pattern.matcher(start);
                return MockFiles.list(start, pattern.depth(), matcher);
            }
            return pattern.glob() == null && Files.isRegularFile(start) ? List.of(start) : List.of();
        } catch (InvalidPathException e) {
            return List.of(); // no file can have this name
        }
    }

    /** A file system of our own, because the one that a URI names is shared and may be closed by others. */
    private FileSystem open(Path jar) {
        return openJars.computeIfAbsent(jar, path -> {
            try {
                return FileSystems.newFileSystem(path);
            } catch (IOException e) {
                throw new UncheckedIOException("jar cannot be read: " + path, e);
            }
        });
    }

    @Override
    public void close() {
        for (FileSystem jar : openJars.values()) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException("jar cannot be closed: " + jar, e);
            }
        }
    }
}
