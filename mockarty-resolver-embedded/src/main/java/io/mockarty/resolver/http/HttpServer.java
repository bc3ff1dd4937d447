package io.mockarty.resolver.http;

import io.mockarty.engine.MockEngine;
import io.mockarty.journal.UndefinedRequests;
import io.mockarty.namespace.InFlight;
import io.mockarty.namespace.Namespaces;
import io.mockarty.resolver.tls.ClientAuth;
import io.mockarty.resolver.tls.Tls;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.OpenListener;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioExecutor;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;
import org.xnio.ssl.SslConnection;

/**
 * The HTTP side of one server: I/O threads of its own and any number of listeners, opened and closed at will. HTTP/2 is
 * spoken with prior knowledge, after an upgrade, and over TLS after ALPN. Thread-safe.
 */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int BUFFER_BYTES = 16 * 1024 - 20;
    private static final int BACKLOG = 1_000;

    private static final Duration TASK_TIMEOUT = Duration.ofSeconds(1);

    /** A thread that has not looked at its connections by then does not come back. */
    private static final Duration LOOK_TIMEOUT = Duration.ofSeconds(5);

    private static final long WAKE_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final HttpLimits limits;
    private final Draining draining = new Draining();
    private final WebhookSender webhooks = new WebhookSender();
    private final UndefinedRequests strayRequests = new UndefinedRequests();
    private final HttpDoor.Shared shared;
    private final Namespaces namespaces;
    private final XnioWorker worker;
    private final ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES);
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();

    /** An open port, and what opens the connections that come to it. */
    private record Listening(AcceptingChannel<? extends StreamConnection> channel, OpenListener connections) {

        void close() {
            IoUtils.safeClose(channel);
        }
    }

    /**
     * Starts the I/O threads; no port is open yet.
     *
     * @param namespaces the namespaces that are served
     * @param engine what answers
     * @param limits what the door puts up with
     */
    public HttpServer(Namespaces namespaces, MockEngine engine, HttpLimits limits) {
        QuietLogs.apply();
        this.namespaces = namespaces;
        this.limits = limits;
        this.shared = new HttpDoor.Shared(
                engine, webhooks, draining, limits, new Health(namespaces), strayRequests, namespaces.clock());
        try {
            this.worker = Xnio.getInstance(Undertow.class.getClassLoader()).createWorker(workerOptions());
        } catch (IOException e) {
            throw new UncheckedIOException("the I/O threads cannot be started", e);
        }
    }

    private static OptionMap workerOptions() {
        int cores = Runtime.getRuntime().availableProcessors();
        return OptionMap.builder()
                .set(Options.WORKER_NAME, "mockarty")
                .set(Options.WORKER_IO_THREADS, cores)
                .set(Options.WORKER_TASK_CORE_THREADS, 1)
                .set(Options.WORKER_TASK_MAX_THREADS, cores * 8)
                .set(Options.CONNECTION_HIGH_WATER, 1_000_000)
                .set(Options.CONNECTION_LOW_WATER, 1_000_000)
                .set(Options.TCP_NODELAY, true)
                .set(Options.THREAD_DAEMON, true)
                .getMap();
    }

    /**
     * Opens a port.
     *
     * @param address where to listen; port 0 for a free one
     * @param place what is served there
     * @return the address that is listened on
     * @throws UncheckedIOException naming the address, when it cannot be bound
     * @throws IllegalStateException when the server is closed
     */
    public InetSocketAddress listen(InetSocketAddress address, Place place) {
        HttpOpenListener http = new HttpOpenListener(buffers, connectionOptions());
        http.setRootHandler(upgrading(door(place)));
        ChannelListener<AcceptingChannel<StreamConnection>> acceptor = accepting(http);
        return bind(address, http, () -> worker.createStreamConnectionServer(address, acceptor, socketOptions()));
    }

    /**
     * Opens a port for TLS.
     *
     * @param address where to listen; port 0 for a free one
     * @param place what is served there
     * @param tls the identity of the server
     * @return the address that is listened on
     * @throws UncheckedIOException naming the address, when it cannot be bound
     * @throws IllegalStateException when the server is closed
     */
    public InetSocketAddress listen(InetSocketAddress address, Place place, Tls tls) {
        OptionMap options = connectionOptions();
        HttpHandler door = door(place);
        HttpOpenListener http = new HttpOpenListener(buffers, options);
        Http2OpenListener http2 = new Http2OpenListener(buffers, options);
        AlpnOpenListener alpn = new AlpnOpenListener(buffers, options, http);
        alpn.addProtocol(Http2OpenListener.HTTP2, http2, 10);
        alpn.setRootHandler(door);
        ChannelListener<AcceptingChannel<SslConnection>> acceptor = accepting(alpn);
        OptionMap sslOptions = OptionMap.builder()
                .addAll(socketOptions())
                .set(Options.SSL_CLIENT_AUTH_MODE, clientAuth(tls.clientAuth()))
                .getMap();
        UndertowXnioSsl ssl = new UndertowXnioSsl(
                worker.getXnio(), OptionMap.create(Options.USE_DIRECT_BUFFERS, true), tls.sslContext());
        return bind(address, http, () -> ssl.createSslConnectionServer(worker, address, acceptor, sslOptions));
    }

    /**
     * Opens a connection that has come; unlike XNIO's own adapter it takes a listener that was closed since quietly.
     */
    private static <C extends StreamConnection> ChannelListener<AcceptingChannel<C>> accepting(
            ChannelListener<? super C> opening) {
        return channel -> {
            try {
                C connection = channel.accept();
                if (connection != null) {
                    ChannelListeners.invokeChannelListener(connection, opening);
                }
            } catch (ClosedChannelException e) {
                LOG.trace("the port was closed while a connection came");
            } catch (IOException e) {
                LOG.warn("a connection cannot be accepted", e);
            }
        };
    }

    private static SslClientAuthMode clientAuth(ClientAuth policy) {
        return switch (policy) {
            case NONE -> SslClientAuthMode.NOT_REQUESTED;
            case WANT -> SslClientAuthMode.REQUESTED;
            case NEED -> SslClientAuthMode.REQUIRED;
        };
    }

    private HttpDoor door(Place place) {
        return new HttpDoor(new Router(namespaces, place), shared);
    }

    /** A request with a body stays what it is: its upgrade, which may be ignored, would wait for the body unbounded. */
    private static HttpHandler upgrading(HttpDoor door) {
        HttpHandler upgrade = new Http2UpgradeHandler(door);
        return exchange -> (exchange.isRequestComplete() ? upgrade : door).handleRequest(exchange);
    }

    /** Opens a server channel. */
    @FunctionalInterface
    private interface Opening {
        AcceptingChannel<? extends StreamConnection> open() throws IOException;
    }

    private InetSocketAddress bind(InetSocketAddress address, OpenListener connections, Opening opening) {
        if (worker.isShutdown()) {
            throw new IllegalStateException("the server is closed (expected: ports are opened while it runs)");
        }
        try {
            AcceptingChannel<? extends StreamConnection> listener = opening.open();
            listeners.add(new Listening(listener, connections));
            listener.resumeAccepts();
            return (InetSocketAddress) listener.getLocalAddress();
        } catch (BindException e) {
            throw new UncheckedIOException(
                    "port " + address.getPort() + " on " + address.getHostString()
                            + " is taken or not allowed (expected: a free port, or 0 to have one chosen)",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + address, e);
        }
    }

    private OptionMap connectionOptions() {
        return OptionMap.builder()
                .set(UndertowOptions.ENABLE_HTTP2, true)
                // The engine decodes the path itself, once, so that %2F stays inside its segment.
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                // The door counts by itself, to be able to answer when there is too much.
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .set(UndertowOptions.MAX_HEADER_SIZE, limits.maxHeaderBytes())
                .set(UndertowOptions.MAX_PARAMETERS, limits.maxHeaderBytes())
                .set(UndertowOptions.MAX_HEADERS, limits.maxHeaders())
                .set(
                        UndertowOptions.REQUEST_PARSE_TIMEOUT,
                        Math.toIntExact(limits.requestTimeout().toMillis()))
                .set(
                        UndertowOptions.NO_REQUEST_TIMEOUT,
                        Math.toIntExact(limits.idleTimeout().toMillis()))
                .getMap();
    }

    private static OptionMap socketOptions() {
        return OptionMap.builder()
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                .set(Options.BALANCING_TOKENS, 1)
                .set(Options.BALANCING_CONNECTIONS, 2)
                .set(Options.BACKLOG, BACKLOG)
                .getMap();
    }

    /** {@return the requests that belong to no namespace} */
    public UndefinedRequests strayRequests() {
        return strayRequests;
    }

    /**
     * Closes one listener and the connections that came to it.
     *
     * @param address the address it listens on
     */
    public void stopListening(InetSocketAddress address) {
        List<Listening> closing = new ArrayList<>(listeners);
        closing.removeIf(listener -> !address.equals(listener.channel().getLocalAddress()));
        listeners.removeAll(closing);
        closing.forEach(listener -> {
            listener.close();
            listener.connections().closeConnections();
        });
        // Each connection is closed by its own thread.
        runTasks();
    }

    /** Waits, for a second at most, until each I/O thread has run the tasks it was given so far. */
    public void runTasks() {
        InFlight tasks = new InFlight();
        for (XnioExecutor thread : ioThreads()) {
            tasks.enter();
            try {
                thread.execute(tasks::leave);
            } catch (RejectedExecutionException e) {
                tasks.leave();
            }
        }
        tasks.awaitIdle(TASK_TIMEOUT);
    }

    private List<XnioExecutor> ioThreads() {
        List<XnioExecutor> threads = new ArrayList<>();
        for (int i = 0; i < worker.getIoThreadCount(); i++) {
            threads.add(worker.getIoThread(i));
        }
        return threads;
    }

    /**
     * Waits until the I/O threads have looked at everything that has reached the server so far, on connections that
     * they are still to accept as well.
     *
     * @param atMost how long; an interrupt ends the wait as well, and stays set
     */
    public void awaitReads(Duration atMost) {
        Duration bounded = atMost.compareTo(LOOK_TIMEOUT) < 0 ? atMost : LOOK_TIMEOUT;
        long deadline = System.nanoTime() + bounded.toNanos();
        List<XnioExecutor> acceptors =
                listeners.stream().map(HttpServer::acceptor).toList();
        List<XnioExecutor> readers = ioThreads();
        // A thread runs all tasks that are there before it looks, so only one that is due later comes after a look.
        for (List<XnioExecutor> threads : List.of(acceptors, acceptors, readers, readers)) {
            InFlight tasks = new InFlight();
            for (XnioExecutor thread : threads) {
                tasks.enter();
                try {
                    thread.executeAfter(tasks::leave, 1, TimeUnit.MILLISECONDS);
                } catch (RejectedExecutionException e) {
                    tasks.leave();
                }
            }
            awaitDelayed(tasks, threads, deadline);
        }
    }

    /** Waits for delayed tasks. A thread that sleeps past the time of one is woken, and then sees to it. */
    private static void awaitDelayed(InFlight tasks, List<XnioExecutor> threads, long deadline) {
        long left = deadline - System.nanoTime();
        while (left > 0 && !tasks.awaitIdle(Duration.ofNanos(Math.min(left, WAKE_UP_NANOS)))) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            for (XnioExecutor thread : threads) {
                try {
                    thread.execute(() -> {});
                } catch (RejectedExecutionException e) {
                    return; // the server is closing
                }
            }
            left = deadline - System.nanoTime();
        }
    }

    /** The one thread that accepts; XNIO's replacement for this method chooses any. */
    @SuppressWarnings("deprecation")
    private static XnioExecutor acceptor(Listening listener) {
        return listener.channel().getAcceptThread();
    }

    /**
     * Closes all listeners, waits for answers that are still to be sent, then closes all connections and threads.
     *
     * @param drain how long to wait at most; what is not answered by then is cut
     */
    public void close(Duration drain) {
        listeners.forEach(Listening::close);
        listeners.clear();
        draining.drain(drain);
        webhooks.close();
        worker.shutdownNow();
        awaitWorker();
        buffers.close();
    }

    private void awaitWorker() {
        try {
            worker.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes everything at once, without waiting for answers. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
