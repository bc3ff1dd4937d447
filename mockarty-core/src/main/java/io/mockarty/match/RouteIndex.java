package io.mockarty.match;

import io.mockarty.request.MockRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds the candidates for a path. Each version is immutable and shares its structure with the one before, so a reader
 * sees one consistent set of candidates, and adding one costs the depth of its route, not the size of the index.
 *
 * @param <T> what the candidates lead to
 */
public final class RouteIndex<T> {

    /** Routes without parameters, by path: most mocks are found here in one step. */
    private final PersistentMap<Bucket<T>> literals;

    /** All other routes. */
    private final RouteTrie<T> patterns;

    private RouteIndex(PersistentMap<Bucket<T>> literals, RouteTrie<T> patterns) {
        this.literals = literals;
        this.patterns = patterns;
    }

    /**
     * Creates an index without candidates.
     *
     * @param <T> what the candidates lead to
     * @return the index
     */
    public static <T> RouteIndex<T> empty() {
        return new RouteIndex<>(PersistentMap.empty(), RouteTrie.empty());
    }

    /**
     * Adds a candidate.
     *
     * @param candidate the candidate
     * @return the next version
     */
    public RouteIndex<T> with(Candidate<T> candidate) {
        Route route = candidate.pattern().route();
        String path = route.literalPath();
        return path == null
                ? new RouteIndex<>(literals, patterns.with(route.segments(), 0, candidate))
                : new RouteIndex<>(literals.with(path, literal(path).with(candidate)), patterns);
    }

    /**
     * Removes a candidate.
     *
     * @param candidate a candidate of this index
     * @return the next version
     */
    public RouteIndex<T> without(Candidate<T> candidate) {
        Route route = candidate.pattern().route();
        String path = route.literalPath();
        if (path == null) {
            return new RouteIndex<>(literals, patterns.without(route.segments(), 0, candidate));
        }
        Bucket<T> rest = literal(path).without(candidate);
        return new RouteIndex<>(rest.isEmpty() ? literals.without(path) : literals.with(path, rest), patterns);
    }

    private Bucket<T> literal(String path) {
        Bucket<T> bucket = literals.get(path);
        return bucket == null ? Bucket.empty() : bucket;
    }

    /**
     * Finds the candidates whose route a path has, whatever their methods and conditions.
     *
     * @param request the request, of which only the path is looked at
     * @return the candidates, best first; unmodifiable
     */
    public List<Candidate<T>> candidates(MockRequest request) {
        return collect(request, Bucket::all);
    }

    /**
     * Finds the candidates that a request may have come for: its path has their route, and no condition that the index
     * knows of speaks against it.
     *
     * @param request the request
     * @return at least all candidates whose route and conditions hold, best first; unmodifiable
     */
    public List<Candidate<T>> plausible(MockRequest request) {
        return collect(request, bucket -> bucket.plausible(request));
    }

    private List<Candidate<T>> collect(MockRequest request, Function<Bucket<T>, List<Candidate<T>>> choice) {
        String path = Route.literalPath(request);
        List<Candidate<T>> literal = path == null ? List.of() : choice.apply(literal(path));
        if (patterns.isEmpty()) {
            return literal;
        }
        Found<T> found = new Found<>(literal, choice);
        patterns.collect(request.segments(), 0, found);
        return found.best;
    }

    /** Whether no candidate, and nothing that led to one, is left. */
    boolean isEmpty() {
        return literals.isEmpty() && patterns.isEmpty();
    }

    /** Gathers candidates; most paths lead to one place, whose list is then used as it is. */
    private static final class Found<T> implements Consumer<Bucket<T>> {

        private final Function<Bucket<T>, List<Candidate<T>>> choice;
        private List<Candidate<T>> best;

        Found(List<Candidate<T>> best, Function<Bucket<T>, List<Candidate<T>>> choice) {
            this.best = best;
            this.choice = choice;
        }

        @Override
        public void accept(Bucket<T> bucket) {
            if (!bucket.isEmpty()) {
                best = Bucket.merge(best, choice.apply(bucket));
            }
        }
    }
}
