package io.mockarty.mock;

import io.mockarty.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a field of the mock document may hold. Reading a value reports what is wrong with it and returns its canonical
 * form; a value that is wrong is returned as it came.
 */
@FunctionalInterface
interface FieldType {

    @Nullable
    Object read(@Nullable Object value, String path, Problems problems);

    FieldType ANY = (value, path, problems) -> Json.valueOf(value);

    FieldType STRING = text("a string", value -> true);

    FieldType FLAG =
            (value, path, problems) -> expect(value instanceof Boolean, value, path, problems, "true or false");

    FieldType OBJECT = (value, path, problems) -> expect(value instanceof Map, value, path, problems, "an object");

    FieldType ARRAY = (value, path, problems) -> expect(value instanceof List, value, path, problems, "an array");

    FieldType STRINGS = (value, path, problems) -> expect(
            value instanceof List<?> list && list.stream().allMatch(String.class::isInstance),
            value,
            path,
            problems,
            "an array of strings");

    FieldType STRING_MAP = (value, path, problems) -> expect(
            value instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance),
            value,
            path,
            problems,
            "an object with string values");

    /** Header values: arrays of strings; a single string is accepted and becomes an array. */
    FieldType HEADERS = (value, path, problems) -> {
        if (!(value instanceof Map<?, ?> map)) {
            return expect(false, value, path, problems, "an object with arrays of strings");
        }
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        map.forEach((name, values) -> headers.put(
                (String) name,
                values instanceof String single
                        ? List.of(single)
                        : STRINGS.read(values, Problems.join(path, (String) name), problems)));
        return Collections.unmodifiableMap(headers);
    };

    static FieldType text(String expected, Predicate<String> valid) {
        return (value, path, problems) ->
                expect(value instanceof String text && valid.test(text), value, path, problems, expected);
    }

    static FieldType integer(long min, long max) {
        String expected = max == Long.MAX_VALUE || max == Integer.MAX_VALUE
                ? "a whole number, at least " + min
                : min + ".." + max;
        return (value, path, problems) -> {
            boolean whole = value instanceof Long number && number >= min && number <= max;
            return expect(whole, value, path, problems, expected);
        };
    }

    static FieldType literal(String... words) {
        Set<String> known = Set.of(words);
        return text("one of " + String.join(", ", words), known::contains);
    }

    static FieldType listOf(FieldType element) {
        return (value, path, problems) -> {
            if (!(value instanceof List<?> list)) {
                return expect(false, value, path, problems, "an array");
            }
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            for (Object part : list) {
                elements.add(element.read(part, path + "[" + elements.size() + "]", problems));
            }
            return Collections.unmodifiableList(elements);
        };
    }

    private static @Nullable Object expect(
            boolean holds, @Nullable Object value, String path, Problems problems, String expected) {
        if (!holds) {
            problems.add(path, value, expected);
        }
        return Json.valueOf(value);
    }
}
