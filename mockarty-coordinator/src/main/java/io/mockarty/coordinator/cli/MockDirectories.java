package io.mockarty.coordinator.cli;

import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.mock.Problem;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.resolver.MockFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Mock files that are kept in step with the namespaces: a file is taken whole or not at all, and while its new version
 * is bad the old one stays. Thread-safe.
 */
final class MockDirectories {

    private final List<Path> directories;
    private final String defaultNamespace;
    private final Function<Path, TemplateRoot> templates;
    private final PrintWriter errors;

    /** Which mocks came from which file: ids by namespace. */
    private final Map<Path, Map<String, Set<String>>> byFile = new HashMap<>();

    MockDirectories(
            List<Path> directories,
            String defaultNamespace,
            Function<Path, TemplateRoot> templates,
            PrintWriter errors) {
        this.directories = directories;
        this.defaultNamespace = defaultNamespace;
        this.templates = templates;
        this.errors = errors;
    }

    /** Loads all files; a bad one is reported and left out. */
    void loadInto(Namespaces namespaces) {
        for (Path directory : directories) {
            MockFiles.list(directory).forEach(file -> reload(file, namespaces));
        }
    }

    /** How many mocks are served from files now. */
    synchronized int size() {
        return byFile.values().stream()
                .flatMap(ids -> ids.values().stream())
                .mapToInt(Set::size)
                .sum();
    }

    /** Starts to reload files as they change. */
    void watch(Namespaces namespaces) throws IOException {
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                new DirectoryWatcher(
                                directory,
                                files -> files.stream()
                                        .filter(file -> MockFiles.isMockFile(directory, file))
                                        .forEach(file -> reload(file, namespaces)))
                        .start();
            }
        }
    }

    /** Brings the namespaces in step with one file. */
    private synchronized void reload(Path file, Namespaces namespaces) {
        try {
            List<Mock> mocks = Files.exists(file) ? MockFiles.readFile(file) : List.of();
            Map<String, List<Mock>> wanted = byNamespace(mocks);
            rejectForeignIds(file, wanted);
            apply(file, wanted, namespaces);
        } catch (InvalidMockException | UncheckedIOException e) {
            String kept = byFile.containsKey(file) ? "; its old version stays" : "; nothing of it is served";
            errors.println("mockarty: " + file + " not loaded" + kept + ". " + e.getMessage());
            errors.flush();
        }
    }

    private Map<String, List<Mock>> byNamespace(List<Mock> mocks) {
        Map<String, List<Mock>> grouped = new LinkedHashMap<>();
        for (Mock mock : mocks) {
            String name = mock.namespace() == null ? defaultNamespace : mock.namespace();
            grouped.computeIfAbsent(name, key -> new ArrayList<>()).add(mock);
        }
        return grouped;
    }

    /** An id belongs to the file that brought it first. */
    private void rejectForeignIds(Path file, Map<String, List<Mock>> wanted) {
        List<Problem> problems = new ArrayList<>();
        wanted.forEach((namespace, mocks) -> mocks.forEach(mock -> byFile.forEach((other, ids) -> {
            if (!other.equals(file) && ids.getOrDefault(namespace, Set.of()).contains(mock.id())) {
                problems.add(new Problem("id", "\"" + mock.id() + "\"", "an id that is not used in " + other));
            }
        })));
        if (!problems.isEmpty()) {
            throw new InvalidMockException(problems);
        }
    }

    private void apply(Path file, Map<String, List<Mock>> wanted, Namespaces namespaces) {
        wanted.forEach((name, mocks) -> namespaces.open(name).check(mocks, templates.apply(file)));
        Map<String, Set<String>> before = byFile.getOrDefault(file, Map.of());
        Map<String, Set<String>> after = new HashMap<>();
        Set<String> touched = new TreeSet<>(before.keySet());
        touched.addAll(wanted.keySet());
        for (String name : touched) {
            Namespace namespace = namespaces.open(name);
            Set<String> ids = new TreeSet<>();
            List<Mock> mocks = wanted.getOrDefault(name, List.of());
            namespace
                    .replace(before.getOrDefault(name, Set.of()), mocks, templates.apply(file))
                    .forEach(saved -> ids.add(String.valueOf(saved.id())));
            after.put(name, ids);
        }
        byFile.put(file, after);
    }
}
