package io.mockarty.perf.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.threshold.Thresholds;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers Prometheus at {@code /metrics} while a run goes on. Thread-safe. */
public final class PrometheusEndpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrometheusEndpoint.class);
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Set<String> PATHS = Set.of("/", "/metrics");
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final Supplier<Snapshot> snapshots;
    private final Thresholds thresholds;
    private final HttpServer server;
    private final ExecutorService thread;

    private PrometheusEndpoint(Supplier<Snapshot> snapshots, Thresholds thresholds, HttpServer server) {
        this.snapshots = snapshots;
        this.thresholds = thresholds;
        this.server = server;
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, "prometheus-endpoint");
            daemon.setDaemon(true);
            return daemon;
        });
        server.setExecutor(thread);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * {@return an endpoint that answers from now on}
     *
     * @param port on all addresses of the machine; 0 for any that is free
     * @param snapshots gives what was measured so far; when it throws, the answer is 503
     * @param thresholds are evaluated at each question
     * @throws IOException when the port is taken
     */
    public static PrometheusEndpoint start(int port, Supplier<Snapshot> snapshots, Thresholds thresholds)
            throws IOException {
        try {
            return new PrometheusEndpoint(snapshots, thresholds, HttpServer.create(new InetSocketAddress(port), 0));
        } catch (IOException e) {
            throw new IOException("prometheus:" + port + ": cannot listen: " + e.getMessage(), e);
        }
    }

    /** {@return where it listens} */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!PATHS.contains(exchange.getRequestURI().getPath())) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else if (!List.of("GET", "HEAD").contains(method)) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
            } else {
                send(exchange, method.equals("GET"));
            }
        }
    }

    private void send(HttpExchange exchange, boolean withBody) throws IOException {
        String text;
        try {
            Snapshot snapshot = snapshots.get();
            text = PrometheusText.of(snapshot, thresholds.evaluate(snapshot));
        } catch (RuntimeException e) {
            LOG.debug("There is nothing to tell Prometheus", e);
            exchange.sendResponseHeaders(UNAVAILABLE, -1);
            return;
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
        exchange.sendResponseHeaders(OK, withBody ? body.length : -1);
        if (withBody) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Stops answering. */
    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
