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
import java.util.ArrayList;
import java.util.HashMap;
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
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        List<Mock> mocks = new ArrayList<>();
        for (Path file : list(fileOrDirectory)) {
            try {
                for (Mock mock : readFile(file)) {
                    Path other = mock.id() == null ? null : files.put(mock.id(), file);
                    if (other != null) {
                        problems.add(new Problem(
                                file + ": id", "\"" + mock.id() + "\"", "an id that is not used in " + other));
                    }
                    mocks.add(mock);
                }
            } catch (InvalidMockException e) {
                e.problems()
                        .forEach(problem -> problems.add(
                                new Problem(file + ": " + problem.path(), problem.value(), problem.expected())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidMockException(problems);
        }
        return mocks;
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
        try {
            return MockCodec.readFile(file);
        } catch (InvalidMockException e) {
            throw new InvalidMockException(file.toString(), e.problems());
        } catch (JsonSyntaxException e) {
            throw new InvalidMockException(file.toString(), List.of(syntaxProblem(file, e)));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("mock file not found: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("mock file cannot be read: " + file, e);
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
        try (Stream<Path> tree = Files.walk(fileOrDirectory, FileVisitOption.FOLLOW_LINKS)) {
            return tree.filter(file -> Files.isRegularFile(file) && isMockFile(fileOrDirectory, file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("mock directory cannot be read: " + fileOrDirectory, e);
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
