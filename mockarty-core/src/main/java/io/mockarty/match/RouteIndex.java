package io.mockarty.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the candidates for a path. Each version is immutable and shares its structure with the one before, so a reader
 * sees one consistent set of candidates, and adding one costs the depth of its route, not the size of the index.
 *
 * @param <T> what the candidates lead to
 */
public final class RouteIndex<T> {

    private final Node<T> root;
    private final int size;

    private RouteIndex(Node<T> root, int size) {
        this.root = root;
        this.size = size;
    }

    /**
     * Creates an index without candidates.
     *
     * @param <T> what the candidates lead to
     * @return the index
     */
    public static <T> RouteIndex<T> empty() {
        return new RouteIndex<>(Node.empty(), 0);
    }

    /** {@return the number of candidates} */
    public int size() {
        return size;
    }

    /**
     * Adds a candidate.
     *
     * @param candidate the candidate
     * @return the next version
     */
    public RouteIndex<T> with(Candidate<T> candidate) {
        return new RouteIndex<>(root.with(candidate.pattern().route().segments(), 0, candidate), size + 1);
    }

    /**
     * Removes a candidate.
     *
     * @param candidate a candidate of this index
     * @return the next version
     */
    public RouteIndex<T> without(Candidate<T> candidate) {
        return new RouteIndex<>(root.without(candidate.pattern().route().segments(), 0, candidate), size - 1);
    }

    /**
     * Finds the candidates whose route a path has, whatever their methods and conditions.
     *
     * @param path decoded segments
     * @return the candidates, best first
     */
    public List<Candidate<T>> candidates(List<String> path) {
        Found<T> found = new Found<>();
        root.collect(path, 0, found);
        return found.best;
    }

    /** Gathers candidates; most paths lead to one place, whose list is then used as it is. */
    private static final class Found<T> {

        private List<Candidate<T>> best = List.of();

        void add(List<Candidate<T>> more) {
            if (more.isEmpty()) {
                return;
            }
            if (best.isEmpty()) {
                best = more;
                return;
            }
            List<Candidate<T>> merged = new ArrayList<>(best.size() + more.size());
            merged.addAll(best);
            merged.addAll(more);
            Collections.sort(merged);
            best = merged;
        }
    }

    /** The routes that share a beginning: how they go on, and the candidates whose route ends here. */
    private record Node<T>(
            PersistentMap<Node<T>> literals,
            @Nullable Node<T> parameter,
            List<Candidate<T>> here,
            List<Candidate<T>> rest) {

        private static final Node<?> EMPTY = new Node<>(PersistentMap.empty(), null, List.of(), List.of());

        @SuppressWarnings("unchecked")
        static <T> Node<T> empty() {
            return (Node<T>) EMPTY;
        }

        boolean isEmpty() {
            return literals.isEmpty() && parameter == null && here.isEmpty() && rest.isEmpty();
        }

        void collect(List<String> path, int depth, Found<T> found) {
            if (depth == path.size()) {
                found.add(here);
                return;
            }
            Node<T> literal = literals.get(path.get(depth));
            if (literal != null) {
                literal.collect(path, depth + 1, found);
            }
            if (parameter != null) {
                parameter.collect(path, depth + 1, found);
            }
            found.add(rest);
        }

        Node<T> with(List<Route.Segment> route, int depth, Candidate<T> candidate) {
            if (depth == route.size()) {
                return new Node<>(literals, parameter, insert(here, candidate), rest);
            }
            Route.Segment segment = route.get(depth);
            if (segment instanceof Route.Segment.Literal literal) {
                Node<T> child = orEmpty(literals.get(literal.text()));
                return withLiteral(literal.text(), child.with(route, depth + 1, candidate));
            } else if (segment instanceof Route.Segment.Parameter) {
                return withParameter(orEmpty(parameter).with(route, depth + 1, candidate));
            }
            return new Node<>(literals, parameter, here, insert(rest, candidate));
        }

        Node<T> without(List<Route.Segment> route, int depth, Candidate<T> candidate) {
            if (depth == route.size()) {
                return new Node<>(literals, parameter, remove(here, candidate), rest);
            }
            Route.Segment segment = route.get(depth);
            if (segment instanceof Route.Segment.Literal literal) {
                Node<T> child = orEmpty(literals.get(literal.text()));
                return withLiteral(literal.text(), child.without(route, depth + 1, candidate));
            } else if (segment instanceof Route.Segment.Parameter) {
                return withParameter(orEmpty(parameter).without(route, depth + 1, candidate));
            }
            return new Node<>(literals, parameter, here, remove(rest, candidate));
        }

        private Node<T> withLiteral(String text, Node<T> child) {
            return new Node<>(
                    child.isEmpty() ? literals.without(text) : literals.with(text, child), parameter, here, rest);
        }

        private Node<T> withParameter(Node<T> child) {
            return new Node<>(literals, child.isEmpty() ? null : child, here, rest);
        }

        private static <T> Node<T> orEmpty(@Nullable Node<T> node) {
            return node == null ? empty() : node;
        }

        private static <T> List<Candidate<T>> insert(List<Candidate<T>> sorted, Candidate<T> candidate) {
            List<Candidate<T>> longer = new ArrayList<>(sorted.size() + 1);
            longer.addAll(sorted);
            int at = Collections.binarySearch(longer, candidate);
            longer.add(at < 0 ? -at - 1 : at, candidate);
            return longer;
        }

        private static <T> List<Candidate<T>> remove(List<Candidate<T>> sorted, Candidate<T> candidate) {
            List<Candidate<T>> shorter = new ArrayList<>(sorted);
            shorter.removeIf(other -> other.sequence() == candidate.sequence());
            return shorter;
        }
    }
}
