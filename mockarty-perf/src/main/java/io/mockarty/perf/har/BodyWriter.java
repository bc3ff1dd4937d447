package io.mockarty.perf.har;

import io.mockarty.json.Json;
import io.mockarty.perf.har.HarEntry.Body;
import io.mockarty.perf.har.HarEntry.Part;
import io.mockarty.perf.har.JsNode.Arr;
import io.mockarty.perf.har.JsNode.Call;
import io.mockarty.perf.har.JsNode.Member;
import io.mockarty.perf.har.JsNode.Obj;
import io.mockarty.perf.har.JsNode.Raw;
import io.mockarty.perf.har.Use.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what a request sends along. */
final class BodyWriter {

    /** Beyond this nobody reads it, and any content of that length does. */
    private static final int LONGEST_TEXT = 100_000;

    private static final int LONGEST_FILE = 1_000;
    private static final int LENGTH_OF_UNKNOWN = 16;
    private static final String BOUNDARY = "----recorded-form-boundary";

    private final Values values;
    private final Set<String> notes = new LinkedHashSet<>();

    BodyWriter(Values values) {
        this.values = values;
    }

    /** What people should know about what stands in for parts of the recording. */
    Set<String> notes() {
        return notes;
    }

    /**
     * A body in a script.
     *
     * @param node the expression
     * @param type the media type that must be set as a header; empty when the request gets it by itself
     */
    record Written(JsNode node, String type) {}

    Written write(Step step, Body body) {
        Object json = body.isJson() ? Use.json(body.text()) : null;
        if (json != null && isExact(json)) {
            return new Written(new Call("JSON.stringify", List.of(json(step, json, ""))), body.type());
        }
        List<Part> parts = Forms.parts(body);
        if (body.isForm() && !parts.isEmpty()) {
            return new Written(form(step, parts), "");
        }
        if (body.isMultipart() && !parts.isEmpty()) {
            return isObject(parts) ? new Written(multipart(step, parts), "") : multipartText(step, parts);
        }
        String text = body.text();
        if (text.length() > LONGEST_TEXT) {
            notes.add(request(step) + ": its body of " + text.length() + " characters is replaced by as many of \"x\"");
            return new Written(repeated(text.length()), body.type());
        }
        return new Written(new Raw(values.raw(step, text)), body.type());
    }

    private static String request(Step step) {
        return step.entry().request().method() + " "
                + JsText.comment(step.entry().request().url().path());
    }

    private static JsNode repeated(int length) {
        return new Raw("'x'.repeat(" + length + ")");
    }

    private JsNode json(Step step, @Nullable Object json, String name) {
        if (json instanceof Map<?, ?> map) {
            List<Member> members = new ArrayList<>();
            map.forEach((key, value) ->
                    members.add(new Member(String.valueOf(key), json(step, value, String.valueOf(key)))));
            return new Obj(members);
        }
        if (json instanceof List<?> list) {
            List<JsNode> elements = new ArrayList<>();
            list.forEach(element -> elements.add(json(step, element, name)));
            return new Arr(elements);
        }
        if (json instanceof String || json instanceof Number) {
            return new Raw(values.json(step, json, name));
        }
        return new Raw(String.valueOf(json));
    }

    /** Whether JavaScript's numbers can hold those of a document. */
    private static boolean isExact(@Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(BodyWriter::isExact);
        }
        if (json instanceof List<?> list) {
            return list.stream().allMatch(BodyWriter::isExact);
        }
        if (json instanceof Number number) {
            double value = number.doubleValue();
            return Double.isFinite(value) && BigDecimal.valueOf(value).compareTo(Json.decimal(number)) == 0;
        }
        return true;
    }

    private JsNode form(Step step, List<Part> parts) {
        Map<String, List<JsNode>> byName = new LinkedHashMap<>();
        for (Part part : parts) {
            byName.computeIfAbsent(part.name(), missing -> new ArrayList<>()).add(value(step, part));
        }
        List<Member> members = new ArrayList<>();
        byName.forEach((name, all) -> members.add(new Member(name, all.size() == 1 ? all.get(0) : new Arr(all))));
        return new Obj(members);
    }

    private JsNode value(Step step, Part part) {
        String value = part.value() == null ? "" : part.value();
        return new Raw(values.text(step, value, Place.FIELD, part.name()));
    }

    /** An object with a file in it is sent as multipart; it cannot have two fields of one name. */
    private static boolean isObject(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.file() != null)
                && parts.stream().map(Part::name).distinct().count() == parts.size();
    }

    private JsNode multipart(Step step, List<Part> parts) {
        List<Member> members = new ArrayList<>();
        for (Part part : parts) {
            members.add(
                    new Member(part.name(), part.file() == null ? value(step, part) : file(step, part, part.file())));
        }
        return new Obj(members);
    }

    private JsNode file(Step step, Part part, String name) {
        List<JsNode> arguments = new ArrayList<>(List.of(content(step, part, name), new Raw(JsText.quoted(name))));
        if (!part.type().isEmpty()) {
            arguments.add(new Raw(JsText.quoted(part.type())));
        }
        return new Call("http.file", arguments);
    }

    private JsNode content(Step step, Part part, String name) {
        String content = part.value();
        if (content == null) {
            notes.add(JsText.comment(name) + ": the recording has no content of this file, " + LENGTH_OF_UNKNOWN
                    + " characters stand in for it");
            return repeated(LENGTH_OF_UNKNOWN);
        }
        if (content.length() > LONGEST_FILE) {
            notes.add(JsText.comment(name) + ": " + content.length() + " characters of \"x\" stand in for its content");
            return repeated(content.length());
        }
        return new Raw(values.text(step, content, Place.FIELD, part.name()));
    }

    /** A form without files, which only its text tells from a plain one. */
    private Written multipartText(Step step, List<Part> parts) {
        List<JsNode> lines = new ArrayList<>();
        for (Part part : parts) {
            String disposition =
                    "Content-Disposition: form-data; name=\"" + part.name().replace("\"", "%22") + "\"";
            lines.add(literal("--" + BOUNDARY));
            if (part.file() == null) {
                lines.add(literal(disposition));
                lines.add(literal(""));
                lines.add(value(step, part));
            } else {
                lines.add(literal(disposition + "; filename=\"" + part.file().replace("\"", "%22") + "\""));
                lines.add(
                        literal("Content-Type: " + (part.type().isEmpty() ? "application/octet-stream" : part.type())));
                lines.add(literal(""));
                lines.add(content(step, part, part.file()));
            }
        }
        lines.add(literal("--" + BOUNDARY + "--"));
        lines.add(literal(""));
        return new Written(new Arr(lines, ".join('\\r\\n')"), "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static JsNode literal(String text) {
        return new Raw(JsText.quoted(text));
    }
}
