package io.mockarty.perf.module;

import io.mockarty.perf.plan.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The object with options that a script gives to a function. What has a wrong type is told with the function, the name
 * and the value. Immutable.
 */
public final class ScriptOptions {

    private final String function;
    private final Map<String, @Nullable Object> values;

    private ScriptOptions(String function, Map<String, @Nullable Object> values) {
        this.function = function;
        this.values = values;
    }

    /**
     * {@return the options in an object}
     *
     * @param values converts the object
     * @param function who gets the options, such as {@code grpc.connect}; for messages
     * @param object the object; null and undefined stand for an empty one
     * @throws ScriptException when it is something else
     */
    @SuppressWarnings("unchecked") // a map of JSON has strings as keys
    public static ScriptOptions of(ScriptValues values, String function, @Nullable Value object) {
        Object json = values.toJava(object);
        if (json == null) {
            return new ScriptOptions(function, Map.of());
        }
        if (!(json instanceof Map<?, ?> map)) {
            throw new ScriptException(function + ": " + object + " (expected: an object with options)");
        }
        return new ScriptOptions(function, (Map<String, @Nullable Object>) map);
    }

    /**
     * {@return the value of an option as JSON value, or null}
     *
     * @param name its name
     */
    public @Nullable Object value(String name) {
        return values.get(name);
    }

    /**
     * {@return a text; numbers and booleans count as texts}
     *
     * @param name its name
     * @param otherwise what stands for a missing one
     */
    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /**
     * {@return a text, or null when it is missing; numbers and booleans count as texts}
     *
     * @param name its name
     */
    public @Nullable String text(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (isPlain(value)) {
            return value.toString();
        }
        throw wrong(name, value, "a string");
    }

    /**
     * {@return a boolean}
     *
     * @param name its name
     * @param otherwise what stands for a missing one
     */
    public boolean flag(String name, boolean otherwise) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, value, "true or false");
    }

    /**
     * {@return a whole number, not negative}
     *
     * @param name its name
     * @param otherwise what stands for a missing one
     */
    public int count(String name, int otherwise) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw wrong(name, value, "a whole number, 0 or more");
    }

    /**
     * {@return a duration: a string such as {@code 1m30s}, or a number of milliseconds}
     *
     * @param name its name
     * @param otherwise what stands for a missing one
     */
    public Duration duration(String name, Duration otherwise) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        Duration duration = Durations.parse(value);
        if (duration == null) {
            throw wrong(name, value, "a duration such as '10s', or milliseconds");
        }
        return duration;
    }

    /**
     * {@return an object whose values are texts, such as headers or tags; empty when it is missing}
     *
     * @param name its name
     */
    public Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(name).forEach((key, value) -> {
            if (!isPlain(value)) {
                throw wrong(name + "." + key, value, "a string");
            }
            texts.put(key, String.valueOf(value));
        });
        return texts;
    }

    /**
     * {@return an object; empty when it is missing}
     *
     * @param name its name
     */
    @SuppressWarnings("unchecked") // a map of JSON has strings as keys
    public Map<String, @Nullable Object> object(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw wrong(name, value, "an object");
    }

    /**
     * {@return texts: what an array contains, or one text by itself; empty when it is missing}
     *
     * @param name its name
     */
    public List<String> list(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(ScriptOptions::isPlain)) {
            return list.stream().map(String::valueOf).toList();
        }
        if (isPlain(value)) {
            return List.of(value.toString());
        }
        throw wrong(name, value, "a string, or an array of strings");
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /**
     * {@return the error that tells of an option}
     *
     * @param name its name
     * @param value its value
     * @param expected what it should have been
     */
    public ScriptException wrong(String name, @Nullable Object value, String expected) {
        return new ScriptException(function + ": " + name + ": " + value + " (expected: " + expected + ")");
    }
}
