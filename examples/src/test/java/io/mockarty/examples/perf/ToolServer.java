package io.mockarty.examples.perf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mockarty.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A server of MCP with one tool, {@code get_weather}, over events: {@code GET /sse} opens a session, whose answers to
 * what is sent to {@code POST /messages} come as events.
 */
final class ToolServer implements AutoCloseable {

    private static final String END = "";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, BlockingQueue<String>> sessions = new ConcurrentHashMap<>();

    private ToolServer(HttpServer server) {
        this.server = server;
    }

    static ToolServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ToolServer tools = new ToolServer(http);
        http.setExecutor(tools.threads);
        http.createContext("/sse", tools::open);
        http.createContext("/messages", tools::take);
        http.start();
        return tools;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void open(HttpExchange exchange) throws IOException {
        String session = UUID.randomUUID().toString();
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        sessions.put(session, answers);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream events = exchange.getResponseBody()) {
            send(events, "endpoint", "/messages?session=" + session);
            for (String answer = answers.take(); !answer.equals(END); answer = answers.take()) {
                send(events, "message", answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sessions.remove(session);
        }
    }

    private static void send(OutputStream events, String event, String data) throws IOException {
        events.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        events.flush();
    }

    private void take(HttpExchange exchange) throws IOException {
        String session = exchange.getRequestURI().getQuery().substring("session=".length());
        Map<?, ?> message =
                (Map<?, ?>) Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        BlockingQueue<String> answers = sessions.get(session);
        exchange.sendResponseHeaders(answers == null ? 404 : 202, -1);
        exchange.close();
        Object id = message == null ? null : message.get("id");
        if (answers != null && id != null) {
            answers.add(Json.write(Map.of("jsonrpc", "2.0", "id", id, "result", result(message))));
        }
    }

    private static Map<String, Object> result(Map<?, ?> message) {
        return switch (String.valueOf(message.get("method"))) {
            case "initialize" ->
                Map.of(
                        "protocolVersion", "2024-11-05",
                        "capabilities", Map.of("tools", Map.of()),
                        "serverInfo", Map.of("name", "weather", "version", "1"));
            case "tools/list" ->
                Map.of("tools", List.of(Map.of("name", "get_weather", "inputSchema", Map.of("type", "object"))));
            case "tools/call" -> Map.of("content", List.of(Map.of("type", "text", "text", "rain")), "isError", false);
            default -> Map.of();
        };
    }

    @Override
    public void close() {
        sessions.values().forEach(answers -> answers.add(END));
        server.stop(0);
        threads.shutdownNow();
    }
}
