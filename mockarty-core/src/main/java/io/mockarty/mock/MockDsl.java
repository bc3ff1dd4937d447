package io.mockarty.mock;

import io.mockarty.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The words of the mock language, for static import:
 *
 * <pre>{@code
 * get("/users/:id").when(header("X-Tier", equalTo("gold"))).respond(ok().json(Map.of("id", "$.pathParam.id")))
 * }</pre>
 *
 * All methods are pure and may be called from any thread.
 */
public final class MockDsl {

    private MockDsl() {}

    /**
     * {@return a mock for GET requests}
     *
     * @param route the route, such as {@code /users/:id}
     */
    public static HttpMockBuilder get(String route) {
        return request("GET", route);
    }

    /**
     * {@return a mock for POST requests}
     *
     * @param route the route, such as {@code /users}
     */
    public static HttpMockBuilder post(String route) {
        return request("POST", route);
    }

    /**
     * {@return a mock for PUT requests}
     *
     * @param route the route, such as {@code /users/:id}
     */
    public static HttpMockBuilder put(String route) {
        return request("PUT", route);
    }

    /**
     * {@return a mock for PATCH requests}
     *
     * @param route the route, such as {@code /users/:id}
     */
    public static HttpMockBuilder patch(String route) {
        return request("PATCH", route);
    }

    /**
     * {@return a mock for DELETE requests}
     *
     * @param route the route, such as {@code /users/:id}
     */
    public static HttpMockBuilder delete(String route) {
        return request("DELETE", route);
    }

    /**
     * {@return a mock for HEAD requests}
     *
     * @param route the route, such as {@code /users/:id}
     */
    public static HttpMockBuilder head(String route) {
        return request("HEAD", route);
    }

    /**
     * {@return a mock for OPTIONS requests}
     *
     * @param route the route, such as {@code /users/:id}
     */
    public static HttpMockBuilder options(String route) {
        return request("OPTIONS", route);
    }

    /**
     * {@return a mock for requests with any method}
     *
     * @param route the route, such as {@code /users/*}
     */
    public static HttpMockBuilder any(String route) {
        return request("ANY", route);
    }

    /**
     * Describes a mock for a method of any name.
     *
     * @param method the request method, such as {@code PURGE}
     * @param route the route: literals, {@code :name} or {@code {name}} parameters, a trailing {@code *} for the rest
     * @return a mock without answer
     */
    public static HttpMockBuilder request(String method, String route) {
        return new HttpMockBuilder(method, route);
    }

    /**
     * Looks at a header.
     *
     * @param name the header name, in any case
     * @param matcher what must hold for one of its values
     * @return the condition
     */
    public static RequestCondition header(String name, ValueMatcher matcher) {
        return new RequestCondition(RequestCondition.Part.HEADER, matcher.at(name));
    }

    /**
     * Looks at a query parameter.
     *
     * @param name the parameter name
     * @param matcher what must hold for one of its values
     * @return the condition
     */
    public static RequestCondition query(String name, ValueMatcher matcher) {
        return new RequestCondition(RequestCondition.Part.QUERY, matcher.at(name));
    }

    /**
     * Looks at the whole body.
     *
     * @param matcher what must hold for it
     * @return the condition
     */
    public static RequestCondition body(ValueMatcher matcher) {
        return body("$", matcher);
    }

    /**
     * Looks at a value inside the body.
     *
     * @param path a JSONPath such as {@code $.customer.tier}, a bare name such as {@code customer.tier}, or an XPath
     *     such as {@code /order/@id} for XML
     * @param matcher what must hold for it
     * @return the condition
     */
    public static RequestCondition body(String path, ValueMatcher matcher) {
        return new RequestCondition(RequestCondition.Part.BODY, matcher.at(path));
    }

    /**
     * Looks at a cookie.
     *
     * @param name the cookie name
     * @param matcher what must hold for it
     * @return the condition
     */
    public static RequestCondition cookie(String name, ValueMatcher matcher) {
        return body("$.cookies[" + quoted(name) + "]", matcher);
    }

    /**
     * Looks at a field of a posted form.
     *
     * @param name the field name
     * @param matcher what must hold for it
     * @return the condition
     */
    public static RequestCondition form(String name, ValueMatcher matcher) {
        return body("$.form[" + quoted(name) + "]", matcher);
    }

    private static String quoted(String name) {
        return Json.write(name);
    }

    /**
     * {@return equality by JSON type and content, numbers by value}
     *
     * @param value the expected value
     */
    public static ValueMatcher equalTo(@Nullable Object value) {
        return new ValueMatcher(AssertAction.EQUALS, Json.valueOf(value));
    }

    /**
     * {@return the opposite of {@link #equalTo}}
     *
     * @param value the value that must not be there
     */
    public static ValueMatcher notEqualTo(@Nullable Object value) {
        return new ValueMatcher(AssertAction.NOT_EQUALS, Json.valueOf(value));
    }

    /**
     * {@return a text that contains a text, an array an element, an object some members}
     *
     * @param value the part
     */
    public static ValueMatcher containing(Object value) {
        return new ValueMatcher(AssertAction.CONTAINS, Json.valueOf(value));
    }

    /**
     * {@return the opposite of {@link #containing}}
     *
     * @param value the part that must not be there
     */
    public static ValueMatcher notContaining(Object value) {
        return new ValueMatcher(AssertAction.NOT_CONTAINS, Json.valueOf(value));
    }

    /**
     * {@return a text in which a regular expression is found}
     *
     * @param regex RE2 syntax; anchor it with ^ and $
     */
    public static ValueMatcher matching(String regex) {
        return new ValueMatcher(AssertAction.MATCHES, regex);
    }

    /** {@return a value that is present and not empty} */
    public static ValueMatcher notEmpty() {
        return new ValueMatcher(AssertAction.NOT_EMPTY, null);
    }

    /** {@return a value that is absent or empty} */
    public static ValueMatcher empty() {
        return new ValueMatcher(AssertAction.EMPTY, null);
    }

    /** {@return anything, present or not} */
    public static ValueMatcher anything() {
        return new ValueMatcher(AssertAction.ANY, null);
    }

    /** {@return an answer with status 200} */
    public static Response.Builder ok() {
        return status(200);
    }

    /** {@return an answer with status 201} */
    public static Response.Builder created() {
        return status(201);
    }

    /** {@return an answer with status 202} */
    public static Response.Builder accepted() {
        return status(202);
    }

    /** {@return an answer with status 204} */
    public static Response.Builder noContent() {
        return status(204);
    }

    /** {@return an answer with status 400} */
    public static Response.Builder badRequest() {
        return status(400);
    }

    /** {@return an answer with status 401} */
    public static Response.Builder unauthorized() {
        return status(401);
    }

    /** {@return an answer with status 404} */
    public static Response.Builder notFound() {
        return status(404);
    }

    /** {@return an answer with status 500} */
    public static Response.Builder serverError() {
        return status(500);
    }

    /**
     * {@return an answer with any status}
     *
     * @param code the status code, 100 to 599
     */
    public static Response.Builder status(int code) {
        return Response.builder().statusCode(code);
    }
}
