package io.mockarty.render;

import io.mockarty.expression.ExpressionSyntaxException;
import io.mockarty.expression.Scope;
import io.mockarty.expression.Template;
import io.mockarty.json.Json;
import io.mockarty.mock.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value whose strings may be expressions, compiled to the text between them and the expressions themselves.
 * Immutable and thread-safe.
 */
public final class JsonTemplate {

    /** Fixed text, or an expression, never both. */
    private record Piece(String text, @Nullable Template template) {}

    private final @Nullable Object tree;
    private final List<Piece> pieces;

    private JsonTemplate(@Nullable Object tree, List<Piece> pieces) {
        this.tree = tree;
        this.pieces = pieces;
    }

    /**
     * Compiles a value.
     *
     * @param value a JSON value
     * @param path the field the value stands in, for messages
     * @param problems gets every malformed expression
     * @return the template; of no use when problems were added
     */
    public static JsonTemplate compile(@Nullable Object value, String path, Problems problems) {
        Compiler compiler = new Compiler(problems);
        Object tree = compiler.compile(value, path);
        compiler.flush();
        return new JsonTemplate(tree, List.copyOf(compiler.pieces));
    }

    /** {@return true when the value contains no expression} */
    public boolean isConstant() {
        return pieces.stream().allMatch(piece -> piece.template == null);
    }

    /** {@return true when a value may come from a store that outlives the request} */
    public boolean readsSharedStores() {
        return pieces.stream().anyMatch(piece -> piece.template != null && piece.template.readsSharedStores());
    }

    /**
     * Returns the JSON text of a {@linkplain #isConstant constant} template.
     *
     * @return the text, escapes resolved
     */
    public String constant() {
        StringBuilder out = new StringBuilder();
        pieces.forEach(piece -> out.append(piece.text));
        return out.toString();
    }

    /**
     * Appends the value for one request as JSON text.
     *
     * @param scope what the expressions look at
     * @param out where to append
     */
    public void append(Scope scope, StringBuilder out) {
        for (Piece piece : pieces) {
            if (piece.template == null) {
                out.append(piece.text);
            } else {
                piece.template.appendJson(scope, out);
            }
        }
    }

    /**
     * Returns the value for one request.
     *
     * @param scope what the expressions look at
     * @return the JSON value
     */
    public @Nullable Object evaluate(Scope scope) {
        return evaluate(tree, scope);
    }

    private static @Nullable Object evaluate(@Nullable Object node, Scope scope) {
        if (node instanceof Template template) {
            return template.evaluate(scope);
        }
        if (node instanceof Map<?, ?> object) {
            Map<Object, @Nullable Object> members = new LinkedHashMap<>();
            object.forEach((name, member) -> members.put(name, evaluate(member, scope)));
            return members;
        }
        if (node instanceof List<?> array) {
            List<@Nullable Object> elements = new ArrayList<>(array.size());
            array.forEach(element -> elements.add(evaluate(element, scope)));
            return elements;
        }
        return node;
    }

    /** Walks a value once and leaves both a tree with templates in place of strings, and the flat pieces. */
    private static final class Compiler {

        private final Problems problems;
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Compiler(Problems problems) {
            this.problems = problems;
        }

        @Nullable
        Object compile(@Nullable Object value, String path) {
            if (value instanceof String string) {
                return compileString(string, path);
            } else if (value instanceof Map<?, ?> object) {
                return compileObject(object, path);
            } else if (value instanceof List<?> array) {
                return compileArray(array, path);
            }
            Json.append(text, value);
            return value;
        }

        private @Nullable Object compileString(String string, String path) {
            Template template = parse(string, path, problems);
            if (template == null || template.isConstant()) {
                String constant = template == null ? string : template.constant();
                Json.append(text, constant);
                return constant;
            }
            flush();
            pieces.add(new Piece("", template));
            return template;
        }

        private Object compileObject(Map<?, ?> object, String path) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            text.append('{');
            object.forEach((name, member) -> {
                text.append(members.isEmpty() ? "" : ",");
                Json.append(text, name);
                text.append(':');
                members.put((String) name, compile(member, Problems.join(path, (String) name)));
            });
            text.append('}');
            return members;
        }

        private Object compileArray(List<?> array, String path) {
            List<@Nullable Object> elements = new ArrayList<>();
            text.append('[');
            for (Object element : array) {
                text.append(elements.isEmpty() ? "" : ",");
                elements.add(compile(element, path + "[" + elements.size() + "]"));
            }
            text.append(']');
            return elements;
        }

        void flush() {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text.toString(), null));
                text.setLength(0);
            }
        }
    }

    /** Parses a text, or reports what is wrong with it and returns null. */
    static @Nullable Template parse(String text, String path, Problems problems) {
        try {
            return Template.parse(text);
        } catch (ExpressionSyntaxException e) {
            problems.add(e.at(path));
            return null;
        }
    }
}
