package io.mockarty.perf.module.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server whose answers a test writes by hand. */
final class WebServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** Answers requests of one path. */
    interface Answer {

        void to(Request request) throws IOException, InterruptedException;
    }

    /** A request that came. */
    record Request(HttpExchange exchange, String body) {

        String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }

        String method() {
            return exchange.getRequestMethod();
        }

        void respond(int status, String type, String content) throws IOException {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        /** Begins an answer that goes on; close it. */
        OutputStream stream(String type) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            return exchange.getResponseBody();
        }
    }

    private WebServer(HttpServer server) {
        this.server = server;
    }

    static WebServer start() {
        try {
            WebServer web =
                    new WebServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            web.server.setExecutor(web.threads);
            web.server.start();
            return web;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WebServer on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            Request request =
                    new Request(exchange, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            try {
                answer.to(request);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
