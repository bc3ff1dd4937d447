package io.mockarty.perf.module.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class McpModuleTest {

    private static final String END = "end";

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final WebServer server = WebServer.start()
            .on("/sse", this::streamOfEvents)
            .on("/messages", this::message)
            .on("/json", request -> streamable(request, false))
            .on("/stream", request -> streamable(request, true))
            .on("/silent", request -> {
                if (request.body().contains("initialize")) {
                    streamable(request, false);
                } else {
                    events.take();
                }
            });

    @AfterEach
    void stop() {
        events.add(END);
        server.close();
    }

    private void streamOfEvents(WebServer.Request request) throws IOException, InterruptedException {
        try (OutputStream out = request.stream("text/event-stream")) {
            WebServer.write(out, "event: endpoint\ndata: /messages?session=1\n\n");
            for (String event = events.take(); !event.equals(END); event = events.take()) {
                WebServer.write(out, "event: message\ndata: " + event + "\n\n");
            }
        }
    }

    private void message(WebServer.Request request) throws IOException {
        request.respond(202, "text/plain", "Accepted");
        String answer = answer(request.body());
        if (answer != null) {
            events.add("{\"jsonrpc\":\"2.0\",\"id\":\"s1\",\"method\":\"ping\"}");
            events.add("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}");
            events.add(answer);
        }
    }

    private void streamable(WebServer.Request request, boolean stream) throws IOException {
        if (request.method().equals("DELETE")) {
            request.respond(204, "text/plain", "");
            return;
        }
        if (!request.body().contains("\"initialize\"") && !"s-1".equals(request.header("Mcp-Session-Id"))) {
            request.respond(400, "text/plain", "no session");
            return;
        }
        request.exchange().getResponseHeaders().set("Mcp-Session-Id", "s-1");
        String answer = answer(request.body());
        if (answer == null) {
            request.respond(202, "text/plain", "");
        } else if (stream) {
            try (OutputStream out = request.stream("text/event-stream")) {
                WebServer.write(out, "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\"}\n\n");
                WebServer.write(out, "data: " + answer + "\n\n");
            }
        } else {
            request.respond(200, "application/json", answer);
        }
    }

    private static String answer(String body) {
        Map<?, ?> message = (Map<?, ?>) Json.parse(body);
        if (message.get("id") == null || message.get("method") == null) {
            return null;
        }
        Map<?, ?> params = message.get("params") instanceof Map<?, ?> map ? map : Map.of();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", message.get("id"));
        Object result = result(String.valueOf(message.get("method")), params);
        answer.put(
                result instanceof String ? "error" : "result",
                result instanceof String text ? Map.of("code", -32602, "message", text) : result);
        return Json.write(answer);
    }

    private static Object result(String method, Map<?, ?> params) {
        return switch (method) {
            case "initialize" -> Map.of("protocolVersion", "2025-03-26", "capabilities", Map.of());
            case "tools/list" ->
                params.containsKey("cursor")
                        ? Map.of("tools", List.of(Map.of("name", "get_time")))
                        : Map.of("tools", List.of(Map.of("name", "get_weather")), "nextCursor", "2");
            case "tools/call" ->
                params.get("name").equals("get_weather")
                        ? Map.of(
                                "content",
                                List.of(Map.of(
                                        "type",
                                        "text",
                                        "text",
                                        params.get("arguments").toString())))
                        : params.get("name").equals("broken")
                                ? Map.of("content", List.of(), "isError", true)
                                : "unknown tool";
            case "resources/list" -> Map.of("resources", List.of(Map.of("uri", "file:///a")));
            case "resources/read" -> Map.of("contents", List.of(Map.of("uri", params.get("uri"), "text", "A")));
            case "prompts/list" -> Map.of("prompts", List.of(Map.of("name", "greet")));
            case "prompts/get" -> Map.of("messages", List.of(Map.of("role", "user")));
            default -> Map.of();
        };
    }

    private ScriptRun script(String path, String text) {
        return ScriptRun.of(text).env("URL", server.url() + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sse", "/json", "/stream"})
    void the_example_of_the_documentation_runs(String path) {
        try (ScriptRun run = script(path, """
                var mcp = require('mockarty/mcp');
                var client = mcp.connect(__ENV.URL);
                module.exports.default = function () {
                    var tools = client.listTools();
                    var result = client.callTool('get_weather', {
                        city: 'London',
                    });
                    check(result, {
                        'no error': function (r) { return !r.isError; },
                        'has content': function (r) { return r.content && r.content.length > 0; },
                    });
                    console.log(tools.map(function (t) { return t.name; }).join());
                    console.log(result.content[0].type, result.content[0].text, result.timings.duration > 0);
                    client.close();
                };
                """)) {
            assertThat(run.printed()).containsExactly("get_weather,get_time", "text {city=London} true");
            assertThat(run.values("checks")).containsExactly(1.0, 1.0);
            assertThat(run.values("mcp_reqs")).containsExactly(1.0, 1.0, 1.0);
            assertThat(run.values("mcp_req_failed")).containsOnly(0.0);
            assertThat(run.values("mcp_req_duration")).hasSize(3);
            assertThat(run.routes())
                    .extracting(ScriptRun.Routed::route)
                    .containsExactly("MCP tools/list", "MCP tools/list", "MCP tool get_weather");
            assertThat(server.requests())
                    .anyMatch(request -> request.body().contains("notifications/initialized")
                            && "2025-03-26".equals(request.header("MCP-Protocol-Version")));
            if (path.equals("/sse")) {
                assertThat(server.requests())
                        .anyMatch(request -> request.body().contains("\"s1\"")
                                && request.body().contains("\"result\""));
            } else {
                assertThat(server.requests().get(server.requests().size() - 1).method())
                        .isEqualTo("DELETE");
            }
        }
    }

    @Test
    void resources_prompts_and_ping_are_there_as_well() {
        try (ScriptRun run = script("/json", """
                import mcp from 'mockarty/mcp';
                const client = mcp.connect(__ENV.URL, { headers: { 'X-Key': 'k' } });
                export default () => {
                    console.log(client.listResources()[0].uri, client.readResource('file:///a').contents[0].text);
                    console.log(client.listPrompts()[0].name, client.getPrompt('greet', { a: 1 }).messages[0].role);
                    console.log(client.ping().timings.duration > 0);
                };
                """)) {
            assertThat(run.printed()).containsExactly("file:///a A", "greet user", "true");
            assertThat(run.routes())
                    .extracting(ScriptRun.Routed::route)
                    .containsExactly(
                            "MCP resources/list",
                            "MCP resources/read",
                            "MCP prompts/list",
                            "MCP prompt greet",
                            "MCP ping");
            assertThat(server.requests()).allMatch(request -> "k".equals(request.header("X-Key")));
        }
    }

    @Test
    void failures_are_told_and_counted() {
        try (ScriptRun run = script("/json", """
                import mcp from 'mockarty/mcp';
                const client = mcp.connect(__ENV.URL);
                export default () => {
                    const unknown = client.callTool('none');
                    console.log(unknown.isError, unknown.content.length, unknown.error);
                    console.log(client.callTool('broken').isError);
                    const gone = mcp.connect('http://localhost:1/mcp').callTool('x');
                    console.log(gone.isError, gone.error.includes('refused'));
                    try { mcp.connect('http://localhost:1/sse').listTools(); } catch (e) { console.log(e.message); }
                    try { client.callTool(); } catch (e) { console.log(e.message); }
                };
                """)) {
            assertThat(run.printed())
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo("true 0 mcp: tools/call: error -32602: unknown tool"),
                            line -> assertThat(line).isEqualTo("true"),
                            line -> assertThat(line).isEqualTo("true true"),
                            line -> assertThat(line)
                                    .startsWith("mcp: tools/list: ")
                                    .contains("refused"),
                            line -> assertThat(line).isEqualTo("mcp.callTool: name: missing (expected: a string)"));
            assertThat(run.values("mcp_req_failed")).containsExactly(1.0, 1.0, 1.0, 1.0);
        }
    }

    @Test
    void a_response_that_does_not_come_ends_with_the_timeout_and_the_next_call_has_a_new_session() {
        try (ScriptRun run = script("/silent", """
                import mcp from 'mockarty/mcp';
                const client = mcp.connect(__ENV.URL, { timeout: '300ms' });
                export default () => {
                    for (let i = 0; i < 2; i++) { console.log(client.callTool('get_weather').error); }
                };
                """)) {
            assertThat(run.printed())
                    .hasSize(2)
                    .allSatisfy(line ->
                            assertThat(line).startsWith("mcp: tools/call: ").contains("timeout"));
        }
    }

    @Test
    void a_user_that_waits_can_be_cut_off() throws InterruptedException {
        try (ScriptRun run = script("/sse", """
                import mcp from 'mockarty/mcp';
                const client = mcp.connect(__ENV.URL);
                export default () => { client.listTools(); console.log('first'); client.callTool('x', {}, { timeout: '1h' }); client.ping({ timeout: '1h' }); };
                """)) {
            run.load();
            Outcome[] outcome = new Outcome[1];
            Thread thread = new Thread(() -> {
                do {
                    outcome[0] = run.iterate();
                } while (outcome[0] == Outcome.COMPLETED);
            });
            thread.start();
            while (run.lines().isEmpty()) {
                Thread.onSpinWait();
            }
            run.cancel();
            thread.join(20_000);
            assertThat(outcome[0]).isEqualTo(Outcome.INTERRUPTED);
        }
    }
}
