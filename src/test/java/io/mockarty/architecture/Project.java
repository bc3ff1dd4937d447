package io.mockarty.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project on disk: where the modules keep their sources and their class files. */
record Project(Path root) {

    /** Every module with main code. A directory {@code mockarty-*} that is missing here fails the test. */
    static final List<String> MODULES = List.of(
            "mockarty-coordinator", "mockarty-core", "mockarty-junit5", "mockarty-perf", "mockarty-resolver-embedded");

    /** Finds the project around the working directory, whether a build or an editor runs the test. */
    static Project here() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mockarty-core/pom.xml"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("working directory: "
                        + Path.of("").toAbsolutePath() + " (expected: a directory inside the project)");
            }
        }
        return new Project(directory);
    }

    List<String> moduleDirectories() {
        try (Stream<Path> children = Files.list(root)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> name.startsWith("mockarty-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> mainSources(String module) {
        return files(root.resolve(module).resolve("src/main/java"), ".java");
    }

    List<Path> mainSources() {
        return MODULES.stream().flatMap(module -> mainSources(module).stream()).toList();
    }

    List<Path> testSources() {
        Stream<String> modules = Stream.concat(MODULES.stream(), Stream.of("examples", "."));
        return modules.flatMap(module -> files(root.resolve(module).resolve("src/test/java"), ".java").stream())
                .toList();
    }

    List<Path> mainClasses(String module) {
        return files(root.resolve(module).resolve("target/classes"), ".class");
    }

    List<Path> mainClasses() {
        return MODULES.stream().flatMap(module -> mainClasses(module).stream()).toList();
    }

    String relative(Path file) {
        return root.relativize(file).toString();
    }

    private static List<Path> files(Path directory, String suffix) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
