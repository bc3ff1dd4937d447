package io.mockarty.perf.module.web;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.http.HttpSupport;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A session with a server of MCP, opened when it is needed and again when it was lost. Used by one thread. */
final class McpSession {

    private static final String FUNCTION = "mcp.connect";
    private static final String NEWEST = "2025-06-18";
    private static final Set<Integer> PERHAPS_OLDER = Set.of(400, 404, 405);

    private final ModuleContext user;
    private final Target target;
    private final WebCalls calls;
    private @Nullable McpTransport transport;
    private long ids;

    /** Where the server is, and how to talk to it. */
    private record Target(URI uri, CallOptions call, String transport, String version) {}

    private McpSession(ModuleContext user, WebCalls calls, Target target) {
        this.user = user;
        this.calls = calls;
        this.target = target;
    }

    static McpSession of(ModuleContext user, WebCalls calls, String url, @Nullable Value object) {
        ScriptOptions options = CallOptions.of(user, FUNCTION, object);
        CallOptions call = CallOptions.read(options);
        String transport = options.text("transport");
        String version = options.text("protocolVersion");
        if (transport != null && !Set.of("auto", "http", "sse").contains(transport)) {
            options.problem("transport", transport, "auto, http or sse");
        }
        options.done();
        URI uri = HttpSupport.uri(FUNCTION, url);
        String chosen = transport == null ? "auto" : transport;
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (chosen.equals("auto") && (path.endsWith("/sse") || path.endsWith("/sse/"))) {
            chosen = "sse";
        }
        return new McpSession(user, calls, new Target(uri, call, chosen, version == null ? NEWEST : version));
    }

    URI uri() {
        return target.uri();
    }

    Map<String, String> tags() {
        return target.call().tags();
    }

    Duration timeout() {
        return target.call().timeout();
    }

    /** Opens the session when there is none. */
    void open(long deadline) throws McpFailure {
        if (transport != null) {
            return;
        }
        Alarm alarm = user.shared("mockarty/mcp alarm", Alarm::new);
        Map<String, String> headers = target.call().headers();
        if (target.transport().equals("sse")) {
            greet(McpOverEvents.open(calls, target.uri(), headers, alarm, deadline), deadline);
            return;
        }
        try {
            greet(new McpOverHttp(calls, target.uri(), headers, alarm), deadline);
        } catch (McpFailure e) {
            if (!target.transport().equals("auto") || !PERHAPS_OLDER.contains(e.status())) {
                throw e;
            }
            greet(McpOverEvents.open(calls, target.uri(), headers, alarm, deadline), deadline);
        }
    }

    private void greet(McpTransport next, long deadline) throws McpFailure {
        boolean done = false;
        try {
            long id = ++ids;
            Map<String, ?> params = Map.of(
                    "protocolVersion", target.version(),
                    "capabilities", Map.of(),
                    "clientInfo", Map.of("name", "mockarty", "version", "0.1"));
            Map<?, ?> result = result(next.request(McpMessages.request(id, "initialize", params), id, deadline));
            next.agreed(String.valueOf(
                    result.get("protocolVersion") == null ? target.version() : result.get("protocolVersion")));
            next.send(McpMessages.notification("notifications/initialized", Map.of()), deadline);
            transport = next;
            done = true;
        } finally {
            if (!done) {
                next.close();
            }
        }
    }

    /** The result of a request. */
    Map<?, ?> request(String method, Map<String, ?> params, long deadline) throws McpFailure {
        McpTransport open = transport;
        if (open == null) {
            throw McpFailure.lost("no session");
        }
        long id = ++ids;
        try {
            return result(open.request(McpMessages.request(id, method, params), id, deadline));
        } catch (McpFailure e) {
            if (e.sessionLost()) {
                transport = null;
                open.close();
            }
            throw e;
        }
    }

    private static Map<?, ?> result(Map<?, ?> response) throws McpFailure {
        if (response.get("error") instanceof Map<?, ?> error) {
            throw McpFailure.ofServer(McpMessages.describe(error));
        }
        return response.get("result") instanceof Map<?, ?> result ? result : Map.of();
    }

    /** Ends the session; the next request opens another one. */
    void close() {
        McpTransport open = transport;
        transport = null;
        if (open != null) {
            open.sayGoodbye();
            open.close();
        }
    }
}
