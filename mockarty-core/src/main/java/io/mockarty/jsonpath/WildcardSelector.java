package io.mockarty.jsonpath;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Selects all children of an object or array (RFC 9535, section 2.3.2). */
record WildcardSelector() implements Selector {

    @Override
    public boolean select(@Nullable Object node, @Nullable Location at, Evaluation evaluation, Visitor next) {
        return children(node, at, next);
    }

    static boolean children(@Nullable Object node, @Nullable Location at, Visitor next) {
        if (node instanceof List<?> array) {
            return elements(array, at, next);
        }
        return !(node instanceof Map<?, ?> object) || members(object, at, next);
    }

    private static boolean elements(List<?> array, @Nullable Location at, Visitor next) {
        int index = 0;
        for (Object element : array) {
            if (!next.visit(element, Location.element(at, index++))) {
                return false;
            }
        }
        return true;
    }

    private static boolean members(Map<?, ?> object, @Nullable Location at, Visitor next) {
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (!next.visit(member.getValue(), Location.member(at, member.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
