package io.mockarty.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the engine sees it, whatever protocol brought it. Query, cookies and body are parsed when somebody first
 * asks. Immutable to the outside and thread-safe.
 */
public final class MockRequest {

    private final String method;
    private final String path;
    private final String queryString;
    private final Headers headers;
    private final RequestBody body;

    private volatile @Nullable List<String> segments;
    private volatile @Nullable Map<String, List<String>> query;

    private MockRequest(String method, String path, String queryString, Headers headers, RequestBody body) {
        this.method = method;
        this.path = path;
        this.queryString = queryString;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Creates a request without body.
     *
     * @param method the request method, such as {@code GET}
     * @param target the path inside the namespace as it was sent, percent-encoded, with {@code ?query} if any
     * @param headers the headers
     * @return the request
     */
    public static MockRequest of(String method, String target, Headers headers) {
        return of(method, target, headers, new byte[0]);
    }

    /**
     * Creates a request.
     *
     * @param method the request method, such as {@code GET}
     * @param target the path inside the namespace as it was sent, percent-encoded, with {@code ?query} if any
     * @param headers the headers
     * @param body the body, content codings removed; not copied, do not change it afterwards
     * @return the request
     */
    public static MockRequest of(String method, String target, Headers headers, byte[] body) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        return new MockRequest(
                method,
                path.startsWith("/") ? path : "/" + path,
                question < 0 ? "" : target.substring(question + 1),
                headers,
                body.length == 0 ? RequestBody.EMPTY : new RequestBody(body, headers.first("Content-Type")));
    }

    /** {@return the request method, in the case it was sent in} */
    public String method() {
        return method;
    }

    /** {@return the path inside the namespace, starting with a slash, still percent-encoded} */
    public String path() {
        return path;
    }

    /** {@return the query without question mark, still percent-encoded, empty when there is none} */
    public String queryString() {
        return queryString;
    }

    /** {@return path and query as they were sent} */
    public String target() {
        return queryString.isEmpty() ? path : path + "?" + queryString;
    }

    /** {@return the headers} */
    public Headers headers() {
        return headers;
    }

    /** {@return the body} */
    public RequestBody body() {
        return body;
    }

    /**
     * Returns the decoded segments of the path. {@code /a%2Fb/c} has two: {@code a/b} and {@code c}; a trailing slash
     * adds an empty one.
     *
     * @return the segments, at least one
     */
    public List<String> segments() {
        List<String> known = segments;
        if (known == null) {
            known = UrlCoding.segments(path);
            segments = known;
        }
        return known;
    }

    /** {@return the decoded values of the query parameters by name, in order} */
    public Map<String, List<String>> query() {
        Map<String, List<String>> known = query;
        if (known == null) {
            known = UrlCoding.parameters(queryString, StandardCharsets.UTF_8);
            query = known;
        }
        return known;
    }

    /** {@return the cookies by name, in order; of two with one name the first counts (RFC 6265)} */
    public Map<String, String> cookies() {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String header : headers.all("Cookie")) {
            for (String pair : header.split(";")) {
                int equals = pair.indexOf('=');
                String name = pair.substring(0, Math.max(0, equals)).trim();
                if (!name.isEmpty()) {
                    cookies.putIfAbsent(
                            name, unquoted(pair.substring(equals + 1).trim()));
                }
            }
        }
        return cookies;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /**
     * Returns a copy to be kept for long: nothing that can be parsed again is held, and a long body is cut.
     *
     * @param maxBodyBytes how much of the body is kept, in bytes
     * @return the copy
     */
    public MockRequest forRecord(int maxBodyBytes) {
        byte[] bytes = body.bytes();
        RequestBody kept = bytes.length == 0
                ? RequestBody.EMPTY
                : new RequestBody(
                        bytes.length <= maxBodyBytes ? bytes : Arrays.copyOf(bytes, maxBodyBytes),
                        headers.first("Content-Type"));
        return new MockRequest(method, path, queryString, headers, kept);
    }

    /** {@return about how many bytes of heap this request takes, before anything is parsed} */
    public long approximateSize() {
        return 120L + path.length() + queryString.length() + body.bytes().length + headers.approximateSize();
    }

    /** {@return method and target, such as {@code GET /users/42?full=1}} */
    @Override
    public String toString() {
        return method + " " + target();
    }
}
