package io.mockarty.perf.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over HTTP/1.1 and keeps connections open, for one virtual user. To servers that prefer HTTP/2 when
 * they are asked during the handshake of TLS, requests go over OkHttp if that is on the class path. Thread-safe;
 * requests of several threads go over connections of their own. A thread that is interrupted gets its failure at once
 * only when {@link #close} is called as well, since sockets do not notice interrupts.
 *
 * <p>Redirects, cookies and compressed bodies are left to the caller.
 */
public final class HttpClient implements AutoCloseable {

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE");

    private static final int SWITCHING = 101;

    /** After so much idleness the server may well have closed a connection. */
    private static final long STALE_NANOS = 1_000_000_000;

    private final ClientSettings settings;
    private final long staleNanos;
    private final Connector connector;
    private final Set<Origin> preferHttp2;
    private final Addresses addresses;
    private @Nullable Http2 http2;
    private boolean http2Asked;
    private final Map<Origin, Deque<HttpConnection>> idle = new HashMap<>();
    private final Set<HttpConnection> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Creates a client.
     *
     * @param settings how it connects
     * @param deadlines ends exchanges that take too long; may be shared by many clients
     */
    public HttpClient(ClientSettings settings, Deadlines deadlines) {
        this(settings, deadlines, STALE_NANOS);
    }

    HttpClient(ClientSettings settings, Deadlines deadlines, long staleNanos) {
        this.staleNanos = staleNanos;
        this.settings = settings;
        addresses = new Addresses(settings);
        connector = new Connector(settings, addresses, deadlines);
        preferHttp2 = deadlines.http2();
    }

    /**
     * Sends a request and reads the answer.
     *
     * @param call the request
     * @return the answer, whatever its status
     * @throws HttpFailure when there is none
     */
    public HttpAnswer send(HttpCall call) throws HttpFailure {
        long start = System.nanoTime();
        long deadline = start + call.timeout().toNanos();
        Origin origin = Origin.of(call.uri());
        Http2 multiplexed = origin.secure() && Http2.knows(call) ? http2() : null;
        if (multiplexed != null && preferHttp2.contains(origin)) {
            return multiplexed.send(call, origin, call.timeout());
        }
        HttpConnection kept = takeIdle(origin);
        if (kept != null) {
            try {
                return exchange(kept, call, deadline);
            } catch (HttpFailure e) {
                // The server may have closed it just when it was used again; that is no failure of the server.
                boolean again = kept.used()
                        && !kept.answerBegun()
                        && !kept.watch().late()
                        && REPEATABLE.contains(call.method())
                        && !closed;
                if (!again) {
                    throw e;
                }
            }
        }
        HttpConnection connection = connect(origin, deadline, multiplexed != null);
        if (multiplexed != null && "h2".equals(connection.agreed())) {
            discard(connection);
            preferHttp2.add(origin);
            return multiplexed.send(call, origin, Duration.ofNanos(deadline - System.nanoTime()));
        }
        return exchange(connection, call, deadline);
    }

    /** What speaks HTTP/2 for this client, or null; made when a server with encryption is called first. */
    private synchronized @Nullable Http2 http2() {
        if (!http2Asked) {
            http2Asked = true;
            http2 = Http2.create(settings, addresses);
        }
        return http2;
    }

    private HttpAnswer exchange(HttpConnection connection, HttpCall call, long deadline) throws HttpFailure {
        long start = System.nanoTime();
        connection.watch().until(deadline);
        try {
            HttpAnswer answer = connection.exchange(call);
            release(connection);
            return answer;
        } catch (IOException e) {
            discard(connection);
            HttpTimings timings = new HttpTimings(0, 0, 0, 0, System.nanoTime() - start, 0);
            throw connection.watch().late()
                    ? timeout(connection.origin(), timings)
                    : failure(connection.origin(), e, timings);
        }
    }

    /**
     * Sends a request and reads the head of the answer. The timeout of the request ends with the head.
     *
     * @param call the request
     * @return the answer, whose body is to be read and closed
     * @throws HttpFailure when there is none
     */
    public StreamedAnswer stream(HttpCall call) throws HttpFailure {
        long deadline = System.nanoTime() + call.timeout().toNanos();
        HttpConnection connection = connect(Origin.of(call.uri()), deadline, false);
        connection.watch().until(deadline);
        try {
            HttpAnswer answer = connection.open(call);
            InputStream body = connection.stream(answer);
            return new StreamedAnswer(answer, body, () -> cut(connection));
        } catch (IOException e) {
            discard(connection);
            throw connection.watch().late()
                    ? timeout(connection.origin(), HttpTimings.NONE)
                    : failure(connection.origin(), e, HttpTimings.NONE);
        }
    }

    /**
     * Asks a server to go on with another protocol, over a connection of its own. The timeout of the request ends with
     * the answer.
     *
     * @param call the request, with the headers {@code Connection} and {@code Upgrade}
     * @return the answer, and the connection when its status is 101
     * @throws HttpFailure when there is none
     */
    public UpgradedAnswer upgrade(HttpCall call) throws HttpFailure {
        long deadline = System.nanoTime() + call.timeout().toNanos();
        HttpConnection connection = connect(Origin.of(call.uri()), deadline, false);
        connection.watch().until(deadline);
        try {
            HttpAnswer answer = connection.upgrade(call);
            OutputStream out = connection.out();
            if (answer.status() != SWITCHING) {
                discard(connection);
            }
            return new UpgradedAnswer(answer, connection.afterUpgrade(), out, () -> cut(connection));
        } catch (IOException e) {
            discard(connection);
            throw connection.watch().late()
                    ? timeout(connection.origin(), HttpTimings.NONE)
                    : failure(connection.origin(), e, HttpTimings.NONE);
        }
    }

    /**
     * An answer after which the connection belongs to another protocol.
     *
     * @param head the answer, with its body unless the status is 101
     * @param in what the server sends from then on; one thread at a time may read
     * @param out takes what is to be sent, without a buffer
     * @param end closes the connection; reading and writing end with an exception, also on other threads
     */
    public record UpgradedAnswer(HttpAnswer head, InputStream in, OutputStream out, Runnable end) {}

    /**
     * An answer whose body is still to come.
     *
     * @param head the answer without its body
     * @param body the body as it arrives
     * @param end gives the connection back; reading ends with an exception, also on another thread
     */
    public record StreamedAnswer(HttpAnswer head, InputStream body, Runnable end) {}

    private HttpConnection connect(Origin origin, long deadline, boolean offerHttp2) throws HttpFailure {
        HttpConnection connection = connector.open(origin, deadline, offerHttp2);
        all.add(connection);
        if (closed) {
            cut(connection);
        }
        return connection;
    }

    private @Nullable HttpConnection takeIdle(Origin origin) {
        while (true) {
            HttpConnection connection;
            synchronized (idle) {
                Deque<HttpConnection> waiting = idle.get(origin);
                connection = waiting == null ? null : waiting.pollLast();
            }
            if (connection == null || isUsable(connection)) {
                return connection;
            }
            discard(connection);
        }
    }

    private boolean isUsable(HttpConnection connection) {
        return !connection.watch().late() && (connection.idleNanos() < staleNanos || connection.fresh());
    }

    private void release(HttpConnection connection) {
        if (!connection.open() || !settings.reuse() || closed) {
            discard(connection);
            return;
        }
        synchronized (idle) {
            idle.computeIfAbsent(connection.origin(), missing -> new ArrayDeque<>())
                    .addLast(connection);
        }
    }

    private void cut(HttpConnection connection) {
        connection.cut();
        discard(connection);
    }

    private void discard(HttpConnection connection) {
        connection.close();
        all.remove(connection);
        connector.closed(connection);
    }

    /** Closes connections that are not in use. */
    public void closeIdle() {
        synchronized (idle) {
            idle.values().forEach(waiting -> waiting.forEach(this::discard));
            idle.clear();
        }
        Http2 multiplexed = existingHttp2();
        if (multiplexed != null) {
            multiplexed.closeIdle();
        }
    }

    private synchronized @Nullable Http2 existingHttp2() {
        return http2;
    }

    /** {@return whether {@link #close} was called} */
    public boolean isClosed() {
        return closed;
    }

    /** Closes all connections; exchanges that go on fail at once. */
    @Override
    public void close() {
        closed = true;
        connector.close();
        all.forEach(this::cut);
        Http2 multiplexed = existingHttp2();
        if (multiplexed != null) {
            multiplexed.close();
        }
    }

    static HttpFailure timeout(Origin origin, HttpTimings timings) {
        return new HttpFailure(FailureCodes.TIMEOUT, "request timeout: " + origin.authority(), timings, null);
    }

    static HttpFailure failure(Origin origin, IOException problem, HttpTimings timings) {
        return problem instanceof HttpFailure known
                ? known
                : new HttpFailure(
                        FailureCodes.of(problem), FailureCodes.words(problem, origin.authority()), timings, problem);
    }
}
