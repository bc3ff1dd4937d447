package io.mockarty.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed reads of one object of the mock document, whose types {@code MockSchema} has already checked. */
@SuppressWarnings("unchecked")
final class Fields {

    private Fields() {}

    static @Nullable String string(Map<String, @Nullable Object> json, String name) {
        return (String) json.get(name);
    }

    static String string(Map<String, @Nullable Object> json, String name, String absent) {
        String value = (String) json.get(name);
        return value == null ? absent : value;
    }

    static int integer(Map<String, @Nullable Object> json, String name, int absent) {
        return json.get(name) instanceof Number number ? number.intValue() : absent;
    }

    static long number(Map<String, @Nullable Object> json, String name, long absent) {
        return json.get(name) instanceof Number number ? number.longValue() : absent;
    }

    static boolean flag(Map<String, @Nullable Object> json, String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    static Map<String, @Nullable Object> object(Map<String, @Nullable Object> json, String name) {
        Object value = json.get(name);
        return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
    }

    static Map<String, String> stringMap(Map<String, @Nullable Object> json, String name) {
        Object value = json.get(name);
        return value == null ? Map.of() : (Map<String, String>) value;
    }

    static Map<String, List<String>> headers(Map<String, @Nullable Object> json, String name) {
        Object value = json.get(name);
        return value == null ? Map.of() : (Map<String, List<String>>) value;
    }

    static List<@Nullable Object> array(Map<String, @Nullable Object> json, String name) {
        Object value = json.get(name);
        return value == null ? List.of() : (List<@Nullable Object>) value;
    }

    static List<String> strings(Map<String, @Nullable Object> json, String name) {
        Object value = json.get(name);
        return value == null ? List.of() : (List<String>) value;
    }

    static <T> @Nullable T part(
            Map<String, @Nullable Object> json, String name, Function<Map<String, @Nullable Object>, T> view) {
        Object value = json.get(name);
        return value == null ? null : view.apply((Map<String, @Nullable Object>) value);
    }

    static <T> List<T> parts(
            Map<String, @Nullable Object> json, String name, Function<Map<String, @Nullable Object>, T> view) {
        return array(json, name).stream()
                .map(part -> view.apply((Map<String, @Nullable Object>) part))
                .toList();
    }

    static <T> List<Map<String, @Nullable Object>> trees(
            List<T> parts, Function<T, Map<String, @Nullable Object>> json) {
        return parts.stream().map(json).toList();
    }

    /** Adds an element to the array under a name, which is made when absent. */
    static List<@Nullable Object> append(Map<String, @Nullable Object> json, String name, @Nullable Object element) {
        List<@Nullable Object> longer = new ArrayList<>(array(json, name));
        longer.add(element);
        return longer;
    }

    /** Sets a member of the object under a name, which is made when absent. */
    static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> json, String name, String member, @Nullable Object value) {
        Map<String, @Nullable Object> larger = new LinkedHashMap<>(object(json, name));
        larger.put(member, value);
        return Collections.unmodifiableMap(larger);
    }
}
