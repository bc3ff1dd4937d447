package io.mockarty.perf.har;

import io.mockarty.perf.har.HarEntry.Field;
import io.mockarty.perf.har.JsNode.Call;
import io.mockarty.perf.har.JsNode.Member;
import io.mockarty.perf.har.JsNode.Obj;
import io.mockarty.perf.har.JsNode.Raw;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the script from top to bottom. */
final class ScriptWriter {

    private static final String INDENT = "  ";
    private static final double LOWEST_LIMIT = 500;
    private static final double HUNDRED = 100;
    private static final double SHARE = 0.95;

    private final HarRecording recording;
    private final List<Step> steps;
    private Collection<Variable> variables;
    private final Secrets secrets;
    private final CookiePlan cookies;
    private final Values values;
    private final Origins origins;
    private final BodyWriter bodies;
    private final RequestWriter requests;
    private final StringBuilder out = new StringBuilder();

    ScriptWriter(HarRecording recording, List<Step> steps, Map<String, Variable> variables) {
        this.recording = recording;
        this.steps = steps;
        this.variables = variables.values();
        cookies = new CookiePlan(steps, variables);
        secrets = Secrets.of(steps, variables, cookies);
        values = new Values(variables, secrets);
        origins = new Origins(steps, secrets);
        bodies = new BodyWriter(values);
        requests = new RequestWriter(values, origins, bodies);
    }

    String write(Map<String, Integer> dropped) {
        function();
        // A cookie that comes back by itself needs no variable; what was written tells which ones are needed.
        variables = variables.stream().filter(values::isUsed).toList();
        out.setLength(0);
        function();
        String function = out.toString();
        out.setLength(0);
        comment(dropped);
        imports();
        line("", "");
        origins.declarations().forEach(declaration -> line("", declaration));
        line("", "");
        options();
        line("", "");
        return out.append(function).toString();
    }

    private void line(String indent, String text) {
        out.append(text.isEmpty() ? "" : indent).append(text).append('\n');
    }

    private void comment(Map<String, Integer> dropped) {
        String creator = JsText.comment(recording.creator());
        line("", "// A recorded session" + (creator.isEmpty() ? "" : " (by " + creator + ")") + " as a load script.");
        if (!secrets.origins().isEmpty()) {
            line("", "//");
            line(
                    "",
                    "// Set these when you run it, as in -e "
                            + secrets.origins().keySet().iterator().next() + "=...");
            int width = secrets.origins().keySet().stream()
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            secrets.origins()
                    .forEach((name, origin) -> line(
                            "", "//   " + name + " ".repeat(width - name.length()) + "  " + JsText.comment(origin)));
        }
        if (!dropped.isEmpty()) {
            line("", "//");
            line("", "// Not repeated from the recording:");
            dropped.forEach((reason, count) -> line("", "//   " + reason + ": " + count));
        }
        if (!bodies.notes().isEmpty()) {
            line("", "//");
            line("", "// Replaced:");
            bodies.notes().forEach(note -> line("", "//   " + note));
        }
        line("", "");
    }

    private void imports() {
        line("", "import http from 'k6/http';");
        Set<String> names = new LinkedHashSet<>(List.of("check"));
        if (steps.stream().anyMatch(step -> !step.group().isEmpty())) {
            names.add("group");
        }
        if (steps.stream().anyMatch(step -> step.pause() > 0)) {
            names.add("sleep");
        }
        line("", "import { " + String.join(", ", names) + " } from 'k6';");
    }

    private void options() {
        line("", "export const options = {");
        line(INDENT, "vus: 1,");
        line(INDENT, "duration: '1m',");
        line(INDENT, "thresholds: {");
        line(INDENT + INDENT, "http_req_failed: ['rate < 0.01'],");
        line(INDENT + INDENT, "http_req_duration: ['p(95) < " + limit() + "'],");
        line(INDENT + INDENT, "checks: ['rate > 0.99'],");
        line(INDENT, "},");
        line("", "};");
    }

    /** Twice what was slow in the recording, in full hundreds of milliseconds. */
    private long limit() {
        double[] millis = steps.stream()
                .mapToDouble(step -> step.entry().millis())
                .sorted()
                .toArray();
        double slow = millis[(int) Math.ceil(millis.length * SHARE) - 1];
        return (long) (Math.ceil(Math.max(LOWEST_LIMIT, 2 * slow) / HUNDRED) * HUNDRED);
    }

    private void function() {
        line("", "export default function () {");
        boolean preface = false;
        if (!cookies.isEmpty()) {
            line(INDENT, "const jar = http.cookieJar();");
            preface = true;
        }
        for (Variable variable : variables) {
            Step source = steps.get(variable.step());
            line(
                    INDENT,
                    "let " + variable.name() + "; // " + requests.label(source) + ": "
                            + JsText.comment(variable.source()));
            preface = true;
        }
        boolean first = !preface;
        for (int from = 0; from < steps.size(); ) {
            int to = from + 1;
            while (to < steps.size()
                    && steps.get(to).group().equals(steps.get(from).group())) {
                to++;
            }
            if (!first) {
                line("", "");
            }
            first = false;
            group(steps.subList(from, to));
            from = to;
        }
        line("", "}");
    }

    private void group(List<Step> group) {
        Step first = group.get(0);
        // Outside of the group, so that its duration is that of the page and not of its reader.
        sleep(INDENT, first);
        boolean bare = group.size() == steps.size() && first.group().isEmpty();
        String indent = bare ? INDENT : INDENT + INDENT;
        if (!bare) {
            line(INDENT, first.group().isEmpty() ? "{" : "group(" + JsText.quoted(first.group()) + ", () => {");
        }
        for (int i = 0; i < group.size(); i++) {
            if (i > 0) {
                line("", "");
                sleep(indent, group.get(i));
            }
            step(indent, group.get(i), i == 0);
        }
        if (!bare) {
            line(INDENT, first.group().isEmpty() ? "}" : "});");
        }
    }

    private void sleep(String indent, Step step) {
        if (step.pause() > 0) {
            double pause = step.pause();
            line(
                    indent,
                    "sleep(" + (pause == Math.rint(pause) ? Long.toString((long) pause) : Double.toString(pause))
                            + ");");
        }
    }

    private void step(String indent, Step step, boolean first) {
        for (Field cookie : cookies.before(step)) {
            String url = "`${" + origins.constant(step.entry().request().url()) + "}/`";
            line(
                    indent,
                    "jar.set(" + url + ", " + JsText.quoted(cookie.name()) + ", " + values.cookie(step, cookie.value())
                            + ");");
        }
        String assignment = (first ? (isReassigned(step) ? "let " : "const ") : "") + "res = ";
        line(indent, requests.call(step, assignment).write(indent, 1) + ";");
        String name = requests.label(step) + " is " + step.status();
        JsNode checks = new Obj(List.of(new Member(name, new Raw("(r) => r.status === " + step.status()))));
        line(indent, new Call("check", List.of(new Raw("res"), checks)).write(indent, 1) + ";");
        for (Variable variable : variables) {
            if (variable.step() == step.order()) {
                line(indent, variable.name() + " = " + variable.extraction() + ";");
            }
        }
    }

    private boolean isReassigned(Step first) {
        int next = first.order() + 1;
        return next < steps.size() && steps.get(next).group().equals(first.group());
    }
}
