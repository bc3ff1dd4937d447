package io.mockarty.json;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses YAML documents that have no JSON form, or a huge one: counts what the aliases of a document stand for without
 * following any of them twice.
 */
final class YamlBounds {

    private static final long MAX_ALIASED = 1_000_000;
    private static final int MAX_NESTING = 500;

    /** How many values each collection stands for; -1 while it is being counted. */
    private final IdentityHashMap<Object, Long> sizes = new IdentityHashMap<>();

    private long aliased;

    private YamlBounds() {}

    /**
     * Checks a loaded document.
     *
     * @throws JsonSyntaxException when it is too large, nested too deeply, or contains itself
     */
    static void check(@Nullable Object document) {
        new YamlBounds().size(document, 0);
    }

    private long size(@Nullable Object value, int level) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(YamlBounds::checkKey);
            return sizeOfAll(map, map.values(), level);
        }
        if (value instanceof byte[]) {
            throw problem("!!binary has no JSON form (expected: a string)");
        }
        return value instanceof Collection<?> list ? sizeOfAll(list, list, level) : 1;
    }

    private long sizeOfAll(Object collection, Iterable<?> elements, int level) {
        Long known = sizes.putIfAbsent(collection, -1L);
        if (known != null) {
            return sizeOfAlias(known);
        }
        if (level >= MAX_NESTING) {
            throw problem("the document is nested too deeply (expected: at most " + MAX_NESTING + " levels)");
        }
        long size = 1;
        for (Object element : elements) {
            size += size(element, level + 1);
        }
        sizes.put(collection, size);
        return size;
    }

    private static void checkKey(@Nullable Object key) {
        if (key == null || key instanceof Map || key instanceof Collection) {
            throw problem("the key " + key + " (expected: text, a number or a boolean)");
        }
    }

    private long sizeOfAlias(long known) {
        if (known < 0) {
            throw problem("an alias stands inside the value it stands for");
        }
        aliased += known;
        if (aliased > MAX_ALIASED) {
            throw problem("the aliases stand for more than " + MAX_ALIASED + " values");
        }
        return known;
    }

    private static JsonSyntaxException problem(String problem) {
        return new JsonSyntaxException(problem, -1, -1, null);
    }
}
