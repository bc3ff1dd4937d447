package io.mockarty.mock;

import io.mockarty.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Describes an HTTP mock in one sentence: {@code get("/users/:id").when(header("X-Tier",
 * equalTo("gold"))).respond(ok())}.
 *
 * <p>The request half alone, without {@code respond}, describes requests to verify. Not thread-safe.
 */
public final class HttpMockBuilder implements MockBuilder {

    private final HttpContext.Builder http;
    private final Mock.Builder mock = Mock.builder();
    private final Extract.Builder extract = Extract.builder();

    HttpMockBuilder(String method, String route) {
        http = HttpContext.builder().httpMethod(method).route(route);
    }

    /**
     * Adds conditions that must all hold.
     *
     * @param conditions what must hold, from {@link MockDsl}
     * @return this builder
     */
    public HttpMockBuilder when(RequestCondition... conditions) {
        for (RequestCondition condition : conditions) {
            String field = condition.part().field();
            http.put(
                    field,
                    Fields.append(http.fields(), field, condition.condition().json()));
        }
        return this;
    }

    /**
     * Demands that a value in a JSON body equals another.
     *
     * @param path a JSONPath, such as {@code $.total}
     * @param value the expected value
     * @return this builder
     */
    public HttpMockBuilder withJson(String path, @Nullable Object value) {
        return when(MockDsl.body(path, MockDsl.equalTo(value)));
    }

    /**
     * Demands a header with one exact value.
     *
     * @param name the header name, in any case
     * @param value the expected value
     * @return this builder
     */
    public HttpMockBuilder withHeader(String name, String value) {
        return when(MockDsl.header(name, MockDsl.equalTo(value)));
    }

    /**
     * Demands a query parameter with one exact value.
     *
     * @param name the parameter name
     * @param value the expected value
     * @return this builder
     */
    public HttpMockBuilder withQuery(String name, String value) {
        return when(MockDsl.query(name, MockDsl.equalTo(value)));
    }

    /**
     * Sets the answer.
     *
     * @param response the answer, such as {@code ok().json(...)}
     * @return this builder
     */
    public HttpMockBuilder respond(Response.Builder response) {
        mock.response(response.build());
        return this;
    }

    /**
     * Answers with one response after the other, from the first again after the last.
     *
     * @param responses the answers, at least one
     * @return this builder
     */
    public HttpMockBuilder respondInOrder(Response.Builder... responses) {
        return respondOneOf(OneOf.Order.ORDER, responses);
    }

    /**
     * Answers with one of several responses, picked by chance from the seed of the namespace.
     *
     * @param responses the answers, at least one
     * @return this builder
     */
    public HttpMockBuilder respondAtRandom(Response.Builder... responses) {
        return respondOneOf(OneOf.Order.RANDOM, responses);
    }

    private HttpMockBuilder respondOneOf(OneOf.Order order, Response.Builder... responses) {
        List<Response> answers =
                List.of(responses).stream().map(Response.Builder::build).toList();
        mock.oneOf(OneOf.builder().order(order).responses(answers).build());
        return this;
    }

    /**
     * Names the mock; a mock saved under a known id replaces the older one.
     *
     * @param id the id, unique in the namespace
     * @return this builder
     */
    public HttpMockBuilder id(String id) {
        mock.id(id);
        return this;
    }

    /**
     * Sets which mock wins when several match.
     *
     * @param priority the higher wins; 0 when not set
     * @return this builder
     */
    public HttpMockBuilder priority(long priority) {
        mock.priority(priority);
        return this;
    }

    /**
     * Limits how long the mock lives.
     *
     * @param ttl the time after saving, rounded down to seconds; at least one second
     * @return this builder
     * @throws IllegalArgumentException when shorter than a second, because 0 means for ever
     */
    public HttpMockBuilder ttl(Duration ttl) {
        if (ttl.toSeconds() < 1) {
            throw new IllegalArgumentException("ttl: " + ttl + " (expected: at least one second)");
        }
        mock.ttl(ttl.toSeconds());
        return this;
    }

    /**
     * Limits how many requests the mock answers.
     *
     * @param uses the limit, at least 1
     * @return this builder
     * @throws IllegalArgumentException when less than 1
     */
    public HttpMockBuilder times(int uses) {
        if (uses < 1) {
            throw new IllegalArgumentException("times: " + uses + " (expected: at least 1)");
        }
        mock.useLimiter(uses);
        return this;
    }

    /**
     * Lets the mock go unused: a strict test does not fail when no request came for it.
     *
     * @return this builder
     */
    public HttpMockBuilder lenient() {
        mock.lenient(true);
        return this;
    }

    /**
     * Puts the mock into a chain, whose store its mocks share.
     *
     * @param chainId the chain
     * @return this builder
     */
    public HttpMockBuilder chain(String chainId) {
        mock.chainId(chainId);
        return this;
    }

    /**
     * Tags the mock.
     *
     * @param tags the tags, in place of earlier ones
     * @return this builder
     */
    public HttpMockBuilder tags(String... tags) {
        mock.tags(List.of(tags));
        return this;
    }

    /**
     * Keeps a value of the request in the store of the namespace, read back as {@code $.gS.key}.
     *
     * @param key the store key
     * @param expression an expression such as {@code $.req.name}, or a literal value
     * @return this builder
     */
    public HttpMockBuilder extractGlobal(String key, @Nullable Object expression) {
        return extract("gStore", key, expression);
    }

    /**
     * Keeps a value of the request in the store of the chain, read back as {@code $.cS.key}.
     *
     * @param key the store key
     * @param expression an expression such as {@code $.req.name}, or a literal value
     * @return this builder
     */
    public HttpMockBuilder extractChain(String key, @Nullable Object expression) {
        return extract("cStore", key, expression);
    }

    /**
     * Keeps a value for the rest of this request, read back as {@code $.mS.key}.
     *
     * @param key the store key
     * @param expression an expression such as {@code $.req.name}, or a literal value
     * @return this builder
     */
    public HttpMockBuilder extractMock(String key, @Nullable Object expression) {
        return extract("mStore", key, expression);
    }

    private HttpMockBuilder extract(String store, String key, @Nullable Object expression) {
        extract.put(store, Fields.with(extract.fields(), store, key, Json.valueOf(expression)));
        mock.extract(extract.build());
        return this;
    }

    /**
     * Sends a message after answering.
     *
     * @param webhook the message
     * @return this builder
     */
    public HttpMockBuilder webhook(Webhook webhook) {
        mock.put("webhooks", Fields.append(mock.fields(), "webhooks", webhook.json()));
        return this;
    }

    /**
     * Describes the request half: what must arrive, without what is answered.
     *
     * @return the route, method and conditions
     */
    public HttpContext request() {
        return http.build();
    }

    /**
     * Makes the mock.
     *
     * @return the mock
     * @throws InvalidMockException naming every problem, such as a missing answer
     */
    @Override
    public Mock build() {
        Map<String, @Nullable Object> request = request().json();
        return mock.put("http", request).build();
    }
}
