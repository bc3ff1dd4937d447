package io.mockarty.jsonpath;

import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a query: the document, and how many nodes may still be visited, so that no query can keep a thread
 * for long. Not thread-safe.
 */
final class Evaluation {

    static final int MAX_NODES = 1_000_000;

    /** A regular expression takes up to its size times the length of the text; so many of these steps are one node. */
    private static final int STEPS_PER_NODE = 20;

    private final @Nullable Object document;
    private long left = MAX_NODES;

    Evaluation(@Nullable Object document) {
        this.document = document;
    }

    @Nullable
    Object document() {
        return document;
    }

    /** Notes the visit of a node; false when that is one too many. */
    boolean visit() {
        return spend(1);
    }

    /** Notes the steps of a regular expression; false when they are too many. */
    boolean match(int size, int length) {
        return spend(1 + (long) size * length / STEPS_PER_NODE);
    }

    /** Whether something was left out, so that what was found is not the answer. */
    boolean isExhausted() {
        return left < 0;
    }

    private boolean spend(long nodes) {
        left = left < 0 ? left : left - nodes;
        return left >= 0;
    }
}
