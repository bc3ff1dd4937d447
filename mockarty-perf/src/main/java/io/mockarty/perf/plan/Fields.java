package io.mockarty.perf.plan;

import io.mockarty.mock.Problems;
import io.mockarty.perf.text.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an object, read as what they should be. What they are not becomes a problem. */
final class Fields {

    private static final String DURATION = "a duration such as 30s or 1m30s";
    private static final long MOST = 1L << 53;
    private static final int MOST_USERS = 1_000_000;

    private final String prefix;
    private final Map<String, Object> json;
    private final Problems problems;

    Fields(String prefix, Map<String, Object> json, Problems problems) {
        this.prefix = prefix;
        this.json = json;
        this.problems = problems;
    }

    Map<String, Object> json() {
        return json;
    }

    Set<String> names() {
        return json.keySet();
    }

    String path(String name) {
        return prefix + name;
    }

    @Nullable
    Object value(String name) {
        return json.get(name);
    }

    /** A whole number that JavaScript can hold. */
    long count(String name, long byDefault, long least) {
        return count(name, byDefault, least, MOST);
    }

    /** A number of users; there are at most a million. */
    int users(String name, int byDefault, int least) {
        return (int) count(name, byDefault, least, MOST_USERS);
    }

    private long count(String name, long byDefault, long least, long most) {
        Object value = json.get(name);
        if (value == null) {
            return byDefault;
        }
        if (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.longValue();
        }
        String limit = value instanceof Number number && number.doubleValue() > most
                ? "from " + least + " to " + most
                : least + " or more";
        problems.add(path(name), value, "a whole number, " + limit);
        return Math.max(byDefault, least);
    }

    /** Looks whether there is a whole number, negative ones included, or nothing. */
    void whole(String name) {
        Object value = json.get(name);
        if (value != null
                && !(value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue()))) {
            problems.add(path(name), value, "a whole number");
        }
    }

    double number(String name, double byDefault) {
        Object value = json.get(name);
        if (value == null) {
            return byDefault;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        problems.add(path(name), value, "a number");
        return byDefault;
    }

    boolean flag(String name) {
        Object value = json.get(name);
        if (value != null && !(value instanceof Boolean)) {
            problems.add(path(name), value, "true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    @Nullable
    String string(String name, @Nullable String byDefault) {
        Object value = json.get(name);
        if (value == null) {
            return byDefault;
        }
        if (value instanceof String text) {
            return text;
        }
        problems.add(path(name), value, "a string");
        return byDefault;
    }

    @org.jspecify.annotations.NullUnmarked // null in, null out
    Duration duration(String name, Duration byDefault) {
        Object value = json.get(name);
        if (value == null) {
            return byDefault;
        }
        Duration duration = Durations.parse(value);
        if (duration == null) {
            problems.add(path(name), value, DURATION);
            return byDefault;
        }
        return duration;
    }

    Duration required(String name) {
        Object value = json.get(name);
        Duration duration = Durations.parse(value);
        if (duration == null) {
            problems.add(path(name), value, DURATION);
            return Duration.ofSeconds(1);
        }
        return duration;
    }

    @SuppressWarnings("unchecked") // a list of JSON
    List<Object> list(String name) {
        Object value = json.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        problems.add(path(name), value, "a list");
        return List.of();
    }

    @SuppressWarnings("unchecked") // an object of JSON
    Map<String, Object> object(String name) {
        Object value = json.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        problems.add(path(name), value, "an object");
        return Map.of();
    }

    Map<String, String> strings(String name) {
        Map<String, String> strings = new LinkedHashMap<>();
        object(name).forEach((key, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                strings.put(key, value.toString());
            } else {
                problems.add(path(name) + "." + key, value, "a string, a number or a boolean");
            }
        });
        return strings;
    }
}
