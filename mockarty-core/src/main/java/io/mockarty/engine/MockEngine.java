package io.mockarty.engine;

import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.render.ResponseTemplate;
import io.mockarty.render.WebhookCall;
import io.mockarty.render.WebhookTemplate;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers requests from the mocks of a namespace. Does not block: delays and webhooks are left to the door.
 * Thread-safe.
 */
public final class MockEngine {

    private final NoMatchAnalysis noMatch;

    /**
     * Creates an engine.
     *
     * @param namespaces all namespaces of the server, for the hint that a mock stands in another one
     */
    public MockEngine(Namespaces namespaces) {
        this.noMatch = new NoMatchAnalysis(namespaces);
    }

    /**
     * Answers a request and writes it into the journal. The entry is there before the answer is, so that whoever has
     * the answer can verify the request.
     *
     * @param namespace the world the request belongs to
     * @param request the request
     * @return the answer; for a request that no mock matches, an error with the nearest misses
     */
    public MockAnswer handle(Namespace namespace, MockRequest request) {
        long started = System.nanoTime();
        Instant receivedAt = namespace.clock().instant();
        LiveMock mock = namespace.choose(request, receivedAt);
        MockAnswer answer = mock == null ? unmatched(namespace, request, receivedAt) : answer(namespace, mock, request);
        Duration servedIn = Duration.ofNanos(System.nanoTime() - started);
        namespace.journal().record(request, answer.reply(), mock == null ? null : mock.id(), receivedAt, servedIn);
        return answer;
    }

    private static MockAnswer answer(Namespace namespace, LiveMock mock, MockRequest request) {
        MockReply fixed = mock.fixedReply();
        if (fixed != null) {
            return MockAnswer.of(fixed);
        }
        if (mock.isProxy()) {
            String message = "mock " + mock.id() + " proxies, which this server does not do yet";
            return MockAnswer.of(ErrorReply.of(501, "not_implemented", message, requestId(namespace)));
        }
        Exchange exchange = new Exchange(namespace, mock, request);
        if (!mock.extraction().isEmpty()) {
            mock.extraction().apply(exchange);
        }
        ResponseTemplate response = mock.pick(exchange::random);
        MockReply reply = response.render(exchange);
        if (mock.webhooks().isEmpty()) {
            return MockAnswer.of(reply);
        }
        exchange.answeredWith(reply);
        return withWebhooks(mock, exchange, reply);
    }

    private static MockAnswer withWebhooks(LiveMock mock, Exchange exchange, MockReply reply) {
        List<WebhookCall> before = new ArrayList<>();
        List<WebhookCall> after = new ArrayList<>();
        for (WebhookTemplate webhook : mock.webhooks()) {
            if (webhook.isTriggeredBy(reply.status())) {
                WebhookCall call = webhook.render(exchange);
                (call.webhook().async() ? after : before).add(call);
            }
        }
        return new MockAnswer(reply, before, after);
    }

    private MockAnswer unmatched(Namespace namespace, MockRequest request, Instant receivedAt) {
        List<String> allowed = request.method().equals("OPTIONS")
                ? NoMatchAnalysis.allowedMethods(namespace.candidates(request))
                : List.of();
        if (!allowed.isEmpty()) {
            return MockAnswer.of(ErrorReply.allow(allowed));
        }
        namespace.undefinedRequests().add(request, receivedAt);
        NoMatch report = noMatch.analyse(namespace, request);
        return MockAnswer.of(ErrorReply.noMatch(report, request, requestId(namespace)));
    }

    private static String requestId(Namespace namespace) {
        return namespace.name() + "-" + namespace.nextExchange();
    }
}
