package io.mockarty.jsonpath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects one element of an array, counted from the end when negative (RFC 9535, section 2.3.3). */
record IndexSelector(long index) implements SingularSelector {

    @Override
    public @Nullable Object child(@Nullable Object node) {
        if (node instanceof List<?> array) {
            long i = normalized(array.size());
            return i >= 0 && i < array.size() ? array.get((int) i) : Nothing.INSTANCE;
        }
        return Nothing.INSTANCE;
    }

    @Override
    public boolean select(@Nullable Object node, @Nullable Location at, Evaluation evaluation, Visitor next) {
        Object value = child(node);
        if (value == Nothing.INSTANCE || !(node instanceof List<?> array)) {
            return true;
        }
        return next.visit(value, Location.element(at, (int) normalized(array.size())));
    }

    private long normalized(int size) {
        return index < 0 ? size + index : index;
    }
}
