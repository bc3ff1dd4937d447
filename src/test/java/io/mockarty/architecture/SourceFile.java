package io.mockarty.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * One Java file as the compiler's own parser sees it. Names are not resolved.
 *
 * @param name how messages call the file
 * @param text what it contains
 * @param unit the parsed file
 * @param trees finds positions and comments in it
 */
record SourceFile(String name, String text, CompilationUnitTree unit, DocTrees trees) {

    static SourceFile parse(String name, Path file) {
        try {
            return parse(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceFile parse(String name, String text) {
        JavaFileObject file = new Text(name, text);
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(file));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return new SourceFile(name, text, unit, DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int lines() {
        return (int) text.lines().count();
    }

    boolean isPackageInfo() {
        return name.endsWith("package-info.java");
    }

    String packageName() {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    /** Returns the first line of a tree, without the comment before it. */
    long firstLine(Tree tree) {
        return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    /** Returns the last line of a tree. */
    long lastLine(Tree tree) {
        return unit.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree));
    }

    /** Returns how a message points at a tree. */
    String at(Tree tree) {
        return name + ":" + firstLine(tree);
    }

    /** Tells whether a constructor of a record is written without a parameter list. */
    boolean isCompact(MethodTree constructor) {
        SourcePositions positions = trees.getSourcePositions();
        long modifiersEnd = positions.getEndPosition(unit, constructor.getModifiers());
        long start = modifiersEnd >= 0 ? modifiersEnd : positions.getStartPosition(unit, constructor);
        long body = positions.getStartPosition(unit, constructor.getBody());
        return text.substring((int) start, (int) body).indexOf('(') < 0;
    }

    @Nullable
    String docComment(TreePath path) {
        return trees.getDocComment(path);
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
