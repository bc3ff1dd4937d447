package io.mockarty.match;

import io.mockarty.request.MockRequest;
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
     * @return the candidates, best first; unmodifiable
     */
    public List<Candidate<T>> candidates(List<String> path) {
        Found<T> found = new Found<>(null);
        root.collect(path, 0, found);
        return found.best;
    }

    /**
     * Finds the candidates that a request may have come for: its path has their route, and no condition that the index
     * knows of speaks against it.
     *
     * @param request the request
     * @return at least all candidates whose route and conditions hold, best first; unmodifiable
     */
    public List<Candidate<T>> plausible(MockRequest request) {
        Found<T> found = new Found<>(request);
        root.collect(request.segments(), 0, found);
        return found.best;
    }

    /** Whether no candidate, and nothing that led to one, is left. */
    boolean isEmpty() {
        return root.isEmpty();
    }

    /** Gathers candidates; most paths lead to one place, whose list is then used as it is. */
    private static final class Found<T> {

        private final @Nullable MockRequest request;
        private List<Candidate<T>> best = List.of();

        Found(@Nullable MockRequest request) {
            this.request = request;
        }

        void add(Bucket<T> bucket) {
            if (!bucket.isEmpty()) {
                best = Bucket.merge(best, request == null ? bucket.all() : bucket.plausible(request));
            }
        }
    }

    /** The routes that share a beginning: how they go on, and the candidates whose route ends here. */
    private record Node<T>(
            PersistentMap<Node<T>> literals, @Nullable Node<T> parameter, Bucket<T> here, Bucket<T> rest) {

        private static final Node<?> EMPTY = new Node<>(PersistentMap.empty(), null, Bucket.empty(), Bucket.empty());

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
            if (parameter != null && !path.get(depth).isEmpty()) {
                parameter.collect(path, depth + 1, found);
            }
            found.add(rest);
        }

        Node<T> with(List<Route.Segment> route, int depth, Candidate<T> candidate) {
            if (depth == route.size()) {
                return new Node<>(literals, parameter, here.with(candidate), rest);
            }
            Route.Segment segment = route.get(depth);
            if (segment instanceof Route.Segment.Literal literal) {
                Node<T> child = orEmpty(literals.get(literal.text()));
                return withLiteral(literal.text(), child.with(route, depth + 1, candidate));
            } else if (segment instanceof Route.Segment.Parameter) {
                return withParameter(orEmpty(parameter).with(route, depth + 1, candidate));
            }
            return new Node<>(literals, parameter, here, rest.with(candidate));
        }

        Node<T> without(List<Route.Segment> route, int depth, Candidate<T> candidate) {
            if (depth == route.size()) {
                return new Node<>(literals, parameter, here.without(candidate), rest);
            }
            Route.Segment segment = route.get(depth);
            if (segment instanceof Route.Segment.Literal literal) {
                Node<T> child = orEmpty(literals.get(literal.text()));
                return withLiteral(literal.text(), child.without(route, depth + 1, candidate));
            } else if (segment instanceof Route.Segment.Parameter) {
                return withParameter(orEmpty(parameter).without(route, depth + 1, candidate));
            }
            return new Node<>(literals, parameter, here, rest.without(candidate));
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
    }
}
