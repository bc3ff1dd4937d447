package io.mockarty.perf.module.web;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The functions of a client of MCP. The session is opened by the first call, so that a script can be loaded before its
 * server runs.
 */
final class McpClient {

    private static final int MAX_PAGES = 1_000;

    private final ModuleContext user;
    private final WebMeter meter;
    private final McpSession session;

    McpClient(ModuleContext user, WebMeter meter, McpSession session) {
        this.user = user;
        this.meter = meter;
        this.session = session;
    }

    Value asObject() {
        Map<String, Object> functions = new LinkedHashMap<>();
        functions.put("listTools", (ProxyExecutable) arguments -> list("tools/list", "tools", arguments));
        functions.put("callTool", (ProxyExecutable) this::callTool);
        functions.put("listResources", (ProxyExecutable) arguments -> list("resources/list", "resources", arguments));
        functions.put("readResource", (ProxyExecutable) this::readResource);
        functions.put("listPrompts", (ProxyExecutable) arguments -> list("prompts/list", "prompts", arguments));
        functions.put("getPrompt", (ProxyExecutable) this::getPrompt);
        functions.put("ping", (ProxyExecutable) this::ping);
        functions.put("close", (ProxyExecutable) arguments -> {
            session.close();
            return user.values().undefined();
        });
        return user.values().toScript(functions);
    }

    /** A result and how long it took. */
    private record Answer(Map<?, ?> result, double milliseconds) {}

    /** A request that failed, for functions that tell so in their result. */
    private record Problem(String message, double milliseconds) {}

    private Object call(String method, String route, Map<String, ?> params, CallOptions options) {
        if (user.initializing()) {
            throw new ScriptException("mcp: " + method + " (expected: in an iteration, setup or teardown)");
        }
        long start = System.nanoTime();
        long deadline = start + options.timeout().toNanos();
        try {
            session.open(deadline);
            start = System.nanoTime();
            Map<?, ?> result = session.request(method, params, deadline);
            double milliseconds = WebCalls.since(start);
            count(route, 200, options, milliseconds, Boolean.TRUE.equals(result.get("isError")));
            return new Answer(result, milliseconds);
        } catch (McpFailure e) {
            double milliseconds = WebCalls.since(start);
            count(route, e.status(), options, milliseconds, true);
            return new Problem("mcp: " + method + ": " + e.getMessage(), milliseconds);
        }
    }

    private void count(String route, int status, CallOptions options, double milliseconds, boolean bad) {
        Map<String, String> tags = new LinkedHashMap<>(session.tags());
        tags.putAll(options.tags());
        meter.call(route, session.uri().toString(), status, tags, milliseconds, bad);
    }

    private Answer required(Object outcome) {
        if (outcome instanceof Problem problem) {
            throw new ScriptException(problem.message());
        }
        return (Answer) outcome;
    }

    private CallOptions options(String function, Value[] arguments, int index) {
        ScriptOptions options =
                CallOptions.of(user, "mcp." + function, index < arguments.length ? arguments[index] : null);
        Duration timeout = options.duration("timeout", session.timeout());
        CallOptions call = new CallOptions(Map.of(), timeout, options.textMap("tags"));
        options.done();
        return call;
    }

    private static String name(String function, String what, Value[] arguments) {
        if (arguments.length == 0
                || !arguments[0].isString()
                || arguments[0].asString().isEmpty()) {
            throw new ScriptException("mcp." + function + ": " + what + ": missing (expected: a string)");
        }
        return arguments[0].asString();
    }

    /** All pages of a list. */
    private Value list(String method, String member, Value... arguments) {
        CallOptions options = options(method, arguments, 0);
        List<Object> all = new ArrayList<>();
        double milliseconds = 0;
        Object cursor = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            Map<String, ?> params = cursor == null ? Map.of() : Map.of("cursor", cursor);
            Answer answer = required(call(method, "MCP " + method, params, options));
            milliseconds += answer.milliseconds();
            if (answer.result().get(member) instanceof List<?> list) {
                all.addAll(list);
            }
            cursor = answer.result().get("nextCursor");
            if (cursor == null || cursor.equals("")) {
                break;
            }
        }
        Value array = user.values().toScript(all);
        array.putMember("timings", user.values().toScript(Map.of("duration", milliseconds)));
        return array;
    }

    /** {@code callTool(name, arguments, options)}: never throws for what the server does. */
    private Value callTool(Value... arguments) {
        String tool = name("callTool", "name", arguments);
        Object outcome = call(
                "tools/call", "MCP tool " + tool, params("name", tool, arguments), options("callTool", arguments, 2));
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (outcome instanceof Answer answer) {
            answer.result().forEach((name, value) -> members.put(String.valueOf(name), value));
            members.putIfAbsent("content", List.of());
            members.putIfAbsent("isError", false);
            members.put("error", "");
            members.put("timings", Map.of("duration", answer.milliseconds()));
        } else if (outcome instanceof Problem problem) {
            members.put("content", List.of());
            members.put("isError", true);
            members.put("error", problem.message());
            members.put("timings", Map.of("duration", problem.milliseconds()));
        }
        return user.values().toScript(members);
    }

    private Map<String, Object> params(String member, String value, Value... arguments) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put(member, value);
        Object given = user.values().toJava(arguments.length > 1 ? arguments[1] : null);
        if (given != null && !(given instanceof Map<?, ?>)) {
            throw new ScriptException("mcp: arguments: " + given + " (expected: an object)");
        }
        params.put("arguments", given == null ? Map.of() : given);
        return params;
    }

    /** {@code readResource(uri, options)}. */
    private Value readResource(Value... arguments) {
        String uri = name("readResource", "uri", arguments);
        return result(call(
                "resources/read", "MCP resources/read", Map.of("uri", uri), options("readResource", arguments, 1)));
    }

    /** {@code getPrompt(name, arguments, options)}. */
    private Value getPrompt(Value... arguments) {
        String prompt = name("getPrompt", "name", arguments);
        return result(call(
                "prompts/get",
                "MCP prompt " + prompt,
                params("name", prompt, arguments),
                options("getPrompt", arguments, 2)));
    }

    /** {@code ping(options)}. */
    private Value ping(Value... arguments) {
        return result(call("ping", "MCP ping", Map.of(), options("ping", arguments, 0)));
    }

    private Value result(Object outcome) {
        Answer answer = required(outcome);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        answer.result().forEach((name, value) -> members.put(String.valueOf(name), value));
        members.put("timings", Map.of("duration", answer.milliseconds()));
        return user.values().toScript(members);
    }
}
