package io.mockarty.namespace;

import io.mockarty.match.Candidate;
import io.mockarty.request.MockRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mocks of a base as one overlay sees them: those that are there now, counted afresh, behind the overlay's own, and
 * without those whose id the overlay has given to another mock. Thread-safe.
 */
final class InheritedMocks {

    private final Namespace base;
    private final Map<LiveMock, LiveMock> counted = new ConcurrentHashMap<>();

    InheritedMocks(Namespace base) {
        this.base = base;
    }

    Namespace base() {
        return base;
    }

    List<Candidate<LiveMock>> plausible(MockRequest request, MockRegistry.Version own) {
        return behind(own.index().plausible(request), base.plausible(request), own);
    }

    List<Candidate<LiveMock>> candidates(MockRequest request, MockRegistry.Version own) {
        return behind(own.index().candidates(request), base.candidates(request), own);
    }

    private List<Candidate<LiveMock>> behind(
            List<Candidate<LiveMock>> first, List<Candidate<LiveMock>> inherited, MockRegistry.Version own) {
        if (inherited.isEmpty()) {
            return first;
        }
        List<Candidate<LiveMock>> all = new ArrayList<>(first);
        for (Candidate<LiveMock> candidate : inherited) {
            LiveMock mock = candidate.target();
            if (!own.hides(mock.id())) {
                all.add(new Candidate<>(
                        counted(mock), candidate.pattern(), candidate.priority(), candidate.sequence()));
            }
        }
        return all;
    }

    List<LiveMock> all(MockRegistry.Version own) {
        return base.mocks().stream()
                .filter(mock -> !own.hides(mock.id()))
                .map(this::counted)
                .toList();
    }

    Optional<LiveMock> find(String id) {
        return base.mocks().stream()
                .filter(mock -> mock.id().equals(id))
                .findFirst()
                .map(this::counted);
    }

    private LiveMock counted(LiveMock mock) {
        LiveMock known = counted.get(mock);
        return known == null ? counted.computeIfAbsent(mock, LiveMock::forOverlay) : known;
    }
}
