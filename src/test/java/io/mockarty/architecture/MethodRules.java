package io.mockarty.architecture;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a method and how wide a constructor may be. The header of a record is not counted as a constructor: it is
 * the shape of a document, and a builder or a codec fills it in.
 */
final class MethodRules extends TreeScanner<Void, Void> {

    static final int MAX_METHOD_LINES = 60;
    static final int MAX_CONSTRUCTOR_PARAMETERS = 6;

    private final SourceFile file;
    private final List<String> violations = new ArrayList<>();

    private MethodRules(SourceFile file) {
        this.file = file;
    }

    static List<String> violations(SourceFile file) {
        MethodRules rules = new MethodRules(file);
        rules.scan(file.unit(), null);
        return rules.violations;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        checkLength(method, "method " + method.getName());
        boolean constructor = method.getName().contentEquals("<init>");
        int parameters = method.getParameters().size();
        if (constructor && parameters > MAX_CONSTRUCTOR_PARAMETERS && !file.isCompact(method)) {
            violations.add("%s: constructor with %d parameters (expected: at most %d)"
                    .formatted(file.at(method), parameters, MAX_CONSTRUCTOR_PARAMETERS));
        }
        return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        for (Tree member : type.getMembers()) {
            if (member instanceof BlockTree) {
                checkLength(member, "initializer");
            }
        }
        return super.visitClass(type, null);
    }

    private void checkLength(Tree tree, String what) {
        long lines = file.lastLine(tree) - file.firstLine(tree) + 1;
        if (lines > MAX_METHOD_LINES) {
            violations.add("%s: %s of %d lines (expected: at most %d)"
                    .formatted(file.at(tree), what, lines, MAX_METHOD_LINES));
        }
    }
}
