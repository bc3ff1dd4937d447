package io.mockarty.perf.module.web;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import io.mockarty.perf.module.http.HttpSupport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Calls of SOAP services. */
final class SoapCalls {

    private static final String FUNCTION = "soap.call";

    private final ModuleContext user;
    private final WebMeter meter;
    private final WebCalls calls;

    SoapCalls(ModuleContext user) {
        this.user = user;
        calls = new WebCalls(user);
        meter = new WebMeter(user, "soap");
    }

    /** {@code call(url, options)}. */
    Value call(Value... arguments) {
        if (arguments.length == 0 || !arguments[0].isString()) {
            throw new ScriptException(FUNCTION + ": url: missing (expected: http://host/path)");
        }
        if (user.initializing()) {
            throw new ScriptException(FUNCTION + " (expected: in an iteration, setup or teardown)");
        }
        String url = arguments[0].asString();
        ScriptOptions options = CallOptions.of(user, FUNCTION, arguments.length > 1 ? arguments[1] : null);
        String action = options.text("action");
        String body = options.text("body");
        String header = options.text("header");
        String version = options.text("version");
        CallOptions call = CallOptions.read(options);
        if (version != null && !version.equals("1.1") && !version.equals("1.2")) {
            options.problem("version", version, "'1.1' or '1.2'");
        }
        options.done();
        return send(
                HttpSupport.uri(FUNCTION, url),
                SoapEnvelope.of(version, header == null ? "" : header, body == null ? "" : body),
                action,
                call);
    }

    private Value send(URI uri, SoapEnvelope envelope, @Nullable String action, CallOptions options) {
        Map<String, String> headers = new HashMap<>();
        if (envelope.isCurrent()) {
            headers.put(
                    "Content-Type",
                    "application/soap+xml; charset=utf-8" + (action == null ? "" : "; action=\"" + action + "\""));
        } else {
            headers.put("Content-Type", "text/xml; charset=utf-8");
            headers.put("SOAPAction", "\"" + (action == null ? "" : action) + "\"");
        }
        WebReply reply = calls.send(calls.call(
                "POST",
                uri,
                headers,
                options.headers(),
                envelope.text().getBytes(StandardCharsets.UTF_8),
                options.timeout()));
        String fault = SoapEnvelope.fault(reply.body());
        String route =
                "SOAP " + (action == null || action.isBlank() ? envelope.operation() : SoapEnvelope.name(action));
        meter.bytes(reply.answer());
        meter.call(
                route,
                uri.toString(),
                reply.status(),
                options.tags(),
                reply.milliseconds(),
                reply.failed() || fault != null);
        Map<String, @Nullable Object> members = reply.members();
        members.put("fault", fault);
        return user.values().toScript(members);
    }
}
