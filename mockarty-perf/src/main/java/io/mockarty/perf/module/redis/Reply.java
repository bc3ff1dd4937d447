package io.mockarty.perf.module.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What scripts get to see of the answer to a command. */
enum Reply {
    /** Texts, whole numbers, lists of them, or null, as Redis has them. */
    PLAIN,
    /** Whether the answer is 1. */
    TRUTH,
    /** A number that Redis writes as a text. */
    NUMBER,
    /** Fields and values in turn, as a map. */
    FIELDS;

    private static final int PAIR = 2;

    static Reply of(String command) {
        return switch (command) {
            case "SISMEMBER", "EXPIRE", "PERSIST", "HEXISTS", "SETNX", "HSETNX" -> TRUTH;
            case "ZSCORE", "ZINCRBY", "INCRBYFLOAT", "HINCRBYFLOAT" -> NUMBER;
            case "HGETALL" -> FIELDS;
            default -> PLAIN;
        };
    }

    @Nullable
    Object read(@Nullable Object answer) {
        Object plain = plain(answer);
        return switch (this) {
            case PLAIN -> plain;
            case TRUTH -> plain instanceof Long number ? (Object) (number == 1) : plain;
            case NUMBER -> plain instanceof String text ? (Object) number(text) : plain;
            case FIELDS -> plain instanceof List<?> list ? fields(list) : plain;
        };
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static @Nullable Object plain(@Nullable Object answer) {
        if (answer instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (answer instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        return answer;
    }

    private static Map<String, @Nullable Object> fields(List<?> list) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i + 1 < list.size(); i += PAIR) {
            fields.put(String.valueOf(list.get(i)), list.get(i + 1));
        }
        return fields;
    }
}
