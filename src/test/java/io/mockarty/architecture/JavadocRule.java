package io.mockarty.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What users can see is documented: public and protected types, and their public and protected methods and
 * constructors. Overrides, record accessors and compact constructors inherit their words from elsewhere.
 */
final class JavadocRule extends TreePathScanner<Void, Void> {

    private final SourceFile file;
    private final List<String> violations = new ArrayList<>();
    private int documented;

    private JavadocRule(SourceFile file) {
        this.file = file;
    }

    static List<String> violations(SourceFile file) {
        JavadocRule rule = new JavadocRule(file);
        rule.scan(file.unit(), null);
        return rule.violations;
    }

    /** Counts what the rule looked at and found documented, to tell a clean project from an unread one. */
    static int documented(SourceFile file) {
        JavadocRule rule = new JavadocRule(file);
        rule.scan(file.unit(), null);
        return rule.documented;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        boolean insideInterface = isInterface(getCurrentPath().getParentPath().getLeaf());
        if (!isVisible(type.getModifiers(), insideInterface)) {
            return null;
        }
        check(type, "type " + type.getSimpleName());
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
        if (isVisible(method.getModifiers(), isInterface(owner)) && needsOwnWords(method, owner)) {
            check(method, describe(method, owner));
        }
        return null; // what is declared inside a method is nobody's API
    }

    private void check(Tree declaration, String what) {
        String comment = file.docComment(new TreePath(getCurrentPath().getParentPath(), declaration));
        if (comment == null || comment.isBlank()) {
            violations.add("%s: %s has no Javadoc".formatted(file.at(declaration), what));
        } else {
            documented++;
        }
    }

    private static boolean isVisible(ModifiersTree modifiers, boolean insideInterface) {
        Set<Modifier> flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || insideInterface && !flags.contains(Modifier.PRIVATE);
    }

    private boolean needsOwnWords(MethodTree method, ClassTree owner) {
        if (method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"))) {
            return false;
        }
        boolean inherited = owner.getKind() == Tree.Kind.RECORD
                && (isConstructor(method) ? file.isCompact(method) : isAccessor(method, owner));
        return !inherited;
    }

    private static boolean isAccessor(MethodTree method, ClassTree owner) {
        return method.getParameters().isEmpty()
                && owner.getMembers().stream()
                        .anyMatch(member -> member instanceof VariableTree field
                                && !field.getModifiers().getFlags().contains(Modifier.STATIC)
                                && field.getName().equals(method.getName()));
    }

    private static boolean isConstructor(MethodTree method) {
        return method.getName().contentEquals("<init>");
    }

    private static boolean isInterface(Tree tree) {
        return tree.getKind() == Tree.Kind.INTERFACE || tree.getKind() == Tree.Kind.ANNOTATION_TYPE;
    }

    private static String describe(MethodTree method, ClassTree owner) {
        return isConstructor(method) ? "constructor " + owner.getSimpleName() : "method " + method.getName();
    }
}
