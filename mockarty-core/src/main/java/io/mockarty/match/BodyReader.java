package io.mockarty.match;

import io.mockarty.expression.PathValue;
import io.mockarty.expression.XmlPath;
import io.mockarty.jsonpath.JsonPath;
import io.mockarty.request.MockRequest;
import io.mockarty.request.RequestBody;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Reads a value from the body or from what is carried beside it. A path is looked up in the body first; {@code $.body},
 * {@code $.req}, {@code $.form}, {@code $.parts} and {@code $.cookies} name their source when the body has no such
 * field.
 */
final class BodyReader implements ValueReader {

    private enum Source {
        BODY,
        REQ,
        FORM,
        PARTS,
        COOKIES;

        private final String prefix = "$." + name().toLowerCase(Locale.ROOT);

        boolean isNamedBy(String path) {
            return path.equals(prefix) || path.startsWith(prefix + ".") || path.startsWith(prefix + "[");
        }

        boolean isBody() {
            return this == BODY || this == REQ;
        }
    }

    private final String text;
    private final BodyPath path;
    private final @Nullable Source source;
    private final @Nullable BodyPath pathInSource;

    private BodyReader(String text) {
        this.text = text;
        String full = text.startsWith("$") ? text : "$." + text;
        path = new BodyPath(text);
        source = List.of(Source.values()).stream()
                .filter(known -> known.isNamedBy(full))
                .findFirst()
                .orElse(null);
        pathInSource = source == null ? null : new BodyPath("$" + full.substring(source.prefix.length()));
    }

    /**
     * Compiles a path.
     *
     * @throws IllegalArgumentException when it is neither JSONPath nor XPath
     */
    static ValueReader of(String path) {
        return new BodyReader(path);
    }

    @Override
    public @Nullable Object read(MockRequest request) {
        Object value = path.read(request.body());
        return value == null ? readSource(request) : value;
    }

    private @Nullable Object readSource(MockRequest request) {
        if (source == null || pathInSource == null) {
            return null;
        }
        RequestBody body = request.body();
        return switch (source) {
            case BODY, REQ -> pathInSource.read(body);
            case FORM -> body.kind() == RequestBody.Kind.FORM ? pathInSource.read(body) : null;
            case PARTS -> body.kind() == RequestBody.Kind.MULTIPART ? pathInSource.read(body) : null;
            case COOKIES -> pathInSource.readTree(request.cookies());
        };
    }

    /** Whether all that is ever read stands in the body. */
    boolean isInBody() {
        return source == null || source.isBody();
    }

    /** JSON has types, and what only looks like text there is told apart from text; all other bodies are text. */
    @Override
    public boolean isTextual(MockRequest request) {
        return request.body().kind() != RequestBody.Kind.JSON || !isInBody() && path.read(request.body()) == null;
    }

    @Override
    public String place() {
        return "body " + text;
    }

    /** One path into a body, whatever the body turns out to be. */
    private static final class BodyPath {

        private final @Nullable JsonPath path;
        private final @Nullable XmlPath xmlPath;
        private final boolean whole;

        BodyPath(String text) {
            boolean isXPath = XmlPath.isXPath(text);
            path = isXPath ? null : JsonPath.compileLenient(text.isEmpty() ? "$" : text);
            xmlPath = isXPath || isBareName(text) ? XmlPath.compile(text) : null;
            whole = text.isEmpty() || text.equals("$");
        }

        private static boolean isBareName(String text) {
            return text.matches("(\\$\\.)?[\\w-]+(\\.[\\w-]+)*");
        }

        @Nullable
        Object read(RequestBody body) {
            Document xml = body.xml();
            if (whole || xml == null) {
                return readTree(body.value());
            }
            return xmlPath == null ? null : xmlPath.read(xml);
        }

        @Nullable
        Object readTree(@Nullable Object tree) {
            if (whole) {
                return tree;
            }
            boolean navigable = tree instanceof Map || tree instanceof List;
            return path == null || !navigable ? null : PathValue.read(path, tree);
        }
    }
}
