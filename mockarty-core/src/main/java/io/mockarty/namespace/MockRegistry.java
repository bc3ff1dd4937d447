package io.mockarty.namespace;

import io.mockarty.match.Candidate;
import io.mockarty.match.PersistentMap;
import io.mockarty.match.RequestPattern;
import io.mockarty.match.RouteIndex;
import io.mockarty.mock.Mock;
import io.mockarty.mock.Problem;
import io.mockarty.mock.Problems;
import io.mockarty.mock.TemplateRoot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mocks that were saved in one namespace. Saving compiles; writers take turns, readers see one immutable version of
 * all mocks. Thread-safe.
 */
final class MockRegistry {

    private final String namespace;
    private final MutableClock clock;

    private final Object writeLock = new Object();
    private volatile Version current = Version.EMPTY;

    /**
     * What readers see: the mocks by route, and the ids that users chose. A mock with a chosen id stands in the place
     * of any other with its id; one whose id was made up does not.
     */
    record Version(RouteIndex<LiveMock> index, PersistentMap<Boolean> chosenIds) {

        private static final Version EMPTY = new Version(RouteIndex.empty(), PersistentMap.empty());

        boolean hides(String id) {
            return chosenIds.get(id) != null;
        }
    }

    /** All mocks by id, in order of saving. Guarded by {@link #writeLock}. */
    private final Map<String, LiveMock> byId = new LinkedHashMap<>();

    /** Where the mocks that are looked up by route stand in the index, by id. Guarded by {@link #writeLock}. */
    private final Map<String, Candidate<LiveMock>> indexed = new HashMap<>();

    /** The ids of the mocks that are expected to be used. Guarded by {@link #writeLock}. */
    private final Set<String> stubs = new HashSet<>();

    /** Guarded by {@link #writeLock}. */
    private boolean closed;

    /** How many mocks were put into the index. Guarded by {@link #writeLock}. */
    private long saved;

    /** The number in the last id that was given. Guarded by {@link #writeLock}. */
    private long lastId;

    /**
     * Creates an empty registry.
     *
     * @param namespace the name of the namespace
     * @param clock its clock
     * @param base the registry of its base, whose made-up ids are not given once more; or null
     */
    MockRegistry(String namespace, MutableClock clock, @Nullable MockRegistry base) {
        this.namespace = namespace;
        this.clock = clock;
        this.lastId = base == null ? 0 : base.lastId();
    }

    private long lastId() {
        synchronized (writeLock) {
            return lastId;
        }
    }

    /** Removes mocks and saves others in one step, or nothing when one of them is bad. */
    List<Mock> replace(Collection<String> removedIds, List<Mock> mocks, TemplateRoot templates) {
        return publish(removedIds, compile(mocks, templates), false);
    }

    /** What is about to be saved, and which of the ids are not made up. */
    private record Compiled(List<LiveMock> mocks, Set<String> chosenIds) {}

    /** Saves a mock that is expected to be used. */
    Mock stub(Mock mock, TemplateRoot templates) {
        return publish(List.of(), compile(List.of(mock), templates), true).get(0);
    }

    private List<Mock> publish(Collection<String> removedIds, Compiled compiled, boolean areStubs) {
        synchronized (writeLock) {
            if (closed) {
                throw new IllegalStateException("namespace " + namespace
                        + " is closed (expected: an open one; opening it again makes a new one)");
            }
            Version next = current;
            for (String id : removedIds) {
                next = remove(id, next);
            }
            for (LiveMock live : compiled.mocks) {
                next = add(live, compiled.chosenIds.contains(live.id()), remove(live.id(), next));
                if (areStubs && !live.isLenient()) {
                    stubs.add(live.id());
                }
            }
            current = next;
            return compiled.mocks.stream().map(LiveMock::document).toList();
        }
    }

    void check(List<Mock> mocks, TemplateRoot templates) {
        compile(mocks, templates);
    }

    private Compiled compile(List<Mock> mocks, TemplateRoot templates) {
        Problems problems = new Problems();
        List<LiveMock> compiled = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < mocks.size(); i++) {
            String id = mocks.get(i).id();
            if (id != null && !ids.add(id)) {
                problems.add(path(mocks, i) + "id", id, "an id that no other of these mocks has");
            }
        }
        for (int i = 0; i < mocks.size(); i++) {
            Mock mock = mocks.get(i);
            String path = path(mocks, i);
            Problems own = new Problems();
            compiled.add(compile(mock, mock.id() == null ? freeId(ids) : mock.id(), templates, own));
            own.found()
                    .forEach(problem ->
                            problems.add(new Problem(path + problem.path(), problem.value(), problem.expected())));
        }
        problems.throwIfAny();
        return new Compiled(compiled, ids);
    }

    private static String path(List<Mock> mocks, int index) {
        return mocks.size() == 1 ? "" : "mocks[" + index + "].";
    }

    private LiveMock compile(Mock mock, String id, TemplateRoot templates, Problems problems) {
        long now = clock.millis();
        Mock.Builder saving = mock.toBuilder().id(id).namespace(namespace).createdAt(now);
        saving.put("useCounter", null).put("lastUse", null);
        if (mock.ttl() > 0) {
            saving.expireAt(now + Math.min(mock.ttl(), Long.MAX_VALUE / 4_000) * 1_000);
        }
        return LiveMock.compile(saving.build(), id, templates, problems);
    }

    private String freeId(Set<String> taken) {
        synchronized (writeLock) {
            String id;
            do {
                id = "mock-" + ++lastId;
            } while (byId.containsKey(id) || taken.contains(id));
            return id;
        }
    }

    private Version add(LiveMock live, boolean isIdChosen, Version version) {
        byId.put(live.id(), live);
        PersistentMap<Boolean> chosenIds = isIdChosen ? version.chosenIds.with(live.id(), true) : version.chosenIds;
        RequestPattern pattern = live.pattern();
        if (pattern == null) {
            return new Version(version.index, chosenIds);
        }
        Candidate<LiveMock> candidate = new Candidate<>(live, pattern, live.priority(), ++saved);
        indexed.put(live.id(), candidate);
        return new Version(version.index.with(candidate), chosenIds);
    }

    private Version remove(String id, Version version) {
        byId.remove(id);
        stubs.remove(id);
        Candidate<LiveMock> candidate = indexed.remove(id);
        return new Version(
                candidate == null ? version.index : version.index.without(candidate), version.chosenIds.without(id));
    }

    boolean delete(String id) {
        synchronized (writeLock) {
            boolean present = byId.containsKey(id);
            current = remove(id, current);
            return present;
        }
    }

    void deleteAll() {
        synchronized (writeLock) {
            byId.clear();
            indexed.clear();
            stubs.clear();
            current = Version.EMPTY;
        }
    }

    void close() {
        synchronized (writeLock) {
            closed = true;
            deleteAll();
        }
    }

    /** {@return all mocks, in order of saving} */
    List<LiveMock> all() {
        synchronized (writeLock) {
            return List.copyOf(byId.values());
        }
    }

    @Nullable
    LiveMock find(String id) {
        synchronized (writeLock) {
            return byId.get(id);
        }
    }

    int size() {
        synchronized (writeLock) {
            return byId.size();
        }
    }

    /** {@return the stubs that no request has used, in order of saving} */
    List<LiveMock> unusedStubs() {
        synchronized (writeLock) {
            return byId.values().stream()
                    .filter(mock -> stubs.contains(mock.id()) && !mock.wasUsed())
                    .toList();
        }
    }

    Version current() {
        return current;
    }
}
