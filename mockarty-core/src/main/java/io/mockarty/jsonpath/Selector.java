package io.mockarty.jsonpath;

import org.jspecify.annotations.Nullable;

/** Selects children of a node (RFC 9535, section 2.3). */
sealed interface Selector permits SingularSelector, WildcardSelector, SliceSelector, FilterSelector {

    /**
     * Hands the selected children to a visitor, in order.
     *
     * @param node the value whose children are selected; a primitive has none
     * @param at where the node is, null when nobody asked for locations
     * @param evaluation the root value, for {@code $} in filters, and how much work is left
     * @param next takes the children
     * @return false when the visitor wants no more
     */
    boolean select(@Nullable Object node, @Nullable Location at, Evaluation evaluation, Visitor next);
}
