package io.mockarty.resolver.http;

import io.mockarty.engine.ErrorReply;
import io.mockarty.engine.MockAnswer;
import io.mockarty.engine.MockEngine;
import io.mockarty.namespace.Namespace;
import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Turns HTTP exchanges into requests, and answers into exchanges. Runs on the I/O threads and never blocks them. */
final class HttpDoor implements HttpHandler {

    private static final byte[] NO_BODY = new byte[0];

    private final Router router;
    private final MockEngine engine;
    private final WebhookSender webhooks;
    private final InFlight inFlight;
    private final HttpLimits limits;
    private final ReplySender replies = new ReplySender();

    HttpDoor(Router router, MockEngine engine, WebhookSender webhooks, InFlight inFlight, HttpLimits limits) {
        this.router = router;
        this.engine = engine;
        this.webhooks = webhooks;
        this.inFlight = inFlight;
        this.limits = limits;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        inFlight.enter(exchange);
        if (exchange.isRequestComplete()) {
            answer(exchange, NO_BODY);
        } else if (exchange.getRequestContentLength() > limits.maxBodyBytes()) {
            tooLarge(exchange);
        } else {
            receive(exchange);
        }
    }

    private void receive(HttpServerExchange exchange) {
        XnioExecutor.Key timeout = exchange.getIoThread()
                .executeAfter(
                        () -> IoUtils.safeClose(exchange.getConnection()),
                        limits.requestTimeout().toMillis(),
                        TimeUnit.MILLISECONDS);
        Receiver receiver = exchange.getRequestReceiver();
        receiver.receiveFullBytes(
                (received, bytes) -> {
                    timeout.remove();
                    decodeAndAnswer(received, bytes);
                },
                (failed, problem) -> {
                    timeout.remove();
                    fail(failed, problem);
                });
    }

    private void decodeAndAnswer(HttpServerExchange exchange, byte[] bytes) {
        byte[] body;
        try {
            body = ContentCoding.decode(bytes, exchange.getRequestHeaders(), limits.maxBodyBytes());
        } catch (RequestTooBigException e) {
            tooLarge(exchange);
            return;
        } catch (IOException e) {
            error(exchange, 400, "validation", "the body is not what Content-Encoding says: " + e.getMessage());
            return;
        }
        answer(exchange, body);
    }

    private void fail(HttpServerExchange exchange, IOException problem) {
        if (problem instanceof RequestTooBigException || problem instanceof Receiver.RequestToLargeException) {
            tooLarge(exchange);
        } else {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void tooLarge(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        error(
                exchange,
                413,
                "validation",
                "request body: larger than the limit (expected: at most " + limits.maxBodyBytes() + " bytes)");
    }

    private void error(HttpServerExchange exchange, int status, String code, String message) {
        String requestId = Long.toHexString(ThreadLocalRandom.current().nextLong());
        replies.send(exchange, ErrorReply.of(status, code, message, requestId));
    }

    private void answer(HttpServerExchange exchange, byte[] body) {
        String target = RequestReader.target(exchange);
        Router.Destination destination = router.find(target);
        Namespace namespace = destination.namespace();
        if (router.isHealth(target) && !isMocked(destination)) {
            replies.send(exchange, Health.up());
        } else if (namespace == null) {
            error(exchange, 404, "not_found", destination.problem());
        } else {
            answer(exchange, engine.handle(namespace, RequestReader.read(exchange, destination.target(), body)));
        }
    }

    private static boolean isMocked(Router.Destination destination) {
        Namespace namespace = destination.namespace();
        return namespace != null
                && !namespace
                        .candidates(MockRequest.of("GET", destination.target(), Headers.empty()))
                        .isEmpty();
    }

    private void answer(HttpServerExchange exchange, MockAnswer answer) {
        if (answer.before().isEmpty()) {
            send(exchange, answer);
            return;
        }
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> webhooks.sendAll(answer.before())
                        .whenComplete((done, failed) -> exchange.getIoThread().execute(() -> send(exchange, answer))));
    }

    private void send(HttpServerExchange exchange, MockAnswer answer) {
        MockReply reply = answer.reply();
        if (reply.delay().isZero()) {
            replies.send(exchange, reply);
            webhooks.sendAll(answer.after());
            return;
        }
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> exchange.getIoThread()
                        .executeAfter(
                                () -> {
                                    replies.send(exchange, reply);
                                    webhooks.sendAll(answer.after());
                                },
                                reply.delay().toMillis(),
                                TimeUnit.MILLISECONDS));
    }
}
