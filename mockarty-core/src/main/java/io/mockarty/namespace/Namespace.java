package io.mockarty.namespace;

import io.mockarty.journal.Journal;
import io.mockarty.journal.UndefinedRequests;
import io.mockarty.match.Candidate;
import io.mockarty.match.RequestPattern;
import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.repository.StoredMock;
import io.mockarty.request.MockRequest;
import io.mockarty.store.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One world: mocks, stores, counters, journal, undefined requests, clock and seed. Nothing of it is visible in another
 * namespace, with one exception: an overlay answers with the mocks of its base as well, and its base keeps a journal of
 * what its overlays were asked. Thread-safe.
 */
public final class Namespace {

    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private final String name;
    private final TemplateRoot templates;
    private final MutableClock clock;
    private final long seed;
    private final Stores stores;
    private final boolean ownsStores;
    private final boolean isShared;
    private final boolean storesMayBlock;
    private final Journal journal;
    private final UndefinedRequests undefinedRequests = new UndefinedRequests();
    private final InFlight inFlight = new InFlight();
    private final AtomicLong exchanges = new AtomicLong();
    private final MockRegistry registry;
    private volatile @Nullable InheritedMocks inherited;
    private volatile List<Namespace> diverted = List.of();

    Namespace(String name, WorldSettings settings, NamespaceOptions options) {
        Namespace base = options.base();
        Long fixedSeed = options.seed();
        this.name = name;
        this.templates = settings.templates();
        this.clock = new MutableClock(base == null ? settings.clock() : base.clock);
        this.seed = fixedSeed == null ? mixed(settings.seed() + name.hashCode() * SEED_STEP) : fixedSeed;
        Truth truth = base == null && settings.repository() != null
                ? new SharedTruth(settings.repository(), name)
                : new LocalTruth(base == null ? 0 : base.registry.lastId());
        Stores given = options.stores();
        this.isShared = truth.isShared();
        this.ownsStores = given == null && !isShared;
        this.storesMayBlock = isShared || given != null && settings.repository() != null;
        this.stores = given == null ? truth.stores() : given;
        this.journal = new Journal(settings.journalBudget());
        this.registry = new MockRegistry(name, new MockCompiler(name, clock, templates), truth);
        this.inherited = base == null ? null : new InheritedMocks(base);
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
        return replace(removedIds, mocks, templates);
    }

    /**
     * Removes mocks and saves others in one step, so that no request sees a state in between.
     *
     * @param removedIds the ids to remove; unknown ones are ignored
     * @param documents the mocks to save
     * @param files where the template files of these mocks are read from
     * @return the mocks as saved, in the same order
     * @throws InvalidMockException naming every problem of every mock; nothing is changed then
     */
    public List<Mock> replace(Collection<String> removedIds, List<Mock> documents, TemplateRoot files) {
        return registry.replace(removedIds, documents, files);
    }

    /**
     * Saves a mock that is expected to be used: until it has answered a request, {@link #unusedStubs} lists it.
     *
     * @param mock the mock
     * @return the mock as saved
     * @throws InvalidMockException naming every problem; nothing is saved then
     */
    public Mock stub(Mock mock) {
        return registry.stub(mock, templates);
    }

    /** {@return the stubs that have not answered a request yet and are not lenient, in order of saving} */
    public List<LiveMock> unusedStubs() {
        return registry.unusedStubs();
    }

    /**
     * Checks mocks without saving them.
     *
     * @param documents the mocks
     * @param files where their template files are read from
     * @throws InvalidMockException naming every problem of every mock
     */
    public void check(List<Mock> documents, TemplateRoot files) {
        registry.check(documents, files);
    }

    /**
     * Removes a mock. The mocks of the base stay.
     *
     * @param id its id
     * @return true when it was there
     */
    public boolean delete(String id) {
        return registry.delete(id);
    }

    /** Removes all mocks; stores, journal and the rest stay, and so do the mocks of the base. */
    public void deleteAll() {
        registry.deleteAll();
    }

    /** {@return all mocks that may answer, in order of saving, those of the base last} */
    public List<LiveMock> mocks() {
        InheritedMocks below = inherited;
        if (below == null) {
            return registry.all();
        }
        List<LiveMock> all = new ArrayList<>(registry.all());
        all.addAll(below.all(registry.current()));
        return all;
    }

    /**
     * Finds a mock.
     *
     * @param id its id
     * @return the mock as saved, with what it has counted since
     */
    public Optional<Mock> mock(String id) {
        LiveMock own = registry.find(id);
        InheritedMocks below = inherited;
        return own == null && below != null
                ? below.find(id).map(LiveMock::document)
                : Optional.ofNullable(own).map(LiveMock::document);
    }

    /** {@return the number of mocks that were saved here, those of the base not counted} */
    public int size() {
        return registry.size();
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
        List<Candidate<LiveMock>> candidates = plausible(request);
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
     * @return the candidates, best first, those of the base after all others
     */
    public List<Candidate<LiveMock>> candidates(MockRequest request) {
        InheritedMocks below = inherited;
        return below == null
                ? registry.current().index().candidates(request)
                : below.candidates(request, registry.current());
    }

    /**
     * Finds the mocks that a request may have come for: its path has their route, and no condition that the index knows
     * of speaks against it.
     *
     * @param request the request
     * @return at least all mocks whose route and conditions hold, best first
     */
    public List<Candidate<LiveMock>> plausible(MockRequest request) {
        InheritedMocks below = inherited;
        return below == null
                ? registry.current().index().plausible(request)
                : below.plausible(request, registry.current());
    }

    /**
     * Tells whether answering a request may wait for a database.
     *
     * @param request the request
     * @return true when a mock that may answer counts, or reads or writes stores, in a repository
     */
    public boolean mayBlock(MockRequest request) {
        if (!storesMayBlock || inherited == null && registry.current().blocking() == 0) {
            return false;
        }
        for (Candidate<LiveMock> candidate : plausible(request)) {
            if (candidate.target().mayBlock()) {
                return true;
            }
        }
        return false;
    }

    /** {@return true when its mocks, stores and counters are kept in a repository, and outlive it} */
    public boolean isShared() {
        return isShared;
    }

    /**
     * Takes over what others may have written to the repository.
     *
     * @param found the mocks that exist, as they are now
     * @param absent the ids of those that do not
     * @param revision the revision of the namespace that at least was read
     */
    void takeOver(Collection<StoredMock> found, Collection<String> absent, long revision) {
        registry.takeOver(found, absent, revision);
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

    /** {@return the requests that have begun to arrive and are not recorded yet} */
    public InFlight inFlight() {
        return inFlight;
    }

    /** {@return the namespace whose mocks answer what no mock of this one does, or null} */
    public @Nullable Namespace base() {
        InheritedMocks below = inherited;
        return below == null ? null : below.base();
    }

    /**
     * Puts this overlay over another base. What the mocks of the former base have counted here is forgotten, and what
     * is addressed to a namespace that it stands on no more does not come here any longer. The clock follows whatever
     * it followed before.
     *
     * @param base the namespace whose mocks answer what no mock of this one does
     * @throws IllegalArgumentException when that is this namespace or stands on it
     */
    public void rebase(Namespace base) {
        List<Namespace> next = base.withBases();
        if (next.contains(this)) {
            throw new IllegalArgumentException(
                    "base: \"" + base + "\" (expected: a namespace that does not stand on \"" + name + "\")");
        }
        List<Namespace> left = withBases();
        inherited = new InheritedMocks(base);
        left.stream().filter(former -> !next.contains(former)).forEach(former -> former.stopDivertingTo(this));
    }

    private List<Namespace> withBases() {
        List<Namespace> all = new ArrayList<>();
        for (Namespace below = this; below != null; below = below.base()) {
            all.add(below);
        }
        return all;
    }

    /**
     * Hands what is addressed to this namespace over to an overlay, as long as it is the only one that asked.
     *
     * @param overlay a namespace over this one
     * @return whether it is the only one; of several that ask at once the first is told so
     */
    public synchronized boolean divertTo(Namespace overlay) {
        List<Namespace> next = new ArrayList<>(diverted);
        if (!next.contains(overlay)) {
            next.add(overlay);
        }
        diverted = List.copyOf(next);
        return next.size() == 1;
    }

    private synchronized void stopDivertingTo(Namespace overlay) {
        diverted = diverted.stream().filter(other -> other != overlay).toList();
    }

    /** {@return the namespace that answers what is addressed to this one: itself, or the one overlay that asked} */
    public Namespace receiver() {
        List<Namespace> overlays = diverted;
        return overlays.size() == 1 ? overlays.get(0) : this;
    }

    /** Drops everything, so that what still holds this object holds next to nothing. */
    void close() {
        withBases().forEach(below -> below.stopDivertingTo(this));
        inherited = null;
        diverted = List.of();
        registry.close();
        journal.close();
        undefinedRequests.clear();
        if (ownsStores) {
            stores.clear();
        }
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
