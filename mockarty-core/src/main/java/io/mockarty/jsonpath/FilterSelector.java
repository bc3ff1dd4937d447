package io.mockarty.jsonpath;

import org.jspecify.annotations.Nullable;

/** Selects the children for which a condition holds (RFC 9535, section 2.3.5). */
record FilterSelector(Logical condition) implements Selector {

    @Override
    public boolean select(@Nullable Object node, @Nullable Location at, Evaluation evaluation, Visitor next) {
        return WildcardSelector.children(
                node,
                at,
                (child, where) ->
                        evaluation.visit() && (!condition.test(child, evaluation) || next.visit(child, where)));
    }
}
