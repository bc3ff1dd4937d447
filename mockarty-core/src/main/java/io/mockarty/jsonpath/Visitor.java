package io.mockarty.jsonpath;

import org.jspecify.annotations.Nullable;

/** Receives the nodes of a nodelist one after the other, in order. */
@FunctionalInterface
interface Visitor {

    /**
     * Takes one node.
     *
     * @param value its value
     * @param at where it is, null when nobody asked for locations
     * @return false to stop: no further node is wanted
     */
    boolean visit(@Nullable Object value, @Nullable Location at);
}
