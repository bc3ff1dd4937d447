package io.mockarty.match;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The routes that share a beginning: how they go on, and the candidates whose route ends here. Immutable.
 *
 * @param literals how they go on with a fixed text
 * @param parameter how they go on with a parameter, or null
 * @param here the candidates whose route ends here
 * @param rest the candidates whose route goes on with {@code *}
 */
record RouteTrie<T>(
        PersistentMap<RouteTrie<T>> literals, @Nullable RouteTrie<T> parameter, Bucket<T> here, Bucket<T> rest) {

    private static final RouteTrie<?> EMPTY =
            new RouteTrie<>(PersistentMap.empty(), null, Bucket.empty(), Bucket.empty());

    @SuppressWarnings("unchecked")
    static <T> RouteTrie<T> empty() {
        return (RouteTrie<T>) EMPTY;
    }

    boolean isEmpty() {
        return literals.isEmpty() && parameter == null && here.isEmpty() && rest.isEmpty();
    }

    void collect(List<String> path, int depth, Consumer<Bucket<T>> found) {
        if (depth == path.size()) {
            found.accept(here);
            return;
        }
        RouteTrie<T> literal = literals.get(path.get(depth));
        if (literal != null) {
            literal.collect(path, depth + 1, found);
        }
        if (parameter != null && !path.get(depth).isEmpty()) {
            parameter.collect(path, depth + 1, found);
        }
        found.accept(rest);
    }

    RouteTrie<T> with(List<Route.Segment> route, int depth, Candidate<T> candidate) {
        if (depth == route.size()) {
            return new RouteTrie<>(literals, parameter, here.with(candidate), rest);
        }
        Route.Segment segment = route.get(depth);
        if (segment instanceof Route.Segment.Literal literal) {
            RouteTrie<T> child = orEmpty(literals.get(literal.text()));
            return withLiteral(literal.text(), child.with(route, depth + 1, candidate));
        } else if (segment instanceof Route.Segment.Parameter) {
            return withParameter(orEmpty(parameter).with(route, depth + 1, candidate));
        }
        return new RouteTrie<>(literals, parameter, here, rest.with(candidate));
    }

    RouteTrie<T> without(List<Route.Segment> route, int depth, Candidate<T> candidate) {
        if (depth == route.size()) {
            return new RouteTrie<>(literals, parameter, here.without(candidate), rest);
        }
        Route.Segment segment = route.get(depth);
        if (segment instanceof Route.Segment.Literal literal) {
            RouteTrie<T> child = orEmpty(literals.get(literal.text()));
            return withLiteral(literal.text(), child.without(route, depth + 1, candidate));
        } else if (segment instanceof Route.Segment.Parameter) {
            return withParameter(orEmpty(parameter).without(route, depth + 1, candidate));
        }
        return new RouteTrie<>(literals, parameter, here, rest.without(candidate));
    }

    private RouteTrie<T> withLiteral(String text, RouteTrie<T> child) {
        return new RouteTrie<>(
                child.isEmpty() ? literals.without(text) : literals.with(text, child), parameter, here, rest);
    }

    private RouteTrie<T> withParameter(RouteTrie<T> child) {
        return new RouteTrie<>(literals, child.isEmpty() ? null : child, here, rest);
    }

    private static <T> RouteTrie<T> orEmpty(@Nullable RouteTrie<T> node) {
        return node == null ? empty() : node;
    }
}
