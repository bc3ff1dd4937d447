package io.mockarty.engine;

import io.mockarty.match.Candidate;
import io.mockarty.match.Mismatch;
import io.mockarty.match.Nearest;
import io.mockarty.match.RequestPattern;
import io.mockarty.match.Similarity;
import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.request.MockRequest;
import io.mockarty.request.RequestBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out why no mock answered: the nearest mocks, what differs from each, and what is often the reason. */
final class NoMatchAnalysis {

    private static final int NEAREST = 3;

    /** Only so many mocks are looked at closely: a flood of misses must stay cheap. */
    private static final int CLOSELY = 20;

    /** Of the mocks for the path, only so many have their conditions tried. */
    private static final int SAME_PATH = 200;

    /** Only so many mocks for other paths are looked at, the oldest first. */
    private static final int AT_ALL = 20_000;

    private static final int OTHER_NAMESPACES = 1_000;

    private final Namespaces namespaces;

    NoMatchAnalysis(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    /**
     * The methods that an OPTIONS request for a path is told of; empty when the path is not mocked, or when a mock for
     * OPTIONS stands there, whose conditions then failed.
     */
    static List<String> allowedMethods(List<Candidate<LiveMock>> candidates) {
        Set<String> methods = new TreeSet<>();
        for (Candidate<LiveMock> candidate : candidates) {
            if (candidate.pattern().acceptsMethod("OPTIONS")) {
                return List.of();
            }
            methods.add(candidate.pattern().method());
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return List.copyOf(methods);
    }

    NoMatch analyse(Namespace namespace, MockRequest request) {
        List<NoMatch.NearMiss> nearest = nearest(namespace, request).stream()
                .map(mock -> nearMiss(namespace, mock, request))
                .toList();
        return new NoMatch(namespace.name(), request.toString(), nearest, hints(namespace, request));
    }

    private static List<LiveMock> nearest(Namespace namespace, MockRequest request) {
        Set<LiveMock> samePath = samePath(namespace, request);
        Nearest<LiveMock> nearest = new Nearest<>(NEAREST);
        samePath.forEach(mock -> nearest.add(mock, Similarity.distance(pattern(mock), request)));
        if (samePath.size() < NEAREST) {
            others(namespace, request, samePath)
                    .forEach(mock -> nearest.add(mock, Similarity.distance(pattern(mock), request)));
        }
        return nearest.all();
    }

    /** Some mocks for the path: first those whose limits may be the reason, then those with the method, then others. */
    private static Set<LiveMock> samePath(Namespace namespace, MockRequest request) {
        Set<LiveMock> found = new LinkedHashSet<>();
        List<Candidate<LiveMock>> all = namespace.candidates(request);
        namespace.plausible(request).stream().limit(SAME_PATH).forEach(candidate -> found.add(candidate.target()));
        all.stream()
                .filter(candidate -> candidate.pattern().acceptsMethod(request.method()))
                .limit(SAME_PATH)
                .forEach(candidate -> found.add(candidate.target()));
        all.stream().limit(NEAREST).forEach(candidate -> found.add(candidate.target()));
        return found;
    }

    private static List<LiveMock> others(Namespace namespace, MockRequest request, Set<LiveMock> known) {
        Nearest<LiveMock> rough = new Nearest<>(CLOSELY);
        List<LiveMock> all = namespace.mocks();
        for (LiveMock mock : all.subList(0, Math.min(AT_ALL, all.size()))) {
            RequestPattern pattern = mock.pattern();
            if (pattern != null && !known.contains(mock)) {
                rough.add(mock, Similarity.roughPathDistance(pattern.route(), request.segments()));
            }
        }
        return rough.all();
    }

    private static RequestPattern pattern(LiveMock mock) {
        RequestPattern pattern = mock.pattern();
        if (pattern == null) {
            throw new IllegalStateException("mock " + mock.id() + " is not found by route");
        }
        return pattern;
    }

    private static NoMatch.NearMiss nearMiss(Namespace namespace, LiveMock mock, MockRequest request) {
        RequestPattern pattern = pattern(mock);
        List<Mismatch> mismatches = pattern.mismatches(request);
        List<String> hints = new ArrayList<>();
        if (mock.isExpired(namespace.clock().millis())) {
            hints.add("its ttl has passed");
        }
        if (mock.isExhausted()) {
            hints.add("its useLimiter is used up after " + mock.uses() + (mock.uses() == 1 ? " request" : " requests"));
        }
        if (mismatches.isEmpty() && hints.isEmpty()) {
            hints.add("it was saved after the request came");
        }
        for (Mismatch mismatch : mismatches) {
            hint(mismatch, pattern, request).ifPresent(hints::add);
        }
        return new NoMatch.NearMiss(mock.id(), pattern.toString(), mismatches, hints);
    }

    private static Optional<String> hint(Mismatch mismatch, RequestPattern pattern, MockRequest request) {
        if (mismatch.field().equals("method")) {
            return Optional.of("wrong method: the mock answers " + pattern.method());
        }
        if (mismatch.field().equals("path")) {
            return pathHint(pattern, request);
        }
        boolean onlyCase = mismatch.expected().equalsIgnoreCase(mismatch.actual());
        return onlyCase ? Optional.of(mismatch.field() + " differs only in upper and lower case") : Optional.empty();
    }

    private static Optional<String> pathHint(RequestPattern pattern, MockRequest request) {
        if (pattern.route().matches(withOtherEnd(request.segments()))) {
            String path = request.path();
            return Optional.of("trailing slash: the route matches "
                    + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/"));
        }
        return pattern.route().matchesIgnoringCase(request.segments())
                ? Optional.of("the path differs only in upper and lower case")
                : Optional.empty();
    }

    /** The path without its trailing slash, or with one when it has none. */
    private static List<String> withOtherEnd(List<String> path) {
        int last = path.size() - 1;
        if (last > 0 && path.get(last).isEmpty()) {
            return path.subList(0, last);
        }
        List<String> longer = new ArrayList<>(path);
        longer.add("");
        return longer;
    }

    private List<String> hints(Namespace namespace, MockRequest request) {
        List<String> hints = new ArrayList<>();
        if (namespace.mocks().isEmpty()) {
            hints.add("namespace " + namespace.name() + " has no mocks");
        }
        bodyHint(request).ifPresent(hints::add);
        // What a base shares with its overlays does not stand elsewhere.
        Set<RequestPattern> here = namespace.plausible(request).stream()
                .map(Candidate::pattern)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
        namespaces.stream()
                .filter(other -> other != namespace)
                .limit(OTHER_NAMESPACES)
                .filter(other -> other.plausible(request).stream()
                        .map(Candidate::pattern)
                        .anyMatch(pattern -> !here.contains(pattern) && pattern.matches(request)))
                .map(Namespace::name)
                .min(String::compareTo)
                .ifPresent(other -> hints.add("a mock for this request stands in namespace " + other));
        return hints;
    }

    private static Optional<String> bodyHint(MockRequest request) {
        if (!request.body().problem().isEmpty()) {
            return Optional.of(request.body().problem());
        }
        boolean form = request.body().kind() == RequestBody.Kind.FORM;
        byte[] bytes = request.body().bytes();
        return form && (bytes[0] == '{' || bytes[0] == '[')
                ? Optional.of("the body looks like JSON, but its Content-Type says that it is a form")
                : Optional.empty();
    }
}
