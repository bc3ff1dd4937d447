package io.mockarty.perf.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Names and values in the order of the wire; names may repeat and are compared without regard to case. Not thread-safe.
 */
public final class HttpHeaders {

    private String[] lines = new String[16];
    private int size;

    /** Creates headers without any. */
    public HttpHeaders() {}

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return these headers
     */
    public HttpHeaders add(String name, String value) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
        }
        lines[size++] = name;
        lines[size++] = value;
        return this;
    }

    /**
     * Replaces all headers of a name by one.
     *
     * @param name its name
     * @param value its value
     * @return these headers
     */
    public HttpHeaders set(String name, String value) {
        remove(name);
        return add(name, value);
    }

    /**
     * Removes all headers of a name.
     *
     * @param name the name
     */
    public void remove(String name) {
        int kept = 0;
        for (int i = 0; i < size; i += 2) {
            if (!lines[i].equalsIgnoreCase(name)) {
                lines[kept++] = lines[i];
                lines[kept++] = lines[i + 1];
            }
        }
        size = kept;
    }

    /**
     * {@return the value of the first header of a name, or null}
     *
     * @param name the name
     */
    public @Nullable String first(String name) {
        for (int i = 0; i < size; i += 2) {
            if (lines[i].length() == name.length() && lines[i].equalsIgnoreCase(name)) {
                return lines[i + 1];
            }
        }
        return null;
    }

    /**
     * {@return the values of all headers of a name}
     *
     * @param name the name
     */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < size; i += 2) {
            if (lines[i].equalsIgnoreCase(name)) {
                values.add(lines[i + 1]);
            }
        }
        return values;
    }

    /**
     * Does something with each header.
     *
     * @param action gets name and value
     */
    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < size; i += 2) {
            action.accept(lines[i], lines[i + 1]);
        }
    }

    /** {@return how many headers there are} */
    public int size() {
        return size / 2;
    }

    /** {@return a copy} */
    public HttpHeaders copy() {
        HttpHeaders copy = new HttpHeaders();
        forEach(copy::add);
        return copy;
    }
}
