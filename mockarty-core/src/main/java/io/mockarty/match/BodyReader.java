package io.mockarty.match;

import io.mockarty.expression.PathValue;
import io.mockarty.expression.XmlPath;
import io.mockarty.jsonpath.JsonPath;
import io.mockarty.request.MockRequest;
import io.mockarty.request.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value from the body or from what is carried beside it. A path is looked up in the body first; {@code $.body},
 * {@code $.req}, {@code $.form}, {@code $.parts} and {@code $.cookies} name their source when the body has no such
 * field.
 */
final class BodyReader implements ValueReader {

    private record Alias(String prefix, Function<MockRequest, @Nullable Object> tree) {}

    private static final List<Alias> ALIASES = List.of(
            new Alias("$.body", request -> request.body().value()),
            new Alias("$.req", request -> request.body().value()),
            new Alias("$.form", request -> ofKind(request, RequestBody.Kind.FORM)),
            new Alias("$.parts", request -> ofKind(request, RequestBody.Kind.MULTIPART)),
            new Alias("$.cookies", MockRequest::cookies));

    private final @Nullable JsonPath path;
    private final @Nullable XmlPath xmlPath;
    private final @Nullable Alias alias;
    private final @Nullable JsonPath aliasPath;

    private BodyReader(String text) {
        boolean isXPath = XmlPath.isXPath(text);
        path = isXPath ? null : JsonPath.compileLenient(text.isEmpty() ? "$" : text);
        xmlPath = isXPath || isBareName(text) ? XmlPath.compile(text) : null;
        alias = ALIASES.stream()
                .filter(known -> names(text, known.prefix))
                .findFirst()
                .orElse(null);
        aliasPath = alias == null ? null : JsonPath.compileLenient("$" + text.substring(alias.prefix.length()));
    }

    /**
     * Compiles a path.
     *
     * @throws IllegalArgumentException when it is neither JSONPath nor XPath
     */
    static ValueReader of(String path) {
        return new BodyReader(path);
    }

    private static boolean isBareName(String text) {
        return text.matches("(\\$\\.)?[\\w.-]+|\\$");
    }

    private static boolean names(String text, String prefix) {
        return text.equals(prefix) || text.startsWith(prefix + ".") || text.startsWith(prefix + "[");
    }

    private static @Nullable Object ofKind(MockRequest request, RequestBody.Kind kind) {
        return request.body().kind() == kind ? request.body().value() : null;
    }

    @Override
    public @Nullable Object read(MockRequest request) {
        RequestBody body = request.body();
        Object value = body.kind() == RequestBody.Kind.XML ? readXml(body) : readTree(body.value());
        return value == null && alias != null && aliasPath != null
                ? PathValue.read(aliasPath, alias.tree.apply(request))
                : value;
    }

    private @Nullable Object readXml(RequestBody body) {
        if (path != null && path.toString().equals("$")) {
            return body.value();
        }
        return xmlPath == null || body.xml() == null ? null : xmlPath.read(body.xml());
    }

    private @Nullable Object readTree(@Nullable Object tree) {
        boolean navigable = tree instanceof Map
                || tree instanceof List
                || path != null && path.toString().equals("$");
        return path == null || !navigable ? null : PathValue.read(path, tree);
    }

    /** Bodies have types; what only looks like text there is told apart from text. */
    @Override
    public boolean isTextual() {
        return path == null || alias != null && alias.prefix.matches("\\$\\.(form|parts|cookies)");
    }
}
