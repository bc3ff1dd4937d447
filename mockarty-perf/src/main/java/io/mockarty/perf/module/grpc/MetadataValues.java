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

/** Metadata as scripts see it: names with texts, and with bytes for names that end with {@code -bin}. */
final class MetadataValues {

    private MetadataValues() {}

    /** The metadata in an option: each name with a list of texts and bytes. */
    static Map<String, List<Object>> of(ScriptOptions options, String name) {
        Map<String, List<Object>> metadata = new LinkedHashMap<>();
        options.object(name).forEach((key, value) -> {
            List<Object> all = new ArrayList<>();
            for (Object each : value instanceof List<?> list ? list : Collections.singletonList(value)) {
                if (each instanceof String || each instanceof byte[]) {
                    all.add(each);
                } else if (each instanceof Number || each instanceof Boolean) {
                    all.add(each.toString());
                } else {
                    throw options.wrong(name + "." + key, each, "a string");
                }
            }
            metadata.put(key, all);
        });
        return metadata;
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
