package io.mockarty.namespace;

import io.mockarty.match.Candidate;
import io.mockarty.match.PersistentMap;
import io.mockarty.match.RequestPattern;
import io.mockarty.match.RouteIndex;
import io.mockarty.mock.Mock;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.repository.StoredMock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mocks of one namespace as they answer: compiled, and by route. What is saved here goes to the truth first; what
 * others write there is taken over. Writers take turns, readers see one immutable version of all mocks. Thread-safe.
 */
final class MockRegistry {

    private final String namespace;
    private final MockCompiler compiler;
    private final Truth truth;

    private final Object writeLock = new Object();
    private volatile Version current = Version.EMPTY;

    /**
     * What readers see: the mocks by route, how many of them may wait for a database, and the ids that users chose. A
     * mock with a chosen id stands in the place of any other with its id; one whose id was made up does not.
     */
    record Version(RouteIndex<LiveMock> index, int blocking, PersistentMap<Boolean> chosenIds) {

        private static final Version EMPTY = new Version(RouteIndex.empty(), 0, PersistentMap.empty());

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

    /**
     * The mocks that were deleted here, with a revision from before; what was read then must not bring them back. Until
     * the news of the deletion has come round. Guarded by {@link #writeLock}.
     */
    private final Map<String, Long> deletedAfter = new HashMap<>();

    /** Guarded by {@link #writeLock}. */
    private boolean closed;

    /**
     * Creates an empty registry.
     *
     * @param namespace the name of the namespace
     * @param compiler compiles what is saved
     * @param truth where it is written to
     */
    MockRegistry(String namespace, MockCompiler compiler, Truth truth) {
        this.namespace = namespace;
        this.compiler = compiler;
        this.truth = truth;
    }

    /** {@return the number in the last id that was made up here} */
    long lastId() {
        return truth.lastId();
    }

    /** Removes mocks and saves others in one step, or nothing when one of them is bad. */
    List<Mock> replace(Collection<String> removedIds, List<Mock> mocks, TemplateRoot templates) {
        return save(removedIds, compiler.compile(mocks, templates, this::freeId), false);
    }

    /** Saves a mock that is expected to be used. */
    Mock stub(Mock mock, TemplateRoot templates) {
        return save(List.of(), compiler.compile(List.of(mock), templates, this::freeId), true)
                .get(0);
    }

    private List<Mock> save(Collection<String> removedIds, MockCompiler.Batch batch, boolean areStubs) {
        requireOpen();
        if (truth.isShared()) {
            compiler.announce(batch);
        }
        try {
            long before = truth.revision();
            List<StoredMock> stored = truth.replace(removedIds, batch.documents());
            publish(removedIds, before, stored, batch, areStubs);
            return stored.stream().map(StoredMock::document).toList();
        } finally {
            if (truth.isShared()) {
                compiler.forget(batch);
            }
        }
    }

    private void publish(
            Collection<String> removedIds,
            long before,
            List<StoredMock> stored,
            MockCompiler.Batch batch,
            boolean areStubs) {
        synchronized (writeLock) {
            requireOpen();
            Version next = current;
            for (String id : removedIds) {
                next = removeOwn(id, before, next);
            }
            for (int i = 0; i < stored.size(); i++) {
                StoredMock mock = stored.get(i);
                next = put(mock, batch.compiled().get(i), batch.chosenIds().contains(mock.id()), next);
                if (areStubs && !mock.document().lenient()) {
                    stubs.add(mock.id());
                }
            }
            current = next;
        }
    }

    /** Removes what was deleted here, unless others have written it since; whether it is there then, they tell. */
    private Version removeOwn(String id, long before, Version version) {
        LiveMock known = byId.get(id);
        if (known == null || truth.isShared() && known.stored().revision() > before) {
            return version;
        }
        if (truth.isShared()) {
            deletedAfter.put(id, before);
        }
        return remove(id, version);
    }

    private void requireOpen() {
        synchronized (writeLock) {
            if (closed) {
                throw new IllegalStateException("namespace " + namespace
                        + " is closed (expected: an open one; opening it again makes a new one)");
            }
        }
    }

    void check(List<Mock> mocks, TemplateRoot templates) {
        compiler.compile(mocks, templates, this::freeId);
    }

    private String freeId(Set<String> taken) {
        String id;
        do {
            id = truth.newId();
        } while (find(id) != null || taken.contains(id));
        return id;
    }

    /**
     * Takes over what others may have written.
     *
     * @param found the mocks that exist, as they are now
     * @param absent the ids of those that do not
     * @param revision the revision of the namespace that at least was read
     */
    void takeOver(Collection<StoredMock> found, Collection<String> absent, long revision) {
        Map<StoredMock, CompiledMock> compiled = new LinkedHashMap<>();
        Map<String, Long> gone = new HashMap<>();
        absent.forEach(id -> gone.put(id, revision));
        found.stream().filter(this::isNews).forEach(mock -> {
            CompiledMock usable = compiler.compileStored(mock);
            if (usable == null) {
                gone.put(mock.id(), mock.revision());
            } else {
                compiled.put(mock, usable);
            }
        });
        synchronized (writeLock) {
            if (!closed) {
                current = takeOver(compiled, takeOut(gone, current));
            }
        }
    }

    /** Removes what is not there any more, at a revision of each; what was saved since then stays. */
    private Version takeOut(Map<String, Long> gone, Version version) {
        Version next = version;
        for (Map.Entry<String, Long> each : gone.entrySet()) {
            LiveMock known = byId.get(each.getKey());
            if (known != null && known.stored().revision() <= each.getValue()) {
                next = remove(each.getKey(), next);
            }
            deletedAfter.remove(each.getKey());
        }
        return next;
    }

    private Version takeOver(Map<StoredMock, CompiledMock> compiled, Version version) {
        Version next = version;
        for (Map.Entry<StoredMock, CompiledMock> each : compiled.entrySet()) {
            StoredMock mock = each.getKey();
            if (deletedAfter.getOrDefault(mock.id(), -1L) < mock.revision()) {
                deletedAfter.remove(mock.id());
                next = put(mock, each.getValue(), true, next);
            }
        }
        return next;
    }

    private boolean isNews(StoredMock mock) {
        LiveMock known = find(mock.id());
        return known == null || known.stored().revision() < mock.revision();
    }

    /** Puts a mock in the place of an older one; an older one does not get the place of a newer. */
    private Version put(StoredMock mock, CompiledMock compiled, boolean isIdChosen, Version version) {
        LiveMock known = byId.get(mock.id());
        if (known != null && known.stored().revision() >= mock.revision()) {
            return version;
        }
        LiveMock same = known != null && truth.isShared() && known.stored().ordinal() == mock.ordinal() ? known : null;
        boolean isStub = same != null && stubs.contains(mock.id());
        LiveMock live = new LiveMock(compiled, mock, same == null ? truth.usageOf(mock) : same.usage());
        Version without = remove(mock.id(), version);
        byId.put(live.id(), live);
        if (isStub) {
            stubs.add(live.id());
        }
        PersistentMap<Boolean> chosenIds = isIdChosen ? without.chosenIds.with(live.id(), true) : without.chosenIds;
        RequestPattern pattern = live.pattern();
        if (pattern == null) {
            return new Version(without.index, without.blocking, chosenIds);
        }
        Candidate<LiveMock> candidate = new Candidate<>(live, pattern, live.priority(), mock.ordinal());
        indexed.put(live.id(), candidate);
        return new Version(without.index.with(candidate), without.blocking + (live.mayBlock() ? 1 : 0), chosenIds);
    }

    private Version remove(String id, Version version) {
        byId.remove(id);
        stubs.remove(id);
        PersistentMap<Boolean> chosenIds = version.chosenIds.without(id);
        Candidate<LiveMock> candidate = indexed.remove(id);
        if (candidate == null) {
            return new Version(version.index, version.blocking, chosenIds);
        }
        int blocking = version.blocking - (candidate.target().mayBlock() ? 1 : 0);
        return new Version(version.index.without(candidate), blocking, chosenIds);
    }

    boolean delete(String id) {
        boolean present = find(id) != null;
        save(List.of(id), MockCompiler.Batch.EMPTY, false);
        return present;
    }

    void deleteAll() {
        save(all().stream().map(LiveMock::id).toList(), MockCompiler.Batch.EMPTY, false);
    }

    void close() {
        synchronized (writeLock) {
            closed = true;
            byId.clear();
            indexed.clear();
            stubs.clear();
            deletedAfter.clear();
            current = Version.EMPTY;
        }
    }

    /** {@return all mocks, in order of saving} */
    List<LiveMock> all() {
        List<LiveMock> all;
        synchronized (writeLock) {
            all = new ArrayList<>(byId.values());
        }
        if (truth.isShared()) {
            all.sort(Comparator.comparingLong(mock -> mock.stored().ordinal()));
        }
        return all;
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
