package io.mockarty.perf.module.core;

import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ScriptException;
import java.util.Map;
import java.util.TreeMap;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Tags that scripts give as objects. */
final class ScriptTags {

    private ScriptTags() {}

    static Tags add(ModuleContext user, Tags tags, @Nullable Value more) {
        Object json = user.values().toJava(more);
        if (json == null) {
            return tags;
        }
        if (!(json instanceof Map<?, ?> map)) {
            throw new ScriptException("tags: " + more + " (expected: an object of strings, numbers or booleans)");
        }
        Map<String, String> values = new TreeMap<>();
        map.forEach((name, value) -> values.put(String.valueOf(name), text(String.valueOf(name), value)));
        return tags.with(values);
    }

    static String text(String name, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new ScriptException("tag " + name + ": " + value + " (expected: a string, a number or a boolean)");
    }
}
