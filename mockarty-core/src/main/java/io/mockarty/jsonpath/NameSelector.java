package io.mockarty.jsonpath;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Selects the member of an object with a name (RFC 9535, section 2.3.1). */
record NameSelector(String name) implements SingularSelector {

    @Override
    public @Nullable Object child(@Nullable Object node) {
        if (node instanceof Map<?, ?> object) {
            Object value = object.get(name);
            return value != null || object.containsKey(name) ? value : Nothing.INSTANCE;
        }
        return Nothing.INSTANCE;
    }

    @Override
    public boolean select(@Nullable Object node, @Nullable Location at, Evaluation evaluation, Visitor next) {
        Object value = child(node);
        return value == Nothing.INSTANCE || next.visit(value, Location.member(at, name));
    }
}
