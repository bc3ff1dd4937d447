package io.mockarty.jsonpath;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a query: selectors, applied to a node or to the node and all its descendants (RFC 9535, section 2.5).
 *
 * @param descendant whether it began with {@code ..}
 * @param selectors at least one
 * @param blankInside whether blanks stand inside its brackets
 */
record Segment(boolean descendant, List<Selector> selectors, boolean blankInside) {

    boolean isSingular() {
        return !descendant && selectors.size() == 1 && selectors.get(0) instanceof SingularSelector;
    }

    boolean apply(@Nullable Object node, @Nullable Location at, Evaluation evaluation, Visitor next) {
        return descendant ? descend(node, at, evaluation, next) : select(node, at, evaluation, next);
    }

    private boolean select(@Nullable Object node, @Nullable Location at, Evaluation evaluation, Visitor next) {
        for (Selector selector : selectors) {
            if (!selector.select(node, at, evaluation, next)) {
                return false;
            }
        }
        return true;
    }

    /** Visits parents before children and elements in order. The own stack keeps deep documents off the thread's. */
    private boolean descend(@Nullable Object node, @Nullable Location at, Evaluation evaluation, Visitor next) {
        Deque<Pending> pending = new ArrayDeque<>();
        pending.push(new Pending(node, at));
        while (!pending.isEmpty()) {
            Pending current = pending.pop();
            if (!select(current.node, current.at, evaluation, next)) {
                return false;
            }
            List<Pending> children = new ArrayList<>();
            WildcardSelector.children(current.node, current.at, (child, where) -> {
                // Primitives have no children to select from.
                boolean hasChildren = child instanceof List || child instanceof Map;
                return evaluation.visit() && (!hasChildren || children.add(new Pending(child, where)));
            });
            if (evaluation.isExhausted()) {
                return false;
            }
            for (int i = children.size() - 1; i >= 0; i--) {
                pending.push(children.get(i));
            }
        }
        return true;
    }

    private record Pending(@Nullable Object node, @Nullable Location at) {}
}
