package io.mockarty.perf.module;

import io.mockarty.perf.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The object of options that a script gives to a function of a module. Read all fields, then call {@link #done}, which
 * tells everything that was wrong at once. Used by one thread.
 */
public final class ScriptOptions {

    private final String where;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    private ScriptOptions(String where) {
        this.where = where;
    }

    /**
     * {@return the options in a JSON value}
     *
     * @param where the function that gets them, such as {@code kafka.producer}, for messages
     * @param json a map, or null for no options
     * @throws ScriptException when it is neither
     */
    public static ScriptOptions of(String where, @Nullable Object json) {
        ScriptOptions options = new ScriptOptions(where);
        if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> options.values.put(String.valueOf(name), value));
        } else if (json != null) {
            throw new ScriptException(where + ": " + brief(json) + " (expected: an object)");
        }
        return options;
    }

    /**
     * {@return the value of an option as it is, or null when it is left out}
     *
     * @param name the option
     */
    public @Nullable Object any(String name) {
        known.add(name);
        return values.get(name);
    }

    /**
     * {@return the text of an option, or null when it is left out}
     *
     * @param name the option
     */
    public @Nullable String text(String name) {
        Object value = any(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        problem(name, value, "a string");
        return null;
    }

    /**
     * {@return the text of an option that must not be left out or empty; empty when it is}
     *
     * @param name the option
     * @param expected what it is, for the message, such as {@code the topic}
     */
    public String required(String name, String expected) {
        Object value = any(name);
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        problem(name, value, expected);
        return "";
    }

    /**
     * {@return the number of an option}
     *
     * @param name the option
     * @param fallback the number when it is left out
     * @param least the least that is allowed
     * @param greatest the greatest that is allowed
     */
    public long whole(String name, long fallback, long least, long greatest) {
        Object value = any(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.longValue() >= least
                && number.longValue() <= greatest) {
            return number.longValue();
        }
        problem(
                name,
                value,
                greatest == Long.MAX_VALUE || greatest == Integer.MAX_VALUE
                        ? "a whole number, " + least + " or more"
                        : "a whole number, " + least + ".." + greatest);
        return fallback;
    }

    /**
     * {@return whether an option is on}
     *
     * @param name the option
     * @param fallback whether it is when it is left out
     */
    public boolean flag(String name, boolean fallback) {
        Object value = any(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        problem(name, value, "true or false");
        return fallback;
    }

    /**
     * {@return the duration of an option: a string such as {@code 1m30s}, or a number of milliseconds; a year at most}
     *
     * @param name the option
     * @param fallback the duration when it is left out
     */
    public Duration duration(String name, Duration fallback) {
        Object value = any(name);
        if (value == null) {
            return fallback;
        }
        Duration duration = Durations.parse(value);
        if (duration == null) {
            problem(name, value, "a duration such as 5s, 1m30s or 500ms");
            return fallback;
        }
        return duration;
    }

    /**
     * {@return the texts of an option: a list of strings, or one string with commas between them; empty when it is left
     * out}
     *
     * @param name the option
     */
    public List<String> texts(String name) {
        Object value = any(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        List<?> items = value instanceof String text ? List.of(text.split(",")) : value instanceof List<?> l ? l : null;
        if (items == null || !items.stream().allMatch(String.class::isInstance)) {
            problem(name, value, "an array of strings");
            return List.of();
        }
        items.forEach(item -> texts.add(String.valueOf(item).strip()));
        texts.removeIf(String::isEmpty);
        return Collections.unmodifiableList(texts);
    }

    /**
     * {@return the names and texts of an option that is an object; numbers and booleans become texts, null is left out;
     * empty when it is left out}
     *
     * @param name the option
     */
    public Map<String, String> textMap(String name) {
        Object value = any(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                if (item instanceof String || item instanceof Number || item instanceof Boolean) {
                    texts.put(String.valueOf(key), item.toString());
                } else if (item != null) {
                    problem(name + "." + key, item, "a string");
                }
            });
        } else if (value != null) {
            problem(name, value, "an object of strings");
        }
        return texts;
    }

    /**
     * {@return the options in an option, to be read with the same problems told by its own {@link #done}; null when it
     * is left out}
     *
     * @param name the option
     */
    public @Nullable ScriptOptions nested(String name) {
        Object value = any(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?>) {
            return of(where + ": " + name, value);
        }
        problem(name, value, "an object");
        return null;
    }

    /**
     * Notes that an option is wrong.
     *
     * @param name the option
     * @param value what it is; do not pass secrets
     * @param expected what it should be
     */
    public void problem(String name, @Nullable Object value, String expected) {
        problems.add(name + ": " + (value == null ? "missing" : brief(value)) + " (expected: " + expected + ")");
    }

    /**
     * Ends reading.
     *
     * @throws ScriptException when an option was wrong, or there is one that nobody asked for
     */
    public void done() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                problems.add(name + ": unknown option (expected: " + String.join(", ", known) + ")");
            }
        }
        doneWithKnown();
    }

    /**
     * Ends reading, where options that nobody asked for are ignored, as scripts written for k6 may expect.
     *
     * @throws ScriptException when an option was wrong
     */
    public void doneWithKnown() {
        if (!problems.isEmpty()) {
            throw new ScriptException(where + ": " + String.join("; ", problems));
        }
    }

    private static String brief(Object value) {
        if (value instanceof String text) {
            return "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\"";
        }
        if (value instanceof List<?>) {
            return "an array";
        }
        return value instanceof Map<?, ?> ? "an object" : value instanceof byte[] ? "bytes" : value.toString();
    }
}
