package io.mockarty.render;

import io.mockarty.expression.Scope;
import io.mockarty.expression.Template;
import io.mockarty.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The body of an answer, compiled. */
sealed interface Payload {

    /** The initial capacity of a rendered body, in characters. */
    int TYPICAL_LENGTH = 256;

    String BINARY = "application/octet-stream";

    /** A rendered body with the content type it has unless a header says otherwise; null for none. */
    record Content(byte[] bytes, @Nullable String contentType) {}

    Content render(Scope scope);

    /** Tells whether a value may come from a store that outlives the request. */
    boolean readsSharedStores();

    /** A body that never changes. */
    record Fixed(Content content) implements Payload {
        @Override
        public Content render(Scope scope) {
            return content;
        }

        @Override
        public boolean readsSharedStores() {
            return false;
        }
    }

    /** A JSON value with expressions inside. */
    record JsonValue(JsonTemplate template) implements Payload {
        @Override
        public Content render(Scope scope) {
            StringBuilder out = new StringBuilder(TYPICAL_LENGTH);
            template.append(scope, out);
            return json(out.toString());
        }

        @Override
        public boolean readsSharedStores() {
            return template.readsSharedStores();
        }
    }

    /** A text with expressions inside; when it is one expression, the value decides between text and JSON. */
    record Text(Template template, @Nullable String contentType) implements Payload {
        @Override
        public Content render(Scope scope) {
            Object value = template.evaluate(scope);
            if (value == null || value instanceof String || contentType != null) {
                return text(Json.text(value), contentType);
            }
            return json(Json.write(value));
        }

        @Override
        public boolean readsSharedStores() {
            return template.readsSharedStores();
        }
    }

    /** A Base64 text with expressions inside; what turns out not to be Base64 is sent as it is. */
    record Encoded(Template template) implements Payload {
        @Override
        public Content render(Scope scope) {
            String text = template.text(scope);
            try {
                return decoded(text);
            } catch (IllegalArgumentException e) {
                return new Content(text.getBytes(StandardCharsets.UTF_8), BINARY);
            }
        }

        @Override
        public boolean readsSharedStores() {
            return template.readsSharedStores();
        }
    }

    /** The bytes behind a Base64 text, which may have white space inside; anything else in it is an error. */
    static Content decoded(String base64) {
        return new Content(Base64.getDecoder().decode(base64.replaceAll("\\s+", "")), BINARY);
    }

    static Content json(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    static Content text(String text, @Nullable String contentType) {
        return new Content(
                text.getBytes(StandardCharsets.UTF_8), contentType == null ? "text/plain; charset=utf-8" : contentType);
    }
}
