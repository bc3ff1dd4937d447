package io.mockarty.coordinator.cli;

import io.mockarty.mock.Mock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What lets the mocks of files be recognised in a repository, which outlives the process that saved them there: ids
 * that are the same after each start and on each machine, and whether two documents say the same.
 */
final class FileMocks {

    /** What a namespace adds to a document, or forgets of it, when it saves. */
    private static final Set<String> ADDED =
            Set.of("id", "namespace", "createdAt", "expireAt", "useCounter", "lastUse", "closedAt");

    private FileMocks() {}

    /**
     * Makes the id of a mock that has none: the path of its file below the directory it was found in, and its place in
     * the file. Directories behind the first put their number before it, since two may have files of one name.
     */
    static String id(List<Path> roots, Path file, int index) {
        Path absolute = file.toAbsolutePath().normalize();
        for (int i = 0; i < roots.size(); i++) {
            Path root = roots.get(i).toAbsolutePath().normalize();
            if (absolute.startsWith(root)) {
                Path below = absolute.equals(root) ? absolute.getFileName() : root.relativize(absolute);
                return (i == 0 ? "" : i + 1 + ":") + slashed(below) + ":" + index;
            }
        }
        return slashed(absolute) + ":" + index;
    }

    private static String slashed(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    /** Leaves out the mocks that are kept as they are wanted, but for those whose template files have changed. */
    static List<Mock> changed(List<Mock> mocks, Map<String, Mock> kept, Set<String> changedTemplates) {
        List<Mock> changed = new ArrayList<>();
        for (Mock mock : mocks) {
            Mock known = kept.get(mock.id());
            // The life of a mock with a ttl begins anew, as it does in memory.
            if (known == null
                    || mock.ttl() > 0
                    || !content(mock).equals(content(known))
                    || names(mock, changedTemplates)) {
                changed.add(mock);
            }
        }
        return changed;
    }

    /** Read again from text, because kept documents have been through it. */
    private static Map<String, @Nullable Object> content(Mock mock) {
        Map<String, @Nullable Object> content =
                new LinkedHashMap<>(Mock.fromJson(mock.toJson()).json());
        content.keySet().removeAll(ADDED);
        return content;
    }

    private static boolean names(Mock mock, Set<String> templates) {
        return !templates.isEmpty() && templates.stream().anyMatch(mock.json().toString()::contains);
    }
}
