package io.mockarty.perf.module.web;

import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.http.HttpSupport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** What {@code graphql.mjs} needs of Java. Public only so that scripts can call it. */
public final class GraphQlCalls {

    private static final String FUNCTION = "graphql.query";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json",
            "Accept", "application/graphql-response+json, application/json");

    private final ModuleContext user;
    private final WebMeter meter;
    private final WebCalls calls;

    GraphQlCalls(ModuleContext user) {
        this.user = user;
        calls = new WebCalls(user);
        meter = new WebMeter(user, "graphql");
    }

    /**
     * Sends an operation.
     *
     * @param url where to
     * @param query the document
     * @param variables an object, or null
     * @param object options, or null
     * @return the response
     */
    @Export
    public Value query(String url, String query, Value variables, Value object) {
        if (user.initializing()) {
            throw new ScriptException(FUNCTION + " (expected: in an iteration, setup or teardown)");
        }
        ScriptOptions options = CallOptions.of(user, FUNCTION, object);
        String operation = options.text("operationName");
        CallOptions call = CallOptions.read(options);
        options.done();
        URI uri = HttpSupport.uri(FUNCTION, url);
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("query", query);
        Object values = user.values().toJava(variables);
        if (values != null) {
            request.put("variables", values);
        }
        if (operation != null) {
            request.put("operationName", operation);
        }
        return send(uri, Json.write(request), operation == null ? GraphQlNames.of(query) : operation, call);
    }

    private Value send(URI uri, String request, String name, CallOptions call) {
        WebReply reply = calls.send(calls.call(
                "POST", uri, HEADERS, call.headers(), request.getBytes(StandardCharsets.UTF_8), call.timeout()));
        Map<?, ?> answer = parse(reply.body());
        Object errors = answer == null ? null : answer.get("errors");
        boolean bad = reply.failed() || answer == null || errors instanceof List<?> list && !list.isEmpty();
        meter.bytes(reply.answer());
        meter.call("GraphQL " + name, uri.toString(), reply.status(), call.tags(), reply.milliseconds(), bad);
        Map<String, @Nullable Object> members = reply.members();
        if (reply.error().isEmpty() && answer == null) {
            members.put("error", "the answer is no JSON object");
        }
        members.put("data", answer == null ? null : answer.get("data"));
        members.put("errors", errors);
        members.put("extensions", answer == null ? null : answer.get("extensions"));
        return user.values().toScript(members);
    }

    private static @Nullable Map<?, ?> parse(String body) {
        try {
            return Json.parse(body) instanceof Map<?, ?> map ? map : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }
}
