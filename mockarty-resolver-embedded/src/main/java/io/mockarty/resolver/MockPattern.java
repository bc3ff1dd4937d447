package io.mockarty.resolver;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of mock files, taken apart.
 *
 * @param text the pattern as it was given
 * @param onClassPath whether it is looked for on the class path
 * @param inFiles whether it is looked for among the files
 * @param rooted whether it starts at the root of either
 * @param fixed the segments before the first glob
 * @param glob what follows them, matched against paths below them; null when the pattern names one file or directory
 */
record MockPattern(
        String text,
        boolean onClassPath,
        boolean inFiles,
        boolean rooted,
        List<String> fixed,
        @Nullable String glob) {

    private static final String CLASS_PATH = "classpath:";
    private static final String FILE = "file:";

    static MockPattern parse(String text) {
        boolean onlyClassPath = text.startsWith(CLASS_PATH);
        boolean onlyFiles = text.startsWith(FILE);
        String path = text.substring(onlyClassPath ? CLASS_PATH.length() : onlyFiles ? FILE.length() : 0);
        if (path.isBlank()) {
            throw new IllegalArgumentException("pattern: \"" + text + "\" (expected: a path such as shop/*.json)");
        }
        int special = firstSpecial(path);
        int end = special < 0 ? path.length() : path.lastIndexOf('/', special) + 1;
        List<String> fixed = Arrays.stream(path.substring(0, end).split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equals("."))
                .toList();
        String glob = special < 0 ? null : path.substring(end);
        if (glob != null) {
            checkSyntax(text, glob);
        }
        return new MockPattern(text, !onlyFiles, !onlyClassPath, path.startsWith("/"), fixed, glob);
    }

    private static int firstSpecial(String path) {
        for (int i = 0; i < path.length(); i++) {
            if ("*?[{\\".indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static void checkSyntax(String text, String glob) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "pattern: \"" + text + "\" (expected: a glob such as shop/*.json; " + e.getDescription() + ")", e);
        }
    }

    /**
     * Puts the fixed segments below a directory of the class path.
     *
     * @param directory the directory, such as {@code io/mockarty}
     * @return the name of the resource; null when it leads out of the class path
     */
    @Nullable
    String resourceIn(String directory) {
        Deque<String> segments = new ArrayDeque<>();
        if (!directory.isEmpty()) {
            segments.addAll(List.of(directory.split("/")));
        }
        for (String segment : fixed) {
            if (!segment.equals("..")) {
                segments.addLast(segment);
            } else if (segments.pollLast() == null) {
                return null;
            }
        }
        return String.join("/", segments);
    }

    /** {@return how many levels below the fixed segments a match may lie} */
    int depth() {
        return glob == null || glob.contains("**")
                ? Integer.MAX_VALUE
                : (int) glob.chars().filter(character -> character == '/').count() + 1;
    }

    /** {@return what tells whether a path is meant, given relative to the directory that the fixed segments name} */
    PathMatcher matcher(Path directory) {
        return glob == null ? below -> true : directory.getFileSystem().getPathMatcher("glob:" + glob);
    }
}
