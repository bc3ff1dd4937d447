package io.mockarty.perf.module.grpc;

import io.grpc.Metadata;
import io.mockarty.perf.module.ScriptException;
import io.mockarty.perf.module.ScriptOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata as scripts see it: names with texts, and with bytes for names that end with {@code -bin}. */
final class MetadataValues {

    private MetadataValues() {}

    /** The metadata in an option: each name with a list of texts and bytes. */
    static Map<String, List<Object>> of(ScriptOptions options, String option) {
        Map<String, List<Object>> metadata = new LinkedHashMap<>();
        Object given = options.any(option);
        if (given instanceof Map<?, ?> map) {
            map.forEach(
                    (name, value) -> metadata.put(String.valueOf(name), values(options, option + "." + name, value)));
        } else if (given != null) {
            options.problem(option, given, "an object of strings");
        }
        return metadata;
    }

    private static List<Object> values(ScriptOptions options, String option, @Nullable Object value) {
        List<Object> values = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : Collections.singletonList(value)) {
            if (each instanceof String || each instanceof byte[]) {
                values.add(each);
            } else if (each instanceof Number || each instanceof Boolean) {
                values.add(each.toString());
            } else {
                options.problem(option, each, "a string");
            }
        }
        return values;
    }

    static Metadata toMetadata(Map<String, List<Object>> values) {
        Metadata metadata = new Metadata();
        values.forEach((name, all) -> {
            try {
                all.forEach(value -> put(metadata, name, value));
            } catch (IllegalArgumentException e) {
                throw new ScriptException("grpc: metadata: \"" + name + "\" (expected: letters, digits, - and _)", e);
            }
        });
        return metadata;
    }

    private static void put(Metadata metadata, String name, Object value) {
        if (name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
            byte[] bytes = value instanceof byte[] content
                    ? content
                    : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            metadata.put(Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER), bytes);
        } else {
            String text = value instanceof byte[] content
                    ? new String(content, StandardCharsets.UTF_8)
                    : String.valueOf(value);
            metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), text);
        }
    }

    /** Each name with the list of its values. */
    static Map<String, Object> fromMetadata(Metadata metadata) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : metadata.keys()) {
            List<Object> list = new ArrayList<>();
            Iterable<?> all = name.endsWith(Metadata.BINARY_HEADER_SUFFIX)
                    ? metadata.getAll(Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER))
                    : metadata.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
            if (all != null) {
                all.forEach(list::add);
            }
            values.put(name, list);
        }
        return values;
    }
}
