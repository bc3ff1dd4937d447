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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Mock files that are kept in step with the namespaces: a file is taken whole or not at all, and while its new version
 * is bad the old one stays. Thread-safe.
 */
final class MockDirectories {

    private final String defaultNamespace;
    private final Function<Path, TemplateRoot> templates;
    private final PrintWriter errors;

    /** Which mocks came from which file: ids by namespace. */
    private final Map<Path, Map<String, Set<String>>> byFile = new HashMap<>();

    /** Files whose last version was not taken. */
    private final Set<Path> refused = new TreeSet<>();

    MockDirectories(String defaultNamespace, Function<Path, TemplateRoot> templates, PrintWriter errors) {
        this.defaultNamespace = defaultNamespace;
        this.templates = templates;
        this.errors = errors;
    }

    /** Loads all files of directories, and single files; a bad one is reported and left out. */
    synchronized void load(List<Path> directories, Namespaces namespaces) {
        for (Path directory : directories) {
            MockFiles.list(directory).forEach(file -> reload(file, namespaces));
        }
    }

    /** How many mocks are served from files now. */
    synchronized int size() {
        return byFile.keySet().stream().mapToInt(file -> idsOf(file).size()).sum();
    }

    /**
     * Brings the namespaces in step with what has changed below a directory. Files that are gone come first, because a
     * file that was renamed brings the same ids under its new name.
     */
    synchronized void changed(Path directory, Set<Path> paths, Namespaces namespaces) {
        Set<Path> files = new LinkedHashSet<>();
        paths.stream().filter(path -> !Files.exists(path)).forEach(gone -> files.addAll(loadedFrom(gone)));
        paths.stream()
                .filter(path -> Files.exists(path) && MockFiles.isMockFile(directory, path))
                .forEach(files::add);
        paths.stream().filter(MockDirectories::isTemplate).forEach(template -> files.addAll(usersOf(template)));
        files.forEach(file -> reload(file, namespaces));
    }

    /** Brings the namespaces in step with changed template files. */
    synchronized void templatesChanged(Set<Path> templateFiles, Namespaces namespaces) {
        Set<Path> files = new LinkedHashSet<>();
        templateFiles.forEach(template -> files.addAll(usersOf(template)));
        files.forEach(file -> reload(file, namespaces));
    }

    /** The files that were loaded from a path: the path itself, or all files of a directory that was there. */
    private List<Path> loadedFrom(Path path) {
        return byFile.keySet().stream().filter(file -> file.startsWith(path)).toList();
    }

    private static boolean isTemplate(Path path) {
        for (Path part : path) {
            if (part.toString().equals(MockFiles.TEMPLATES)) {
                return true;
            }
        }
        return false;
    }

    /** The mock files that name a template file. */
    private List<Path> usersOf(Path template) {
        String name = template.getFileName().toString();
        return Stream.concat(byFile.keySet().stream(), refused.stream())
                .distinct()
                .filter(file -> mentions(file, name))
                .toList();
    }

    private static boolean mentions(Path file, String name) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(name);
        } catch (IOException e) {
            return false;
        }
    }

    /** Brings the namespaces in step with one file. */
    synchronized void reload(Path file, Namespaces namespaces) {
        Set<String> before = idsOf(file);
        try {
            List<Mock> mocks = Files.exists(file) ? MockFiles.readFile(file) : List.of();
            Map<String, List<Mock>> wanted = byNamespace(mocks);
            rejectForeignIds(file, wanted);
            apply(file, wanted, namespaces);
            refused.remove(file);
        } catch (InvalidMockException e) {
            refuse(file, e.problems().stream().map(Problem::toString).toList());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            refuse(file, List.of(String.valueOf(e.getMessage())));
        }
        if (!idsOf(file).containsAll(before)) {
            // Another file may have waited for an id that is free now.
            List.copyOf(refused).stream()
                    .filter(other -> !other.equals(file))
                    .forEach(other -> reload(other, namespaces));
        }
    }

    private Set<String> idsOf(Path file) {
        Set<String> ids = new TreeSet<>();
        byFile.getOrDefault(file, Map.of())
                .forEach((namespace, names) -> names.forEach(name -> ids.add(namespace + "/" + name)));
        return ids;
    }

    private void refuse(Path file, List<String> problems) {
        refused.add(file);
        String kept = byFile.containsKey(file) ? "its old version stays" : "nothing of it is served";
        errors.println("mockarty: " + file + " is not loaded, " + kept + ":");
        problems.forEach(problem -> errors.println("  " + problem));
        errors.flush();
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
        wanted.forEach((namespace, mocks) -> mocks.stream()
                .map(Mock::id)
                .filter(Objects::nonNull)
                .forEach(id -> byFile.forEach((other, ids) -> {
                    if (!other.equals(file)
                            && ids.getOrDefault(namespace, Set.of()).contains(id)) {
                        problems.add(new Problem("id", "\"" + id + "\"", "an id that is not used in " + other));
                    }
                })));
        if (!problems.isEmpty()) {
            throw new InvalidMockException(problems);
        }
    }

    private void apply(Path file, Map<String, List<Mock>> wanted, Namespaces namespaces) {
        if (wanted.size() > 1) {
            // What one namespace takes must not be served when another refuses its part.
            wanted.forEach((name, mocks) -> namespaces.open(name).check(mocks, templates.apply(file)));
        }
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
        if (wanted.isEmpty()) {
            byFile.remove(file);
        } else {
            byFile.put(file, after);
        }
    }
}
