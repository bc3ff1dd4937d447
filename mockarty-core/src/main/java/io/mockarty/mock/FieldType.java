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

    /** Whether a field with this value is the same as a field left out. */
    default boolean isLeftOut(@Nullable Object value) {
        return value == null;
    }

    /** Any JSON value, {@code null} included. */
    FieldType ANY = new FieldType() {
        @Override
        public @Nullable Object read(@Nullable Object value, String path, Problems problems) {
            return Json.valueOf(value);
        }

        @Override
        public boolean isLeftOut(@Nullable Object value) {
            return false;
        }
    };

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
    FieldType HEADERS = FieldType::readHeaders;

    /** A token of RFC 9110: a request method or the name of a header. */
    static boolean isToken(String word) {
        return !word.isEmpty()
                && word.chars().allMatch(c -> c > ' ' && c < 127 && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0);
    }

    static FieldType text(String expected, Predicate<String> valid) {
        return (value, path, problems) ->
                expect(value instanceof String text && valid.test(text), value, path, problems, expected);
    }

    static FieldType integer(long min, long max) {
        String bounds = min == Long.MIN_VALUE ? "" : ", at least " + min;
        String expected = max == Long.MAX_VALUE ? "a whole number" + bounds : min + ".." + max;
        return (value, path, problems) -> {
            boolean whole = value instanceof Long number && number >= min && number <= max;
            return expect(whole, value, path, problems, expected);
        };
    }

    /** One of some words; some clients write the empty string for a choice they do not make. */
    static FieldType literal(String... words) {
        Set<String> known = Set.of(words);
        FieldType type = text("one of " + String.join(", ", words), known::contains);
        return new FieldType() {
            @Override
            public @Nullable Object read(@Nullable Object value, String path, Problems problems) {
                return type.read(value, path, problems);
            }

            @Override
            public boolean isLeftOut(@Nullable Object value) {
                return value == null || value.equals("");
            }
        };
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

    private static @Nullable Object readHeaders(@Nullable Object value, String path, Problems problems) {
        if (!(value instanceof Map<?, ?> map)) {
            return expect(false, value, path, problems, "an object with arrays of strings");
        }
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        map.forEach((name, values) -> {
            if (!isToken((String) name)) {
                problems.add(path, name, "header names without spaces, colons and other separators");
            }
            Object all = values instanceof String single ? List.of(single) : values;
            headers.put((String) name, STRINGS.read(all, Problems.join(path, (String) name), problems));
        });
        return Collections.unmodifiableMap(headers);
    }
}
