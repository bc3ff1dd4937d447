package io.mockarty.jsonpath;

import org.jspecify.annotations.Nullable;

/** Selects the children for which a condition holds (RFC 9535, section 2.3.5). */
record FilterSelector(Logical condition) implements Selector {

    @Override
    public boolean select(@Nullable Object node, @Nullable Location at, @Nullable Object document, Visitor next) {
        return WildcardSelector.children(
                node, at, (child, where) -> !condition.test(child, document) || next.visit(child, where));
    }
}
