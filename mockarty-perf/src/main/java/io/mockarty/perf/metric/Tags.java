package io.mockarty.perf.metric;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names and values that say where a sample comes from, such as {@code method=GET}. Immutable. */
public final class Tags {

    /** No tags. */
    public static final Tags EMPTY = new Tags(Map.of());

    private final Map<String, String> values;
    private final int hash;

    private Tags(Map<String, String> values) {
        this.values = values;
        this.hash = values.hashCode();
    }

    /**
     * {@return the tags of a map}
     *
     * @param values names and values, copied
     */
    public static Tags of(Map<String, String> values) {
        return values.isEmpty() ? EMPTY : new Tags(Collections.unmodifiableMap(new TreeMap<>(values)));
    }

    /**
     * {@return these tags and one more, which replaces an equally named one}
     *
     * @param name the name
     * @param value the value
     */
    public Tags with(String name, String value) {
        if (value.equals(values.get(name))) {
            return this;
        }
        return with(Map.of(name, value));
    }

    /**
     * {@return these tags and others, which replace equally named ones}
     *
     * @param others names and values
     */
    public Tags with(Map<String, String> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others);
        return new Tags(Collections.unmodifiableMap(all));
    }

    /**
     * {@return the value of a tag, or null when there is none}
     *
     * @param name the name
     */
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /**
     * {@return whether each of some other tags is among these, with the same value}
     *
     * @param others the other tags
     */
    public boolean contain(Tags others) {
        return others.values.entrySet().stream()
                .allMatch(tag -> Objects.equals(tag.getValue(), values.get(tag.getKey())));
    }

    /** {@return names and values, sorted by name, unmodifiable} */
    public Map<String, String> asMap() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Tags tags && tags.hash == hash && tags.values.equals(values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@return the tags as {@code name:value, ...}} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append(':').append(value));
        return text.toString();
    }
}
