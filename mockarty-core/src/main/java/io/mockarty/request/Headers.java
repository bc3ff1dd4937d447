package io.mockarty.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields in the order they came, names in any case, several values per name. Immutable and thread-safe. */
public final class Headers {

    private static final Headers EMPTY = new Headers(new String[0]);

    /** Names at even places, values behind them: one array instead of a map, since requests have few headers. */
    private final String[] fields;

    /** About how many bytes of heap the fields take; counted while they are still in the processor's cache. */
    private final int size;

    private Headers(String[] fields) {
        this.fields = fields;
        int bytes = 32 + 4 * fields.length;
        for (String field : fields) {
            bytes += 56 + field.length();
        }
        this.size = bytes;
    }

    /** {@return headers without any field} */
    public static Headers empty() {
        return EMPTY;
    }

    /**
     * Creates headers from names and values in turn.
     *
     * @param namesAndValues name, value, name, value, ...; copied
     * @return the headers
     * @throws IllegalArgumentException when a value is missing
     */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "namesAndValues: " + namesAndValues.length + " strings (expected: an even number)");
        }
        return new Headers(namesAndValues.clone());
    }

    /**
     * Creates headers from a map.
     *
     * @param values the values by name
     * @return the headers, in the order of the map
     */
    public static Headers of(Map<String, List<String>> values) {
        Builder builder = builder();
        values.forEach((name, all) -> all.forEach(value -> builder.add(name, value)));
        return builder.build();
    }

    /** {@return a builder of headers, not thread-safe} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the first value of a field.
     *
     * @param name the field name, in any case
     * @return its first value, or null when there is none
     */
    public @Nullable String first(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return fields[i + 1];
            }
        }
        return null;
    }

    /**
     * Returns all values of a field.
     *
     * @param name the field name, in any case
     * @return its values in order, empty when there are none
     */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                values.add(fields[i + 1]);
            }
        }
        return values;
    }

    /**
     * Visits every field in order.
     *
     * @param visitor gets the name and one value
     */
    public void forEach(BiConsumer<String, String> visitor) {
        for (int i = 0; i < fields.length; i += 2) {
            visitor.accept(fields[i], fields[i + 1]);
        }
    }

    /** {@return the number of fields, several values of one name counted apart} */
    public int size() {
        return fields.length / 2;
    }

    /** {@return the values by name; lookups ignore the case of names} */
    public Map<String, List<String>> asMap() {
        Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        forEach((name, value) ->
                map.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value));
        return Collections.unmodifiableMap(map);
    }

    /** {@return about how many bytes of heap these headers take} */
    long approximateSize() {
        return size;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Headers headers && Arrays.equals(fields, headers.fields);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fields);
    }

    @Override
    public String toString() {
        return asMap().toString();
    }

    /** Gathers header fields. Not thread-safe. */
    public static final class Builder {

        private String[] fields = new String[16];
        private int length;

        private Builder() {}

        /**
         * Adds a field behind those that are there.
         *
         * @param name the field name
         * @param value one value
         * @return this builder
         */
        public Builder add(String name, String value) {
            if (length == fields.length) {
                fields = Arrays.copyOf(fields, length * 2);
            }
            fields[length++] = name;
            fields[length++] = value;
            return this;
        }

        /** {@return the headers gathered so far} */
        public Headers build() {
            return length == 0 ? EMPTY : new Headers(Arrays.copyOf(fields, length));
        }
    }
}
