package io.mockarty.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The build runs the classes called {@code *Test}; a test in a class of another name would never run. */
final class TestNameRule {

    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "PerfTest");

    private TestNameRule() {}

    static List<String> violations(SourceFile file) {
        return file.unit().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> isConcrete(type) && hasTests(type))
                .filter(type -> !type.getSimpleName().toString().endsWith("Test"))
                .map(type -> "%s: %s has tests (expected: a name that ends in Test)"
                        .formatted(file.at(type), type.getSimpleName()))
                .toList();
    }

    private static boolean isConcrete(ClassTree type) {
        return type.getKind() != Tree.Kind.INTERFACE
                && !type.getModifiers().getFlags().contains(Modifier.ABSTRACT);
    }

    private static boolean hasTests(ClassTree type) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                found[0] |= method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation ->
                                TESTS.contains(annotation.getAnnotationType().toString()));
                return null;
            }
        }.scan(type, null);
        return found[0];
    }
}
