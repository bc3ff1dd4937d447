package io.mockarty.namespace;

import io.mockarty.journal.Journal;
import io.mockarty.journal.UndefinedRequests;
import io.mockarty.match.Candidate;
import io.mockarty.match.RequestPattern;
import io.mockarty.match.RouteIndex;
import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.mock.Problem;
import io.mockarty.mock.Problems;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.request.MockRequest;
import io.mockarty.store.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One world: mocks, stores, counters, journal, undefined requests, clock and seed. Nothing of it is visible in another
 * namespace. Saving a mock compiles it; readers see one immutable version of all mocks. Thread-safe.
 */
public final class Namespace {

    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private final String name;
    private final WorldSettings settings;
    private final MutableClock clock;
    private final long seed;
    private final Stores stores = new Stores();
    private final Journal journal;
    private final UndefinedRequests undefinedRequests = new UndefinedRequests();
    private final AtomicLong exchanges = new AtomicLong();

    private final Object writeLock = new Object();
    private volatile RouteIndex<LiveMock> index = RouteIndex.empty();

    /** All mocks by id, in order of saving. Guarded by {@link #writeLock}. */
    private final Map<String, LiveMock> byId = new LinkedHashMap<>();

    /** Where the mocks that are looked up by route stand in the index, by id. Guarded by {@link #writeLock}. */
    private final Map<String, Candidate<LiveMock>> indexed = new HashMap<>();

    /** Guarded by {@link #writeLock}. */
    private boolean closed;

    /** How many mocks were put into the index. Guarded by {@link #writeLock}. */
    private long saved;

    /** The number in the last id that was given. Guarded by {@link #writeLock}. */
    private long lastId;

    Namespace(String name, WorldSettings settings) {
        this.name = name;
        this.settings = settings;
        this.clock = new MutableClock(settings.clock());
        this.seed = mixed(settings.seed() + name.hashCode() * SEED_STEP);
        this.journal = new Journal(settings.journalBudget());
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /**
     * Saves a mock; one with a known id replaces the older one, whose counters start again.
     *
     * @param mock the mock
     * @return the mock as saved: with id, namespace, {@code createdAt} and, when it has a {@code ttl}, {@code expireAt}
     * @throws InvalidMockException naming every problem; nothing is saved then
     */
    public Mock save(Mock mock) {
        return replace(List.of(), List.of(mock)).get(0);
    }

    /**
     * Saves several mocks in one step.
     *
     * @param mocks the mocks
     * @return the mocks as saved, in the same order
     * @throws InvalidMockException naming every problem of every mock; none is saved then
     */
    public List<Mock> saveAll(List<Mock> mocks) {
        return replace(List.of(), mocks);
    }

    /**
     * Removes mocks and saves others in one step, so that no request sees a state in between.
     *
     * @param removedIds the ids to remove; unknown ones are ignored
     * @param mocks the mocks to save
     * @return the mocks as saved, in the same order
     * @throws InvalidMockException naming every problem of every mock; nothing is changed then
     */
    public List<Mock> replace(Collection<String> removedIds, List<Mock> mocks) {
        return replace(removedIds, mocks, settings.templates());
    }

    /**
     * Removes mocks and saves others in one step, so that no request sees a state in between.
     *
     * @param removedIds the ids to remove; unknown ones are ignored
     * @param mocks the mocks to save
     * @param templates where the template files of these mocks are read from
     * @return the mocks as saved, in the same order
     * @throws InvalidMockException naming every problem of every mock; nothing is changed then
     */
    public List<Mock> replace(Collection<String> removedIds, List<Mock> mocks, TemplateRoot templates) {
        List<LiveMock> compiled = compile(mocks, templates);
        synchronized (writeLock) {
            if (closed) {
                throw new IllegalStateException(
                        "namespace " + name + " is closed (expected: an open one; opening it again makes a new one)");
            }
            RouteIndex<LiveMock> next = index;
            for (String id : removedIds) {
                next = remove(id, next);
            }
            for (LiveMock live : compiled) {
                next = add(live, remove(live.id(), next));
            }
            index = next;
            return compiled.stream().map(LiveMock::document).toList();
        }
    }

    /**
     * Checks mocks without saving them.
     *
     * @param mocks the mocks
     * @param templates where their template files are read from
     * @throws InvalidMockException naming every problem of every mock
     */
    public void check(List<Mock> mocks, TemplateRoot templates) {
        compile(mocks, templates);
    }

    private List<LiveMock> compile(List<Mock> mocks, TemplateRoot templates) {
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
        return compiled;
    }

    private static String path(List<Mock> mocks, int index) {
        return mocks.size() == 1 ? "" : "mocks[" + index + "].";
    }

    private LiveMock compile(Mock mock, String id, TemplateRoot templates, Problems problems) {
        long now = clock.millis();
        Mock.Builder saved = mock.toBuilder().id(id).namespace(name).createdAt(now);
        saved.put("useCounter", null).put("lastUse", null);
        if (mock.ttl() > 0) {
            saved.expireAt(now + Math.min(mock.ttl(), Long.MAX_VALUE / 4_000) * 1_000);
        }
        return LiveMock.compile(saved.build(), id, templates, problems);
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

    private RouteIndex<LiveMock> add(LiveMock live, RouteIndex<LiveMock> version) {
        byId.put(live.id(), live);
        RequestPattern pattern = live.pattern();
        if (pattern == null) {
            return version;
        }
        Candidate<LiveMock> candidate = new Candidate<>(live, pattern, live.priority(), ++saved);
        indexed.put(live.id(), candidate);
        return version.with(candidate);
    }

    private RouteIndex<LiveMock> remove(String id, RouteIndex<LiveMock> version) {
        byId.remove(id);
        Candidate<LiveMock> candidate = indexed.remove(id);
        return candidate == null ? version : version.without(candidate);
    }

    /**
     * Removes a mock.
     *
     * @param id its id
     * @return true when it was there
     */
    public boolean delete(String id) {
        synchronized (writeLock) {
            boolean present = byId.containsKey(id);
            index = remove(id, index);
            return present;
        }
    }

    /** Removes all mocks; stores, journal and the rest stay. */
    public void deleteAll() {
        synchronized (writeLock) {
            byId.clear();
            indexed.clear();
            index = RouteIndex.empty();
        }
    }

    /** {@return all mocks, in order of saving} */
    public List<LiveMock> mocks() {
        synchronized (writeLock) {
            return List.copyOf(byId.values());
        }
    }

    /**
     * Finds a mock.
     *
     * @param id its id
     * @return the mock as saved, with what it has counted since
     */
    public Optional<Mock> mock(String id) {
        synchronized (writeLock) {
            return Optional.ofNullable(byId.get(id)).map(LiveMock::document);
        }
    }

    /** {@return the number of mocks} */
    public int size() {
        synchronized (writeLock) {
            return byId.size();
        }
    }

    /**
     * Chooses the mock that answers a request and takes one use of it. A HEAD request that no mock is made for gets the
     * answer of GET.
     *
     * @param request the request
     * @param now the time of this namespace
     * @return the mock, or null when none matches
     */
    public @Nullable LiveMock choose(MockRequest request, Instant now) {
        List<Candidate<LiveMock>> candidates = index.plausible(request);
        if (!request.method().equals("HEAD")) {
            return choose(candidates, request, request.method(), now);
        }
        List<Candidate<LiveMock>> forHead = candidates.stream()
                .filter(candidate -> candidate.pattern().method().equals("HEAD"))
                .toList();
        LiveMock made = choose(forHead, request, "HEAD", now);
        return made == null ? choose(candidates, request, "GET", now) : made;
    }

    private static @Nullable LiveMock choose(
            List<Candidate<LiveMock>> candidates, MockRequest request, String method, Instant now) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate<LiveMock> candidate = candidates.get(i);
            RequestPattern pattern = candidate.pattern();
            if (pattern.acceptsMethod(method)
                    && pattern.conditionsHold(request)
                    && candidate.target().tryUse(now.toEpochMilli())) {
                return candidate.target();
            }
        }
        return null;
    }

    /**
     * Finds the mocks whose route a path has, whatever their methods and conditions.
     *
     * @param request the request
     * @return the candidates, best first
     */
    public List<Candidate<LiveMock>> candidates(MockRequest request) {
        return index.candidates(request);
    }

    /**
     * Finds the mocks that a request may have come for: its path has their route, and no condition that the index knows
     * of speaks against it.
     *
     * @param request the request
     * @return at least all mocks whose route and conditions hold, best first
     */
    public List<Candidate<LiveMock>> plausible(MockRequest request) {
        return index.plausible(request);
    }

    /** {@return the stores} */
    public Stores stores() {
        return stores;
    }

    /** {@return the journal} */
    public Journal journal() {
        return journal;
    }

    /** {@return the requests that no mock matched} */
    public UndefinedRequests undefinedRequests() {
        return undefinedRequests;
    }

    /** {@return the clock} */
    public MutableClock clock() {
        return clock;
    }

    /**
     * Returns the seed of everything random about one answer.
     *
     * @param exchange the number of the request, see {@link #nextExchange}
     * @return the seed; those of neighbours, and of other namespaces, have nothing in common
     */
    public long seedOf(long exchange) {
        return mixed(seed + exchange * SEED_STEP);
    }

    /** Spreads a change of one bit over all of them (the finaliser of SplitMix64, Steele, Lea and Flood, 2014). */
    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** {@return the seed of everything random in this namespace} */
    public long seed() {
        return seed;
    }

    /**
     * Counts a request.
     *
     * @return its number, counted from 1; with the seed it decides everything random about its answer
     */
    public long nextExchange() {
        return exchanges.incrementAndGet();
    }

    /** Drops everything, so that what still holds this object holds next to nothing. */
    void close() {
        synchronized (writeLock) {
            closed = true;
            deleteAll();
        }
        journal.close();
        undefinedRequests.clear();
        stores.clear();
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
