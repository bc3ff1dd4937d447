package io.mockarty.repository.cache;

import io.mockarty.json.Json;
import io.mockarty.mock.Mock;
import io.mockarty.repository.StoredMock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that is cached, with the memory it takes in bytes, about. */
sealed interface CacheValue {

    int bytes();

    /** The value for a shared cache; {@link #read} understands it. */
    String text();

    /**
     * Reads a value from a shared cache.
     *
     * @throws IllegalArgumentException when the text is not such a value
     */
    static CacheValue read(CacheKey key, String text) {
        if (!(Json.parse(text) instanceof Map<?, ?> json)) {
            throw new IllegalArgumentException("value: not an object (expected: a JSON object)");
        }
        return key.kind() == CacheKey.Kind.MOCK ? OfMock.read(key, json) : OfStore.read(json);
    }

    private static Map<String, @Nullable Object> object(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("document: missing (expected: a JSON object)");
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return Collections.unmodifiableMap(copy);
    }

    record OfMock(StoredMock mock, int bytes) implements CacheValue {

        static OfMock of(StoredMock mock) {
            return new OfMock(mock, HeapSize.of(mock.document().json()));
        }

        @Override
        public String text() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("version", mock.version());
            json.put("ordinal", mock.ordinal());
            json.put("revision", mock.revision());
            json.put("document", mock.document().json());
            return Json.write(json);
        }

        private static OfMock read(CacheKey key, Map<?, ?> json) {
            Mock document = new Mock(object(json.get("document")));
            if (!key.id().equals(document.id())) {
                throw new IllegalArgumentException("id: " + document.id() + " (expected: " + key.id() + ")");
            }
            return of(new StoredMock(
                    document, number(json, "version"), number(json, "ordinal"), number(json, "revision")));
        }

        private static long number(Map<?, ?> json, String field) {
            if (json.get(field) instanceof Long number) {
                return number;
            }
            throw new IllegalArgumentException(field + ": missing (expected: a whole number)");
        }
    }

    record OfStore(Map<String, @Nullable Object> content, int bytes) implements CacheValue {

        static OfStore of(Map<String, @Nullable Object> content) {
            return new OfStore(Collections.unmodifiableMap(content), HeapSize.of(content));
        }

        @Override
        public String text() {
            return Json.write(content);
        }

        private static OfStore read(Map<?, ?> json) {
            return of(object(json));
        }
    }
}
