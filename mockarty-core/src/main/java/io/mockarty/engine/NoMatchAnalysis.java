package io.mockarty.engine;

import io.mockarty.match.Candidate;
import io.mockarty.match.Mismatch;
import io.mockarty.match.RequestPattern;
import io.mockarty.match.Similarity;
import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.request.Headers;
import io.mockarty.request.MockRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out why no mock answered: the nearest mocks, what differs from each, and what is often the reason. */
final class NoMatchAnalysis {

    private static final int NEAREST = 3;

    /** Only so many mocks are looked at closely, and only so many at all: a flood of misses must stay cheap. */
    private static final int CLOSELY = 20;

    private static final int AT_ALL = 5_000;
    private static final int OTHER_NAMESPACES = 100;

    private record Ranked(LiveMock mock, RequestPattern pattern, double distance) {}

    private final Namespaces namespaces;

    NoMatchAnalysis(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    /** The methods that mocks for this path answer; empty when the path is not mocked. */
    List<String> allowedMethods(Namespace namespace, MockRequest request) {
        return namespace.candidates(request).stream()
                .map(candidate -> candidate.pattern().method())
                .distinct()
                .sorted()
                .toList();
    }

    NoMatch analyse(Namespace namespace, MockRequest request) {
        List<NoMatch.NearMiss> nearest = nearest(namespace, request).stream()
                .map(ranked -> nearMiss(namespace, ranked, request))
                .toList();
        return new NoMatch(namespace.name(), request.toString(), nearest, hints(namespace, request));
    }

    private static List<Ranked> nearest(Namespace namespace, MockRequest request) {
        List<Candidate<LiveMock>> samePath = namespace.candidates(request);
        List<Ranked> rough = new ArrayList<>();
        samePath.stream()
                .limit(CLOSELY)
                .forEach(candidate -> rough.add(new Ranked(candidate.target(), candidate.pattern(), 0)));
        if (rough.size() < NEAREST) {
            addOthers(namespace, request, rough);
        }
        return rough.stream()
                .sorted(Comparator.comparingDouble(Ranked::distance))
                .limit(CLOSELY)
                .map(ranked -> new Ranked(ranked.mock, ranked.pattern, Similarity.distance(ranked.pattern, request)))
                .sorted(Comparator.comparingDouble(Ranked::distance))
                .limit(NEAREST)
                .toList();
    }

    private static void addOthers(Namespace namespace, MockRequest request, List<Ranked> ranked) {
        List<LiveMock> known = ranked.stream().map(Ranked::mock).toList();
        for (LiveMock mock : namespace.mocks().stream().limit(AT_ALL).toList()) {
            RequestPattern pattern = mock.pattern();
            if (pattern != null && !known.contains(mock)) {
                double distance = Similarity.roughPathDistance(pattern.route(), request.segments());
                ranked.add(new Ranked(mock, pattern, distance));
            }
        }
    }

    private static NoMatch.NearMiss nearMiss(Namespace namespace, Ranked ranked, MockRequest request) {
        List<Mismatch> mismatches = ranked.pattern.mismatches(request);
        List<String> hints = new ArrayList<>();
        if (ranked.mock.isExpired(namespace.clock().millis())) {
            hints.add("its ttl has passed");
        }
        if (ranked.mock.isExhausted()) {
            hints.add("its useLimiter is used up after " + ranked.mock.uses() + " requests");
        }
        for (Mismatch mismatch : mismatches) {
            hint(mismatch, ranked.pattern, request).ifPresent(hints::add);
        }
        return new NoMatch.NearMiss(ranked.mock.id(), ranked.pattern.toString(), mismatches, hints);
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
        String path = request.path();
        String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        if (!other.isEmpty() && pattern.route().matches(segments(other))) {
            return Optional.of("trailing slash: the route matches " + other);
        }
        return pattern.route().toString().equalsIgnoreCase(path)
                ? Optional.of("the path differs only in upper and lower case")
                : Optional.empty();
    }

    private static List<String> segments(String path) {
        return MockRequest.of("GET", path, Headers.empty()).segments();
    }

    private List<String> hints(Namespace namespace, MockRequest request) {
        List<String> hints = new ArrayList<>();
        if (namespace.size() == 0) {
            hints.add("namespace " + namespace.name() + " has no mocks");
        }
        if (!request.body().problem().isEmpty()) {
            hints.add(request.body().problem());
        }
        namespaces.all().stream()
                .filter(other -> other != namespace)
                .limit(OTHER_NAMESPACES)
                .filter(other -> other.candidates(request).stream()
                        .anyMatch(candidate -> candidate.pattern().matches(request)))
                .findFirst()
                .ifPresent(other -> hints.add("a mock for this request stands in namespace " + other.name()));
        return hints;
    }
}
