package io.mockarty.coordinator.cli;

import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.mock.Problem;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.repository.RepositoryException;
import io.mockarty.resolver.MockFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Mock files that are kept in step with the namespaces: a file is taken whole or not at all, and while its new version
 * is bad the old one stays. Of a file for a repository only those mocks are saved that differ from what is kept there.
 * Thread-safe.
 */
final class MockDirectories {

    private final String defaultNamespace;
    private final Function<Path, TemplateRoot> templates;
    private final PrintWriter errors;

    /** Which mocks came from which file: ids by namespace. */
    private final Map<Path, Map<String, Set<String>>> byFile = new HashMap<>();

    /** Files whose last version was not taken, with the names of the template files that have changed since. */
    private final Map<Path, Set<String>> refused = new TreeMap<>();

    /** Those of them that a repository did not take, and may take the next time. */
    private final Set<Path> postponed = new TreeSet<>();

    private List<Path> roots = List.of();

    MockDirectories(String defaultNamespace, Function<Path, TemplateRoot> templates, PrintWriter errors) {
        this.defaultNamespace = defaultNamespace;
        this.templates = templates;
        this.errors = errors;
    }

    /**
     * Loads all files of directories, and single files; a bad one is reported and left out.
     *
     * @throws RepositoryException when a repository takes nothing
     */
    synchronized void load(List<Path> directories, Namespaces namespaces) {
        roots = List.copyOf(directories);
        for (Path directory : directories) {
            MockFiles.list(directory).forEach(file -> take(file, Set.of(), namespaces));
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
        Map<Path, Set<String>> files = new LinkedHashMap<>();
        paths.stream()
                .filter(path -> !Files.exists(path))
                .flatMap(gone -> loadedFrom(gone).stream())
                .forEach(file -> files.put(file, Set.of()));
        paths.stream()
                .filter(path -> Files.exists(path) && MockFiles.isMockFile(directory, path))
                .forEach(file -> files.put(file, Set.of()));
        addUsers(paths.stream().filter(MockDirectories::isTemplate).toList(), files);
        reload(files, namespaces);
    }

    /** Brings the namespaces in step with changed template files. */
    synchronized void templatesChanged(Set<Path> templateFiles, Namespaces namespaces) {
        Map<Path, Set<String>> files = new LinkedHashMap<>();
        addUsers(templateFiles, files);
        reload(files, namespaces);
    }

    /** Brings the namespaces in step with one file. */
    synchronized void reload(Path file, Namespaces namespaces) {
        Map<Path, Set<String>> files = new LinkedHashMap<>();
        files.put(file, Set.of());
        reload(files, namespaces);
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

    /** Adds the mock files that name a template file, each with the names of those. */
    private void addUsers(Collection<Path> templateFiles, Map<Path, Set<String>> files) {
        for (Path template : templateFiles) {
            String name = template.getFileName().toString();
            Stream.concat(byFile.keySet().stream(), refused.keySet().stream())
                    .distinct()
                    .filter(file -> mentions(file, name))
                    .forEach(file -> files.merge(file, Set.of(name), MockDirectories::union));
            // Those that are read anyway, now or when they are mended, may have named it before.
            files.replaceAll((file, names) -> union(names, Set.of(name)));
            refused.replaceAll((file, names) -> union(names, Set.of(name)));
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static boolean mentions(Path file, String name) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(name);
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes over files with the names of template files that have changed, and those that had to wait. */
    private void reload(Map<Path, Set<String>> files, Namespaces namespaces) {
        postponed.forEach(file -> files.putIfAbsent(file, Set.of()));
        files.forEach((file, changedTemplates) -> reload(file, changedTemplates, namespaces));
    }

    private void reload(Path file, Set<String> changedTemplates, Namespaces namespaces) {
        Set<String> before = idsOf(file);
        try {
            take(file, changedTemplates, namespaces);
        } catch (RepositoryException e) {
            refuse(file, changedTemplates, List.of(String.valueOf(e.getMessage())));
            postponed.add(file);
        }
        if (!idsOf(file).containsAll(before)) {
            // Another file may have waited for an id that is free now.
            List.copyOf(refused.keySet()).stream()
                    .filter(other -> !other.equals(file))
                    .forEach(other -> reload(other, Set.of(), namespaces));
        }
    }

    private void take(Path file, Set<String> changedTemplates, Namespaces namespaces) {
        postponed.remove(file);
        try {
            List<Mock> mocks = Files.exists(file) ? MockFiles.readFile(file) : List.of();
            rejectForeignIds(file, byNamespace(mocks));
            Map<String, List<Mock>> wanted = byNamespace(withIds(file, mocks, namespaces));
            rejectForeignIds(file, wanted);
            apply(file, wanted, union(changedTemplates, refused.getOrDefault(file, Set.of())), namespaces);
            refused.remove(file);
        } catch (InvalidMockException e) {
            refuse(
                    file,
                    changedTemplates,
                    e.problems().stream().map(Problem::toString).toList());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            refuse(file, changedTemplates, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** Gives ids that stay to mocks that outlive this process. */
    private List<Mock> withIds(Path file, List<Mock> mocks, Namespaces namespaces) {
        List<Mock> identified = new ArrayList<>();
        for (Mock mock : mocks) {
            boolean needsId =
                    mock.id() == null && namespaces.open(namespaceOf(mock)).isShared();
            String id = FileMocks.id(roots, file, identified.size());
            identified.add(needsId ? mock.toBuilder().id(id).build() : mock);
        }
        return identified;
    }

    private Set<String> idsOf(Path file) {
        Set<String> ids = new TreeSet<>();
        byFile.getOrDefault(file, Map.of())
                .forEach((namespace, names) -> names.forEach(name -> ids.add(namespace + "/" + name)));
        return ids;
    }

    private void refuse(Path file, Set<String> changedTemplates, List<String> problems) {
        refused.merge(file, changedTemplates, MockDirectories::union);
        String kept = byFile.containsKey(file) ? "its old version stays" : "nothing of it is served";
        errors.println("mockarty: " + file + " is not loaded, " + kept + ":");
        problems.forEach(problem -> errors.println("  " + problem));
        errors.flush();
    }

    private Map<String, List<Mock>> byNamespace(List<Mock> mocks) {
        Map<String, List<Mock>> grouped = new LinkedHashMap<>();
        for (Mock mock : mocks) {
            grouped.computeIfAbsent(namespaceOf(mock), key -> new ArrayList<>()).add(mock);
        }
        return grouped;
    }

    private String namespaceOf(Mock mock) {
        return mock.namespace() == null ? defaultNamespace : mock.namespace();
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

    private void apply(Path file, Map<String, List<Mock>> wanted, Set<String> changedTemplates, Namespaces namespaces) {
        TemplateRoot root = templates.apply(file);
        // What one namespace takes must not be served when another refuses its part; and of what a repository keeps,
        // not all is saved.
        wanted.forEach((name, mocks) -> {
            Namespace namespace = namespaces.open(name);
            if (wanted.size() > 1 || namespace.isShared()) {
                namespace.check(mocks, root);
            }
        });
        Map<String, Set<String>> before = byFile.getOrDefault(file, Map.of());
        // At each moment what is served, in case that a repository takes a part only.
        Map<String, Set<String>> now = new HashMap<>(before);
        Set<String> touched = new TreeSet<>(before.keySet());
        touched.addAll(wanted.keySet());
        for (String name : touched) {
            Namespace namespace = namespaces.open(name);
            Set<String> ids = before.getOrDefault(name, Set.of());
            List<Mock> mocks = wanted.getOrDefault(name, List.of());
            now.put(
                    name,
                    namespace.isShared()
                            ? replaceChanged(namespace, ids, mocks, changedTemplates, root)
                            : idsOf(namespace.replace(ids, mocks, root)));
            byFile.put(file, now);
        }
        if (wanted.isEmpty()) {
            byFile.remove(file);
        }
    }

    /** A mock that is saved gets a new version and counts from 0 on all nodes, so those that are kept stay alone. */
    private static Set<String> replaceChanged(
            Namespace namespace,
            Set<String> before,
            List<Mock> mocks,
            Set<String> changedTemplates,
            TemplateRoot root) {
        Set<String> ids = idsOf(mocks);
        Set<String> removed = new TreeSet<>(before);
        removed.removeAll(ids);
        Map<String, Mock> kept = new HashMap<>();
        ids.forEach(id -> namespace.mock(id).ifPresent(mock -> kept.put(id, mock)));
        List<Mock> changed = FileMocks.changed(mocks, kept, changedTemplates);
        if (!removed.isEmpty() || !changed.isEmpty()) {
            namespace.replace(removed, changed, root);
        }
        return ids;
    }

    private static Set<String> idsOf(List<Mock> mocks) {
        Set<String> ids = new TreeSet<>();
        mocks.forEach(mock -> ids.add(String.valueOf(mock.id())));
        return ids;
    }
}
