package io.mockarty.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of packages: which of our packages each may use. Each line reads {@code package : allowed allowed ...}, with
 * package names below the common root.
 *
 * <ul>
 *   <li>{@code http..} is the package with its subpackages, which use each other freely
 *   <li>{@code mock.Problem*} allows only the types of {@code mock} whose names start so
 *   <li>{@code ABOVE} allows all packages of the lines above
 *   <li>{@code CORE = ABOVE} gives a name to several packages
 *   <li>{@code #} starts a comment
 * </ul>
 */
final class PackageBorders {

    private final String root;
    private final Map<String, List<String>> allowed = new LinkedHashMap<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    PackageBorders(String root, String table) {
        this.root = root;
        table.lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(this::addLine);
    }

    private void addLine(String line) {
        String[] sides = line.split("[:=]", 2);
        if (sides.length != 2) {
            throw new IllegalArgumentException("table line: " + line + " (expected: package : allowed packages)");
        }
        Map<String, List<String>> target = line.contains("=") ? groups : allowed;
        target.put(sides[0].strip(), expand(sides[1].strip()));
    }

    private List<String> expand(String names) {
        return Stream.of(names.split("\\s+"))
                .filter(name -> !name.isEmpty())
                .flatMap(name -> name.equals("ABOVE")
                        ? allowed.keySet().stream()
                        : groups.getOrDefault(name, List.of(name)).stream())
                .toList();
    }

    /** Returns one message for each class outside the table and each dependency that the table does not allow. */
    List<String> violations(JavaClasses classes) {
        return classes.stream().flatMap(this::violations).distinct().sorted().toList();
    }

    private Stream<String> violations(JavaClass from) {
        String room = room(from.getPackageName());
        if (room == null) {
            return Stream.of("package " + from.getPackageName() + " is not in the table of ArchitectureTest"
                    + " (expected: a line that says which of our packages it may use)");
        }
        return from.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isOurs(dependency.getTargetClass().getBaseComponentType()))
                .filter(dependency ->
                        !isAllowed(room, dependency.getTargetClass().getBaseComponentType()))
                .map(dependency -> describe(room, dependency));
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private boolean isAllowed(String room, JavaClass target) {
        String name = target.getFullName().substring(root.length() + 1);
        String packageName = below(target.getPackageName());
        return covers(room, packageName)
                || allowed.get(room).stream()
                        .anyMatch(entry -> entry.endsWith("*")
                                ? name.startsWith(entry.substring(0, entry.length() - 1))
                                : covers(entry, packageName));
    }

    private @Nullable String room(String packageName) {
        return allowed.keySet().stream()
                .filter(room -> covers(room, below(packageName)))
                .findFirst()
                .orElse(null);
    }

    private static boolean covers(String entry, String packageName) {
        if (entry.endsWith("..")) {
            String base = entry.substring(0, entry.length() - 2);
            return packageName.equals(base) || packageName.startsWith(base + ".");
        }
        return packageName.equals(entry);
    }

    private String below(String packageName) {
        return packageName.equals(root) ? "" : packageName.substring(root.length() + 1);
    }

    private String describe(String room, Dependency dependency) {
        return "%s may not use %s: %s"
                .formatted(
                        room,
                        below(dependency.getTargetClass().getBaseComponentType().getPackageName()),
                        dependency.getDescription());
    }
}
