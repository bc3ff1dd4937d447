package io.mockarty.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every package with classes has a {@code package-info.java} that is documented and {@code @NullMarked}. */
final class PackageInfoRule {

    private PackageInfoRule() {}

    static List<String> violations(List<SourceFile> files) {
        Set<String> complete = files.stream()
                .filter(file -> file.isPackageInfo() && isNullMarked(file) && isDocumented(file))
                .map(SourceFile::packageName)
                .collect(Collectors.toSet());
        return files.stream()
                .map(SourceFile::packageName)
                .distinct()
                // A module declaration is in no package.
                .filter(name -> !name.isEmpty() && !complete.contains(name))
                .sorted()
                .map(name -> "package " + name + " (expected: a package-info.java with Javadoc and @NullMarked)")
                .toList();
    }

    private static boolean isNullMarked(SourceFile file) {
        return file.unit().getPackageAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("NullMarked"));
    }

    private static boolean isDocumented(SourceFile file) {
        CompilationUnitTree unit = file.unit();
        String comment = file.docComment(new TreePath(new TreePath(unit), unit.getPackage()));
        return comment != null && !comment.isBlank();
    }
}
