package io.mockarty.resolver.http;

import io.mockarty.engine.ErrorReply;
import io.mockarty.engine.MockAnswer;
import io.mockarty.engine.MockEngine;
import io.mockarty.journal.UndefinedRequests;
import io.mockarty.match.Candidate;
import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.render.WebhookCall;
import io.mockarty.repository.RepositoryException;
import io.mockarty.request.Headers;
import io.mockarty.request.MockReply;
import io.mockarty.request.MockRequest;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns HTTP exchanges into requests, and answers into exchanges. Runs on the I/O threads and never blocks them. */
final class HttpDoor implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final byte[] NO_BODY = new byte[0];

    /** What all listeners of a server share. */
    record Shared(
            MockEngine engine,
            WebhookSender webhooks,
            Draining draining,
            HttpLimits limits,
            Health health,
            UndefinedRequests stray,
            Clock clock) {}

    private final Router router;
    private final Shared server;
    private final ReplySender replies = new ReplySender();

    HttpDoor(Router router, Shared server) {
        this.router = router;
        this.server = server;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        server.draining().enter(exchange);
        if (RequestReader.wantsClose(exchange)) {
            exchange.setPersistent(false);
        }
        String target = RequestReader.target(exchange);
        Router.Destination destination = router.find(target, exchange.getRequestHeaders());
        if (exchange.isRequestComplete()) {
            answer(exchange, destination, NO_BODY);
        } else {
            new BodyReceiver(exchange, server.limits(), arrival(exchange, destination)).start();
        }
    }

    private Arrival arrival(HttpServerExchange exchange, Router.Destination destination) {
        ServerConnection connection = exchange.getConnection();
        LatestArrival latest = connection.getAttachment(LatestArrival.KEY);
        if (latest == null) {
            latest = new LatestArrival();
            connection.putAttachment(LatestArrival.KEY, latest);
            connection.addCloseListener(latest);
        }
        Arrival arrival = new Arrival(destination);
        latest.arrival = arrival;
        return arrival;
    }

    /** The latest request of a connection, which is given up when the connection is closed from this side. */
    private static final class LatestArrival implements ServerConnection.CloseListener {

        private static final AttachmentKey<LatestArrival> KEY = AttachmentKey.create(LatestArrival.class);

        private volatile @Nullable Arrival arrival;

        @Override
        public void closed(ServerConnection connection) {
            Arrival latest = arrival;
            if (latest != null) {
                latest.cut();
            }
        }
    }

    /** A request whose body is on its way; its namespace counts it from the head until it is recorded or given up. */
    private final class Arrival implements BodyReceiver.Sink {

        private final Router.Destination destination;
        private final AtomicBoolean ended = new AtomicBoolean();

        Arrival(Router.Destination destination) {
            this.destination = destination;
            if (destination.namespace() != null) {
                destination.namespace().inFlight().enter();
            }
        }

        private void end() {
            if (destination.namespace() != null && ended.compareAndSet(false, true)) {
                destination.namespace().inFlight().leave();
            }
        }

        @Override
        public void received(HttpServerExchange exchange, byte[] bytes) {
            try {
                byte[] body = ContentCoding.decode(
                        bytes, exchange.getRequestHeaders(), server.limits().maxBodyBytes());
                answer(exchange, destination, body);
            } catch (RequestTooBigException e) {
                tooLarge(exchange);
            } catch (IOException e) {
                error(exchange, 400, "validation", "the body is not what Content-Encoding says: " + e.getMessage());
            } finally {
                end();
            }
        }

        @Override
        public void tooLarge(HttpServerExchange exchange) {
            end();
            long limit = server.limits().maxBodyBytes();
            error(
                    exchange,
                    413,
                    "validation",
                    "request body: larger than the limit (expected: at most " + limit + " bytes)");
        }

        @Override
        public void broken(HttpServerExchange exchange, IOException problem) {
            end();
            exchange.setPersistent(false);
            error(exchange, 400, "validation", "request body: cannot be read to its end: " + problem.getMessage());
        }

        @Override
        public void cut() {
            end();
        }
    }

    private void error(HttpServerExchange exchange, int status, String code, String message) {
        replies.send(exchange, ErrorReply.of(status, code, message, ReplySender.requestId()));
    }

    private void answer(HttpServerExchange exchange, Router.Destination destination, byte[] body) {
        try {
            Namespace namespace = destination.namespace();
            if (destination.isHealth() && isRead(exchange) && !isMocked(destination)) {
                replies.send(exchange, server.health().answer(destination.target()));
            } else if (namespace == null) {
                server.stray()
                        .add(
                                RequestReader.read(exchange, destination.target(), body),
                                server.clock().instant());
                error(exchange, 404, "not_found", destination.problem());
            } else {
                MockRequest request = RequestReader.read(exchange, destination.target(), body);
                if (server.engine().mayBlock(namespace, request)) {
                    answerOnWorker(exchange, namespace, request);
                } else {
                    answer(exchange, server.engine().handle(namespace, request));
                }
            }
        } catch (RuntimeException e) {
            internal(exchange, e);
        }
    }

    /** Lets a worker wait for the database, and the I/O thread send what comes of it. */
    private void answerOnWorker(HttpServerExchange exchange, Namespace namespace, MockRequest request) {
        namespace.inFlight().enter();
        exchange.dispatch(
                exchange.getConnection().getWorker(),
                () -> exchange.getIoThread().execute(handle(exchange, namespace, request)));
    }

    /** Returns what is left to do. */
    private Runnable handle(HttpServerExchange exchange, Namespace namespace, MockRequest request) {
        try {
            MockAnswer answer = server.engine().handle(namespace, request);
            return () -> answer(exchange, answer);
        } catch (RepositoryException e) {
            LOG.error("{} cannot be answered: {}", request, e.getMessage());
            return () -> error(exchange, 503, "unavailable", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return () -> internal(exchange, e);
        } finally {
            namespace.inFlight().leave();
        }
    }

    private static boolean isRead(HttpServerExchange exchange) {
        HttpString method = exchange.getRequestMethod();
        return method.equals(Methods.GET) || method.equals(Methods.HEAD);
    }

    private static boolean isMocked(Router.Destination destination) {
        Namespace namespace = destination.namespace();
        if (namespace != null) {
            MockRequest get = MockRequest.of("GET", destination.target(), Headers.empty());
            for (Candidate<LiveMock> candidate : namespace.candidates(get)) {
                if (candidate.pattern().acceptsMethod("GET")) {
                    return true;
                }
            }
        }
        return false;
    }

    private void answer(HttpServerExchange exchange, MockAnswer answer) {
        if (answer.before().isEmpty()) {
            send(exchange, answer);
            return;
        }
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> webhooks(exchange, answer.before())
                        .whenComplete((done, failed) -> exchange.getIoThread().execute(() -> send(exchange, answer))));
    }

    private void send(HttpServerExchange exchange, MockAnswer answer) {
        MockReply reply = answer.reply();
        if (reply.delay().isZero()) {
            sendNow(exchange, answer);
            return;
        }
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> exchange.getIoThread()
                        .executeAfter(
                                () -> sendNow(exchange, answer), reply.delay().toMillis(), TimeUnit.MILLISECONDS));
    }

    private void sendNow(HttpServerExchange exchange, MockAnswer answer) {
        try {
            replies.send(exchange, answer.reply());
        } catch (RuntimeException e) {
            internal(exchange, e);
        }
        if (!answer.after().isEmpty()) {
            webhooks(exchange, answer.after());
        }
    }

    /** The first message makes a client, which takes too long for an I/O thread. */
    private CompletionStage<@Nullable Void> webhooks(HttpServerExchange exchange, List<WebhookCall> calls) {
        return CompletableFuture.completedFuture(calls)
                .thenComposeAsync(
                        server.webhooks()::sendAll, exchange.getConnection().getWorker());
    }

    private void internal(HttpServerExchange exchange, RuntimeException problem) {
        LOG.error("{} {} cannot be answered", exchange.getRequestMethod(), exchange.getRequestURI(), problem);
        exchange.getResponseHeaders().clear();
        error(exchange, 500, "internal", "the request cannot be answered: " + problem);
    }
}
