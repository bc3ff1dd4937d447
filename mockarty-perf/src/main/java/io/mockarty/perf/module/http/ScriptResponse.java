package io.mockarty.perf.module.http;

import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import io.mockarty.perf.client.HttpAnswer;
import io.mockarty.perf.client.HttpCall;
import io.mockarty.perf.client.HttpFailure;
import io.mockarty.perf.client.HttpTimings;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** A response as scripts see it. Its parts are made when they are asked for, since most scripts look at few of them. */
final class ScriptResponse implements ProxyObject {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<String> FIELDS = List.of(
            "remote_ip",
            "remote_port",
            "url",
            "status",
            "status_text",
            "proto",
            "headers",
            "cookies",
            "body",
            "timings",
            "tls_version",
            "tls_cipher_suite",
            "ocsp",
            "error",
            "error_code",
            "request");
    private static final Set<String> MEMBERS = members();

    private final ModuleContext user;
    private final HttpSession session;
    private final HttpTask task;
    private final HttpCall call;
    private final @Nullable HttpAnswer answer;
    private final @Nullable HttpFailure failure;
    private final Map<String, @Nullable Object> made = new HashMap<>();
    private byte @Nullable [] decoded;
    private @Nullable Value parsed;

    private static Set<String> members() {
        Set<String> members = new HashSet<>(FIELDS);
        members.addAll(List.of("json", "html", "submitForm", "clickLink"));
        return Set.copyOf(members);
    }

    ScriptResponse(ModuleContext user, HttpSession session, HttpTask task, Exchange exchange) {
        this.user = user;
        this.session = session;
        this.task = task;
        call = exchange.last().call();
        answer = exchange.last().answer();
        failure = exchange.last().failure();
    }

    @Override
    public @Nullable Object getMember(String key) {
        if (key.equals("status")) {
            return answer == null ? 0 : answer.status();
        }
        if (made.containsKey(key)) {
            return made.get(key);
        }
        Object value = make(key);
        made.put(key, value);
        return value;
    }

    private @Nullable Object make(String key) {
        return switch (key) {
            case "body" -> body();
            case "headers" -> user.values().toScript(headers());
            case "timings" -> user.values().toScript(timings());
            case "json" -> (ProxyExecutable) arguments -> json(arguments);
            case "html", "submitForm", "clickLink" -> (ProxyExecutable) arguments -> page(key, arguments);
            case "url" ->
                call.uri().equals(task.uri()) ? task.url() : call.uri().toString();
            case "status_text" -> answer == null ? "" : answer.status() + " " + answer.reason();
            case "proto" -> answer == null ? "" : answer.protocol();
            case "cookies" -> user.values().toScript(SetCookies.of(answer));
            case "error" -> failure == null ? "" : failure.getMessage();
            case "error_code" -> errorCode();
            case "remote_ip" -> answer == null ? "" : answer.peer().address();
            case "remote_port" -> answer == null ? 0 : answer.peer().port();
            case "tls_version" -> tlsVersion();
            case "tls_cipher_suite" -> cipher();
            case "ocsp" ->
                user.values()
                        .toScript(Map.of(
                                "produced_at",
                                0,
                                "this_update",
                                0,
                                "next_update",
                                0,
                                "revoked_at",
                                0,
                                "revocation_reason",
                                "",
                                "status",
                                ""));
            case "request" -> user.values().toScript(request());
            default -> null;
        };
    }

    private int errorCode() {
        if (failure != null) {
            return failure.code();
        }
        return answer != null && answer.status() >= 400 ? 1000 + answer.status() : 0;
    }

    private String tlsVersion() {
        String version = answer == null ? null : answer.peer().tlsVersion();
        return version == null ? "" : TlsNames.version(version);
    }

    private String cipher() {
        String cipher = answer == null ? null : answer.peer().cipher();
        return cipher == null ? "" : cipher;
    }

    private byte[] content() {
        byte[] content = decoded;
        if (content == null) {
            try {
                content = answer == null ? new byte[0] : Compression.decode(answer.body(), encodings(answer));
            } catch (IOException e) {
                throw new ScriptException("body: it is not what Content-Encoding says (" + e.getMessage() + ")", e);
            }
            decoded = content;
        }
        return content;
    }

    private static @Nullable String encodings(HttpAnswer answer) {
        List<String> encodings = answer.headers().all("Content-Encoding");
        return encodings.isEmpty() ? null : String.join(",", encodings);
    }

    private @Nullable Object body() {
        String type = task.settings().responseType();
        if (answer == null || type.equals("none")) {
            return null;
        }
        return type.equals("binary") ? user.values().arrayBuffer(content()) : text();
    }

    String text() {
        return new String(content(), StandardCharsets.UTF_8);
    }

    private Object json(Value... arguments) {
        if (answer == null || task.settings().responseType().equals("none")) {
            throw new ScriptException("the body is null so we can't transform it to JSON"
                    + (failure == null ? "" : "; the request failed: " + failure.getMessage()));
        }
        if (arguments.length == 0 || arguments[0].isNull()) {
            Value known = parsed;
            if (known == null) {
                known = user.values().parseJson(text());
                parsed = known;
            }
            return known;
        }
        try {
            Object found = JsonSelector.select(Json.parse(text()), arguments[0].asString());
            return found == null ? user.values().undefined() : user.values().toScript(found);
        } catch (JsonSyntaxException e) {
            throw new ScriptException("the body is no JSON: " + e.getMessage(), e);
        }
    }

    /** What {@code http.mjs} does with pages. */
    private Object page(String function, Value... arguments) {
        Object first = arguments.length > 0 ? arguments[0] : user.values().undefined();
        return session.pages().getMember(function).execute(this, first);
    }

    private Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        if (answer != null) {
            answer.headers()
                    .forEach((name, value) ->
                            headers.merge(canonical(name), value, (before, more) -> before + ", " + more));
        }
        return headers;
    }

    /** The spelling that k6 gives to the names of headers: {@code content-type} becomes {@code Content-Type}. */
    static String canonical(String name) {
        StringBuilder canonical = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            canonical.append(start ? Character.toUpperCase(character) : Character.toLowerCase(character));
            start = character == '-';
        }
        return canonical.toString();
    }

    private Map<String, Object> timings() {
        HttpTimings timings =
                answer != null ? answer.timings() : failure != null ? failure.timings() : HttpTimings.NONE;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("duration", timings.duration() / NANOS_PER_MILLI);
        values.put("blocked", timings.blocked() / NANOS_PER_MILLI);
        values.put("looking_up", timings.blocked() / NANOS_PER_MILLI);
        values.put("connecting", timings.connecting() / NANOS_PER_MILLI);
        values.put("tls_handshaking", timings.tls() / NANOS_PER_MILLI);
        values.put("sending", timings.sending() / NANOS_PER_MILLI);
        values.put("waiting", timings.waiting() / NANOS_PER_MILLI);
        values.put("receiving", timings.receiving() / NANOS_PER_MILLI);
        return values;
    }

    private Map<String, Object> request() {
        Map<String, List<Object>> headers = new LinkedHashMap<>();
        call.headers()
                .forEach((name, value) -> headers.computeIfAbsent(canonical(name), missing -> new ArrayList<>())
                        .add(value));
        Map<String, List<Object>> cookies = new LinkedHashMap<>();
        session.jar()
                .cookies(call.uri())
                .forEach(cookie -> cookies.computeIfAbsent(cookie.getName(), missing -> new ArrayList<>())
                        .add(Map.of("name", cookie.getName(), "value", cookie.getValue(), "replace", false)));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", call.method());
        fields.put("url", call.uri().toString());
        fields.put("headers", headers);
        fields.put("body", call.body() == null ? "" : new String(call.body(), StandardCharsets.UTF_8));
        fields.put("cookies", cookies);
        return fields;
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromList(new ArrayList<>(FIELDS));
    }

    @Override
    public boolean hasMember(String key) {
        return MEMBERS.contains(key) || made.containsKey(key);
    }

    @Override
    public void putMember(String key, Value value) {
        made.put(key, value);
    }
}
