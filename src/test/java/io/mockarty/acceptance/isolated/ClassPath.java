package io.mockarty.acceptance.isolated;

import io.mockarty.acceptance.Repository;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A flat list of jars and directories.
 *
 * @param entries in the order in which classes are looked for
 */
record ClassPath(List<Path> entries) {

    /**
     * Returns what Gradle would choose for an application with the libraries in {@code src/test/libraries} and
     * Mockarty: one version of each library, the highest that anybody asks for; in alphabetical order.
     */
    static ClassPath ofHighestVersions() throws IOException {
        List<Path> all = new ArrayList<>();
        all.add(Workshop.jar("mockarty-junit5"));
        for (String module : List.of("mockarty-junit5", "src/test/libraries")) {
            String list = Files.readString(Repository.path(module).resolve("target/class-path.txt"));
            for (String jar : list.strip().split(File.pathSeparator)) {
                all.add(Path.of(jar));
            }
        }
        Map<Path, Path> highest = new TreeMap<>();
        for (Path jar : all) {
            highest.merge(library(jar), jar, ClassPath::higher);
        }
        return new ClassPath(highest.values().stream()
                .sorted(Comparator.comparing(Path::getFileName))
                .toList());
    }

    /** In a local repository, the directory of the library holds one directory for each version. */
    private static Path library(Path jar) {
        return jar.getParent().getParent();
    }

    private static Path higher(Path one, Path other) {
        return version(one).compareTo(version(other)) >= 0 ? one : other;
    }

    private static Version version(Path jar) {
        return Version.parse(jar.getParent().getFileName().toString());
    }

    /** Returns this class path with one more entry at the end. */
    ClassPath and(Path entry) {
        List<Path> more = new ArrayList<>(entries);
        more.add(entry);
        return new ClassPath(List.copyOf(more));
    }

    ClassPath reversed() {
        List<Path> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return new ClassPath(List.copyOf(reversed));
    }

    /** Returns it as the option {@code -cp} takes it. */
    @Override
    public String toString() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
