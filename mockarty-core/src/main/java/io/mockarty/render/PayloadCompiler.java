package io.mockarty.render;

import io.mockarty.expression.Template;
import io.mockarty.json.Json;
import io.mockarty.json.JsonSyntaxException;
import io.mockarty.mock.Problems;
import io.mockarty.mock.Response;
import io.mockarty.mock.TemplateRoot;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses how the body of a response is made, and compiles it. */
final class PayloadCompiler {

    private static final Payload NOTHING = new Payload.Fixed(new Payload.Content(new byte[0], null));

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("htm", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("pdf", "application/pdf"));

    private final TemplateRoot files;
    private final String path;
    private final Problems problems;

    PayloadCompiler(TemplateRoot files, String path, Problems problems) {
        this.files = files;
        this.path = path;
        this.problems = problems;
    }

    Payload compile(Response response) {
        String file = response.payloadTemplatePath();
        Object payload = response.payload();
        if (file != null) {
            return fromFile(file);
        } else if (payload instanceof String text) {
            return fromText(text, response.decode() != null);
        } else if (payload != null) {
            return fromJson(payload, Problems.join(path, "payload"));
        }
        String error = response.error();
        return error == null ? NOTHING : fromText(error, Problems.join(path, "error"), null);
    }

    private Payload fromJson(@Nullable Object value, String field) {
        JsonTemplate template = JsonTemplate.compile(value, field, problems);
        return template.isConstant()
                ? new Payload.Fixed(Payload.json(template.constant()))
                : new Payload.JsonValue(template);
    }

    private Payload fromText(String text, boolean base64) {
        String field = Problems.join(path, "payload");
        if (!base64) {
            return fromText(text, field, null);
        }
        Template template = JsonTemplate.parse(text, field, problems);
        if (template == null) {
            return NOTHING;
        }
        return template.isConstant() ? decoded(template.constant(), field) : new Payload.Encoded(template);
    }

    private Payload decoded(String text, String field) {
        try {
            return new Payload.Fixed(Payload.decoded(text));
        } catch (IllegalArgumentException e) {
            problems.add(field, text, "Base64, because decode is base64; " + e.getMessage());
            return NOTHING;
        }
    }

    private Payload fromText(String text, String field, @Nullable String contentType) {
        Template template = JsonTemplate.parse(text, field, problems);
        if (template == null) {
            return NOTHING;
        }
        return template.isConstant()
                ? new Payload.Fixed(Payload.text(template.constant(), contentType))
                : new Payload.Text(template, contentType);
    }

    private Payload fromFile(String file) {
        String field = Problems.join(path, "payloadTemplatePath");
        byte[] content;
        try {
            content = files.read(file);
        } catch (IllegalArgumentException e) {
            problems.add(field, file, String.valueOf(e.getMessage()));
            return NOTHING;
        }
        String contentType = TYPES.getOrDefault(extension(file), "application/octet-stream");
        String text = asText(content);
        if (text == null) {
            return new Payload.Fixed(new Payload.Content(content, contentType));
        }
        if (extension(file).equals("json")) {
            try {
                return fromJson(Json.parse(content), field);
            } catch (JsonSyntaxException e) {
                problems.add(field, file, "a JSON file; " + e.getMessage());
                return NOTHING;
            }
        }
        return fromText(text, field, contentType);
    }

    private static String extension(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String asText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
