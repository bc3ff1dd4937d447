package io.mockarty.engine;

import io.mockarty.journal.Journal;
import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.render.ResponseTemplate;
import io.mockarty.render.WebhookCall;
import io.mockarty.render.WebhookTemplate;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Answers requests from the mocks of a namespace. Delays and webhooks are left to the door; it blocks only when
 * {@link #mayBlock} says so. Thread-safe.
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
     * Tells whether {@link #handle} may wait for a database, so that no I/O thread should call it.
     *
     * @param namespace the world the request belongs to
     * @param request the request
     * @return true when a mock that may answer counts, or reads or writes stores, in a repository
     */
    public boolean mayBlock(Namespace namespace, MockRequest request) {
        return namespace.mayBlock(request);
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
        Journal.Timing timing = new Journal.Timing(receivedAt, started, System.nanoTime() - started);
        String mockId = mock == null ? null : mock.id();
        for (Namespace world = namespace; world != null; world = world.base()) {
            world.journal().record(request, answer.reply(), mockId, timing);
        }
        return answer;
    }

    /**
     * Explains why requests of a namespace found no mock, as its mocks are now.
     *
     * @param namespace the namespace
     * @return one paragraph for each of its undefined requests, ten at most, with the nearest mocks and what differs;
     *     empty when there are none
     */
    public String unmatchedReport(Namespace namespace) {
        return new NamespaceReport(namespace, noMatch).unmatched();
    }

    /**
     * Explains why stubs of a namespace went unused.
     *
     * @param namespace the namespace
     * @param except the ids of stubs that may go unused
     * @return one paragraph for each unused stub, with the requests that it matches and those that came nearest; empty
     *     when there are none
     */
    public String unusedReport(Namespace namespace, Collection<String> except) {
        return new NamespaceReport(namespace, noMatch).unused(except);
    }

    /**
     * Tells what a namespace was asked and what it answered, latest last, with the nearest mocks of those that none
     * matched.
     *
     * @param namespace the namespace
     * @return one paragraph for each of the latest 50 requests, bodies cut to 500 bytes
     */
    public String journalReport(Namespace namespace) {
        return new NamespaceReport(namespace, noMatch).journal();
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
