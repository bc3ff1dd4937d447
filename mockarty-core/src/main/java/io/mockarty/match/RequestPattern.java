package io.mockarty.match;

import com.google.re2j.PatternSyntaxException;
import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import io.mockarty.mock.AssertAction;
import io.mockarty.mock.Condition;
import io.mockarty.mock.HttpContext;
import io.mockarty.mock.Problems;
import io.mockarty.mock.RequestCondition.Part;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.request.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A compiled description of requests: method, route and conditions. The same patterns choose mocks and verify what was
 * received. Immutable and thread-safe.
 */
public final class RequestPattern {

    private static final String ANY_METHOD = "ANY";

    private final String method;
    private final Route route;
    private final List<RequestCheck> checks;
    private final List<EqualityKey> keys;

    private RequestPattern(String method, Route route, List<RequestCheck> checks) {
        this.method = method;
        this.route = route;
        this.checks = checks;
        this.keys = checks.stream()
                .map(RequestCheck::key)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * Compiles a description.
     *
     * @param http the description
     * @param pathPrefix a path put before the route, possibly empty
     * @param files where {@code valueFromFile} is read from
     * @param problems gets everything that is wrong
     * @return the pattern; of no use when problems were added
     */
    public static RequestPattern compile(HttpContext http, String pathPrefix, TemplateRoot files, Problems problems) {
        Compiler compiler = new Compiler(http, files, problems);
        // Cheapest first: headers and query are at hand, a body has to be parsed.
        compiler.add(http.header(), Part.HEADER);
        compiler.add(http.queryParams(), Part.QUERY);
        compiler.add(http.conditions(), Part.BODY);
        String prefix = pathPrefix.endsWith("/") ? pathPrefix.substring(0, pathPrefix.length() - 1) : pathPrefix;
        Route route = Route.parse(prefix + http.route(), "http.route", problems);
        // Interned, so that comparing it with a request's method does not have to look at the characters.
        return new RequestPattern(http.httpMethod().intern(), route, List.copyOf(compiler.checks));
    }

    /** {@return the route, prefix included} */
    public Route route() {
        return route;
    }

    /** {@return the request method, {@code ANY} for all} */
    public String method() {
        return method;
    }

    /** The equalities this pattern demands that an index can be made of. */
    List<EqualityKey> keys() {
        return keys;
    }

    /** {@return the number of conditions} */
    public int conditionCount() {
        return checks.size();
    }

    /**
     * Tells whether a request has this pattern's method.
     *
     * @param requestMethod the request method
     * @return true when it has, or this pattern takes any
     */
    public boolean acceptsMethod(String requestMethod) {
        return method.equals(requestMethod) || method.equals(ANY_METHOD);
    }

    /**
     * Tells whether all conditions hold, whatever method and path.
     *
     * @param request the request
     * @return true when they hold
     */
    public boolean conditionsHold(MockRequest request) {
        for (int i = 0; i < checks.size(); i++) {
            if (!checks.get(i).holds(request)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether a request has method, route and conditions of this pattern.
     *
     * @param request the request
     * @return true when it has all
     */
    public boolean matches(MockRequest request) {
        return acceptsMethod(request.method()) && route.matches(request.segments()) && conditionsHold(request);
    }

    /**
     * Counts the conditions that do not hold, whatever method and path.
     *
     * @param request the request
     * @return their number
     */
    public int failedConditions(MockRequest request) {
        int failed = 0;
        for (RequestCheck check : checks) {
            failed += check.holds(request) ? 0 : 1;
        }
        return failed;
    }

    /**
     * Lists what keeps a request from matching.
     *
     * @param request the request
     * @return the differences, method and path first; empty when it matches
     */
    public List<Mismatch> mismatches(MockRequest request) {
        List<Mismatch> mismatches = new ArrayList<>();
        if (!acceptsMethod(request.method())) {
            mismatches.add(new Mismatch("method", method, request.method()));
        }
        if (!route.matches(request.segments())) {
            mismatches.add(new Mismatch("path", route.toString(), request.path()));
        }
        for (RequestCheck check : checks) {
            if (!check.holds(request)) {
                mismatches.add(check.mismatch(request));
            }
        }
        return mismatches;
    }

    /** {@return method and route, such as {@code GET /users/:id}} */
    @Override
    public String toString() {
        return method + " " + route;
    }

    /** Turns conditions into checks. */
    private static final class Compiler {

        private final HttpContext http;
        private final TemplateRoot files;
        private final Problems problems;
        private final List<RequestCheck> checks = new ArrayList<>();

        Compiler(HttpContext http, TemplateRoot files, Problems problems) {
            this.http = http;
            this.files = files;
            this.problems = problems;
        }

        void add(List<Condition> conditions, Part part) {
            for (int i = 0; i < conditions.size(); i++) {
                String path = "http." + part.field() + "[" + i + "]";
                ValueReader reader = reader(conditions.get(i), part, path);
                if (reader != null) {
                    add(conditions.get(i), part, reader, path);
                }
            }
        }

        private void add(Condition condition, Part part, ValueReader reader, String path) {
            Object value = expectedValue(condition, part, path);
            if (condition.assertAction() == AssertAction.MATCHES && value == null) {
                problems.add(path + ".value", null, "a regular expression in RE2 syntax");
            }
            boolean sort = condition.sortArray() == null ? http.sortArray() : condition.sortArray();
            try {
                Assertion assertion = Assertion.of(condition.assertAction(), value, sort);
                RequestCheck.Expected expected = new RequestCheck.Expected(condition.assertAction(), value, assertion);
                checks.add(new RequestCheck(
                        fieldName(condition, part), reader, expected, "base64".equals(condition.decode())));
            } catch (PatternSyntaxException e) {
                problems.add(
                        path + ".value",
                        value,
                        "a regular expression in RE2 syntax, which has no look-around and no back references; "
                                + e.getMessage());
            }
        }

        private static String fieldName(Condition condition, Part part) {
            return switch (part) {
                case HEADER -> "header " + condition.path();
                case QUERY -> "query " + condition.path();
                case BODY -> condition.path().isEmpty() ? "body" : condition.path();
            };
        }

        private @Nullable ValueReader reader(Condition condition, Part part, String path) {
            if (part != Part.BODY && condition.path().isEmpty()) {
                problems.add(path + ".path", "", part == Part.HEADER ? "a header name" : "a parameter name");
                return null;
            }
            try {
                return switch (part) {
                    case HEADER -> ValueReader.header(condition.path());
                    case QUERY -> ValueReader.query(condition.path());
                    case BODY -> BodyReader.of(condition.path());
                };
            } catch (IllegalArgumentException e) {
                problems.add(
                        path + ".path", condition.path(), "a JSONPath, a field name or an XPath; " + e.getMessage());
                return null;
            }
        }

        private @Nullable Object expectedValue(Condition condition, Part part, String path) {
            String file = condition.valueFromFile();
            if (file == null) {
                return condition.value();
            }
            try {
                byte[] content = files.read(file);
                try {
                    return Json.parse(content);
                } catch (JsonSyntaxException e) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    // Editors end a file with a line break, which no header has and no regular expression means.
                    boolean line = part != Part.BODY || condition.assertAction() == AssertAction.MATCHES;
                    return line ? text.replaceFirst("\\R\\z", "") : text;
                }
            } catch (IllegalArgumentException e) {
                problems.add(path + ".valueFromFile", file, String.valueOf(e.getMessage()));
                return null;
            }
        }
    }
}
