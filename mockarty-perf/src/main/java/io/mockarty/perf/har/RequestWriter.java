package io.mockarty.perf.har;

import io.mockarty.perf.har.HarEntry.Body;
import io.mockarty.perf.har.HarEntry.Field;
import io.mockarty.perf.har.HarEntry.Request;
import io.mockarty.perf.har.JsNode.Call;
import io.mockarty.perf.har.JsNode.Member;
import io.mockarty.perf.har.JsNode.Obj;
import io.mockarty.perf.har.JsNode.Raw;
import io.mockarty.perf.har.Use.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the call of a request. */
final class RequestWriter {

    private static final String TYPE = "Content-Type";
    private static final int LONGEST_LABEL = 80;
    private static final int FIRST_ERROR = 400;

    private final Values values;
    private final Origins origins;
    private final BodyWriter bodies;

    RequestWriter(Values values, Origins origins, BodyWriter bodies) {
        this.values = values;
        this.origins = origins;
        this.bodies = bodies;
    }

    /** What a step is called in checks and comments. */
    String label(Step step) {
        String path = JsText.comment(values.pathName(step)).replaceAll(":{2,}", ":");
        String shown = path.length() > LONGEST_LABEL ? path.substring(0, LONGEST_LABEL) + "..." : path;
        return step.entry().request().method() + " " + shown;
    }

    /** The call, without the variable that takes its result. */
    JsNode call(Step step, String assignment) {
        Request request = step.entry().request();
        Body body = request.body();
        BodyWriter.Written written = body == null ? null : bodies.write(step, body);
        List<JsNode> arguments = new ArrayList<>();
        String function = function(request.method(), written != null);
        if (function.equals("request")) {
            arguments.add(new Raw(JsText.quoted(request.method())));
        }
        arguments.add(new Raw(url(step)));
        Obj parameters = parameters(step, written);
        boolean takesBody = !function.equals("get") && !function.equals("head");
        if (takesBody && (written != null || !parameters.members().isEmpty())) {
            arguments.add(written == null ? new Raw("null") : written.node());
        }
        if (!parameters.members().isEmpty()) {
            arguments.add(parameters);
        }
        return new Call(assignment + "http." + function, arguments);
    }

    private static String function(String method, boolean body) {
        return switch (method) {
            case "GET", "HEAD" -> body ? "request" : method.toLowerCase(Locale.ROOT);
            case "POST", "PUT", "PATCH", "OPTIONS" -> method.toLowerCase(Locale.ROOT);
            case "DELETE" -> "del";
            default -> "request";
        };
    }

    private String url(Step step) {
        HarUrl url = step.entry().request().url();
        StringBuilder out =
                new StringBuilder("`${").append(origins.constant(url)).append('}');
        for (String segment : url.segments()) {
            out.append('/').append(values.inUrl(step, segment, false, ""));
        }
        if (url.query() != null && !url.query().isEmpty()) {
            String separator = "?";
            for (HarUrl.Parameter parameter : url.parameters()) {
                out.append(separator).append(JsText.inTemplate(parameter.name()));
                if (parameter.value() != null) {
                    String name = HarUrl.decode(parameter.name(), true);
                    out.append('=').append(values.inUrl(step, parameter.value(), true, name));
                }
                separator = "&";
            }
        }
        return out.append('`').toString();
    }

    private Obj parameters(Step step, BodyWriter.@Nullable Written written) {
        List<Member> parameters = new ArrayList<>();
        Obj headers = headers(step, written);
        if (!headers.members().isEmpty()) {
            parameters.add(new Member("headers", headers));
        }
        HarUrl url = step.entry().request().url();
        String name = values.pathName(step);
        if (!name.equals(HarUrl.decode(url.path(), false))) {
            Member tag = new Member("name", new Raw(JsText.quoted(name)));
            parameters.add(new Member("tags", new Obj(List.of(tag))));
        }
        if (step.last().response().isRedirect()) {
            parameters.add(new Member(
                    "redirects", new Raw(Integer.toString(step.chain().size() - 1))));
        }
        if (step.status() >= FIRST_ERROR) {
            parameters.add(new Member("responseCallback", new Raw("http.expectedStatuses(" + step.status() + ")")));
        }
        return new Obj(parameters);
    }

    private Obj headers(Step step, BodyWriter.@Nullable Written written) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Field header : step.entry().request().headers()) {
            String name = canonical(header.name());
            if (!name.equals(TYPE)) {
                all.merge(name, header(step, header), (one, other) -> one);
            }
        }
        if (written != null && !written.type().isEmpty()) {
            all.put(TYPE, JsText.quoted(written.type()));
        }
        List<Member> members = new ArrayList<>();
        all.forEach((name, value) -> members.add(new Member(name, new Raw(value))));
        return new Obj(members);
    }

    private String header(Step step, Field header) {
        HarUrl url = HarUrl.parse(header.value());
        boolean own = url != null && step.entry().request().url().origin().equals(url.origin());
        if (header.name().equals("origin") && own) {
            return origins.constant(step.entry().request().url());
        }
        return values.text(step, header.value(), Place.HEADER, header.name());
    }

    private static String canonical(String name) {
        StringBuilder canonical = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            canonical.append(start ? Character.toUpperCase(character) : character);
            start = character == '-';
        }
        return canonical.toString();
    }
}
