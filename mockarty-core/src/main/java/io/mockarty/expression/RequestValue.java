package io.mockarty.expression;

import io.mockarty.json.Json;
import io.mockarty.jsonpath.JsonPath;
import io.mockarty.request.MockRequest;
import io.mockarty.request.RequestBody;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code $.req.name}, {@code $.reqHeader.Accept[0]} and the other values that come with a request. */
record RequestValue(Source source, JsonPath path) implements Expression {

    /** Where a value comes from. */
    enum Source {
        REQ("req", scope -> scope.request().body().value()),
        BODY("body", scope -> scope.request().body().value()),
        REQ_HEADER("reqHeader", scope -> new HeaderTree(scope.request().headers())),
        QUERY_PARAMS("queryParams", scope -> singles(scope.request().query())),
        PATH_PARAM("pathParam", Scope::pathParams),
        RESPONSE("response", Scope::response),
        FORM("form", scope -> bodyOf(RequestBody.Kind.FORM, scope.request())),
        PARTS("parts", scope -> bodyOf(RequestBody.Kind.MULTIPART, scope.request())),
        COOKIES("cookies", scope -> scope.request().cookies());

        private final String word;
        private final Function<Scope, @Nullable Object> tree;

        Source(String word, Function<Scope, @Nullable Object> tree) {
            this.word = word;
            this.tree = tree;
        }

        static @Nullable Source named(String name) {
            return Arrays.stream(values())
                    .filter(source -> source.word.equals(name))
                    .findFirst()
                    .orElse(null);
        }

        static List<String> names() {
            return Arrays.stream(values()).map(source -> source.word).toList();
        }

        private static Map<String, Object> singles(Map<String, List<String>> query) {
            Map<String, Object> values = new LinkedHashMap<>();
            query.forEach((name, all) -> values.put(name, all.size() == 1 ? all.get(0) : all));
            return values;
        }

        private static @Nullable Object bodyOf(RequestBody.Kind kind, MockRequest request) {
            return request.body().kind() == kind ? request.body().value() : null;
        }
    }

    private static final JsonPath REST_OF_PATH = JsonPath.compile("$['*']");

    /** Chooses the value; {@code $.pathParam.*} is the rest behind a trailing {@code *}, not all parameters. */
    static RequestValue of(Source source, JsonPath path) {
        boolean isRest = source == Source.PATH_PARAM && path.toString().equals("$.*");
        return new RequestValue(source, isRest ? REST_OF_PATH : path);
    }

    @Override
    public @Nullable Object evaluate(Scope scope) {
        Object value = PathValue.read(path, source.tree.apply(scope));
        if (value == null && source == Source.QUERY_PARAMS) {
            // A parameter that came once is a string, but may be addressed as the first of several.
            return PathValue.read(path, scope.request().query());
        }
        return value;
    }

    @Override
    public String text(Scope scope) {
        Object value = evaluate(scope);
        boolean mayRepeat = source == Source.REQ_HEADER || source == Source.QUERY_PARAMS;
        return mayRepeat && value instanceof List<?> several
                ? several.stream().map(Json::text).collect(Collectors.joining(", "))
                : Json.text(value);
    }
}
