package io.mockarty.acceptance.isolated;

import io.mockarty.acceptance.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the isolated projects are built: copies below {@code target}, away from the sources and from each other. */
final class Workshop {

    private static final Path ROOT = Repository.path("src/test/target/isolated");
    private static final String VERSION = System.getProperty("mockarty.version", "0.1.0-SNAPSHOT");

    private Workshop() {}

    /** Returns an empty directory. */
    static Path directory(String name) throws IOException {
        Path directory = ROOT.resolve(name);
        if (Files.exists(directory)) {
            for (Path file : tree(directory).sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return Files.createDirectories(directory);
    }

    /** Returns the Java files of a project in {@code src/test/it}. */
    static List<Path> sources(String project) {
        return tree(Repository.path("src/test/it").resolve(project))
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Returns a fresh copy of a project in {@code src/test/it}. */
    static Path project(String name) throws IOException {
        Path copy = directory(name);
        Path original = Repository.path("src/test/it").resolve(name);
        for (Path file : tree(original).filter(Files::isRegularFile).toList()) {
            copy(file, copy.resolve(original.relativize(file)));
        }
        return copy;
    }

    /**
     * Returns a Maven repository with what we publish and users of the JUnit extension need, laid out as {@code mvn
     * install} does.
     */
    static Path repository() throws IOException {
        Path repository = directory("repository");
        publish(repository, Path.of("pom.xml"), "mockarty-parent");
        for (String module : List.of("mockarty-core", "mockarty-resolver-embedded", "mockarty-junit5")) {
            Path published = publish(repository, Path.of(module, "pom.xml"), module);
            copy(jar(module), published.resolve(module + "-" + VERSION + ".jar"));
        }
        return repository;
    }

    private static Path publish(Path repository, Path pom, String name) throws IOException {
        Path published = repository.resolve(Path.of("io", "mockarty", name, VERSION));
        copy(Repository.path(pom.toString()), published.resolve(name + "-" + VERSION + ".pom"));
        return published;
    }

    /** Returns the jar of a module of this build. */
    static Path jar(String module) {
        return Repository.path(module).resolve(Path.of("target", module + "-" + VERSION + ".jar"));
    }

    static String version() {
        return VERSION;
    }

    private static Stream<Path> tree(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
