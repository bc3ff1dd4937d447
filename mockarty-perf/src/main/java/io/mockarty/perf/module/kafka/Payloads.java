package io.mockarty.perf.module.kafka;

import io.mockarty.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys, values and headers as bytes: texts in UTF-8, objects as JSON, null as none. */
final class Payloads {

    private Payloads() {}

    static byte @Nullable [] bytes(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        String text = value instanceof Map<?, ?> || value instanceof List<?> ? Json.write(value) : value.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable Object shown(byte @Nullable [] bytes, boolean binary) {
        if (bytes == null || binary) {
            return bytes;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
