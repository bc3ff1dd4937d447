package io.mockarty.resolver;

import io.mockarty.json.JsonSyntaxException;
import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.mock.MockCodec;
import io.mockarty.mock.Problem;
import io.mockarty.mock.TemplateRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads mock files, alone or from a directory tree, and reports every problem of every file at once. */
public final class MockFiles {

    /** The subdirectory that holds template files, never mocks. */
    public static final String TEMPLATES = "templates";

    private static final int MAX_LEVELS_UP = 5;

    private MockFiles() {}

    /**
     * Reads the mocks of a file or of all mock files below a directory.
     *
     * @param fileOrDirectory the file or directory
     * @return the mocks, files in the order of their paths
     * @throws InvalidMockException naming every problem with its file, two mocks with one id in two files included
     * @throws UncheckedIOException when something cannot be read
     */
    public static List<Mock> read(Path fileOrDirectory) {
        List<MockFile> files = list(fileOrDirectory).stream().map(MockFile::of).toList();
        return read(files).values().stream().flatMap(List::stream).toList();
    }

    /** Reads files; two mocks with one id in two of them are a problem as well. */
    static Map<MockFile, List<Mock>> read(Collection<MockFile> files) {
        List<Problem> problems = new ArrayList<>();
        Map<String, MockFile> byId = new HashMap<>();
        Map<MockFile, List<Mock>> mocks = new LinkedHashMap<>();
        for (MockFile file : files) {
            try {
                List<Mock> content = readFile(file);
                for (Mock mock : content) {
                    MockFile other = mock.id() == null ? null : byId.put(mock.id(), file);
                    if (other != null) {
                        problems.add(new Problem(
                                file.name() + ": id",
                                "\"" + mock.id() + "\"",
                                "an id that is not used in " + other.name()));
                    }
                }
                mocks.put(file, content);
            } catch (InvalidMockException e) {
                problems.addAll(problemsIn(file, e));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidMockException(problems);
        }
        return mocks;
    }

    /** {@return the problems of a document, each with the file it is in} */
    static List<Problem> problemsIn(MockFile file, InvalidMockException e) {
        return e.problems().stream()
                .map(problem -> new Problem(file.name() + ": " + problem.path(), problem.value(), problem.expected()))
                .toList();
    }

    /**
     * Reads one file.
     *
     * @param file the file
     * @return its mocks
     * @throws InvalidMockException naming every problem with the file
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<Mock> readFile(Path file) {
        return readFile(MockFile.of(file));
    }

    private static List<Mock> readFile(MockFile file) {
        try {
            return MockCodec.readFile(file.path());
        } catch (InvalidMockException e) {
            throw new InvalidMockException(file.name(), e.problems());
        } catch (JsonSyntaxException e) {
            throw new InvalidMockException(file.name(), List.of(syntaxProblem(file.path(), e)));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("mock file not found: " + file.name(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("mock file cannot be read: " + file.name(), e);
        }
    }

    private static Problem syntaxProblem(Path file, JsonSyntaxException e) {
        String format = file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? "JSON" : "YAML";
        String position = "line " + e.line() + ", column " + e.column();
        String message = String.valueOf(e.getMessage());
        return message.startsWith(position + ": ")
                ? new Problem(position, message.substring(position.length() + 2), format)
                : new Problem("document", message, format);
    }

    /**
     * Lists the mock files below a directory, the {@code templates} directory left out.
     *
     * @param fileOrDirectory the directory, or a single file
     * @return the files, sorted
     * @throws UncheckedIOException when the path does not exist or cannot be read
     */
    public static List<Path> list(Path fileOrDirectory) {
        if (!Files.isDirectory(fileOrDirectory)) {
            return List.of(fileOrDirectory);
        }
        return list(fileOrDirectory, Integer.MAX_VALUE, below -> true);
    }

    /** Lists those mock files below a directory whose path from there matches. */
    static List<Path> list(Path directory, int depth, PathMatcher matcher) {
        try (Stream<Path> tree = Files.walk(directory, depth, FileVisitOption.FOLLOW_LINKS)) {
            return tree.filter(file -> Files.isRegularFile(file)
                            && isMockFile(directory, file)
                            && matcher.matches(directory.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("mock directory cannot be read: " + directory, e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("mock directory cannot be read: " + e.getMessage(), e.getCause());
        }
    }

    /**
     * Finds the template files that belong to a mock file or directory: the directory {@code templates} in it, beside
     * it, or in a directory above it.
     *
     * @param fileOrDirectory the mock file or directory
     * @return the root of the template files, an empty one when there is no such directory
     */
    public static TemplateRoot templatesFor(Path fileOrDirectory) {
        Path directory = fileOrDirectory.toAbsolutePath();
        for (int level = 0; directory != null && level < MAX_LEVELS_UP; level++) {
            Path templates = directory.resolve(TEMPLATES);
            if (Files.isDirectory(templates)) {
                return TemplateRoot.of(templates);
            }
            directory = directory.getParent();
        }
        return TemplateRoot.none();
    }

    /**
     * Tells whether a file below a directory holds mocks.
     *
     * @param directory the directory
     * @param file the file
     * @return true for a mock file outside of {@code templates}, whose name and folders do not start with a dot
     */
    public static boolean isMockFile(Path directory, Path file) {
        for (Path part : directory.relativize(file)) {
            if (part.toString().equals(TEMPLATES) || part.toString().startsWith(".")) {
                return false;
            }
        }
        return MockCodec.isMockFile(file);
    }
}
