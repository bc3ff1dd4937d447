package io.mockarty.junit5;

import io.mockarty.mock.Mock;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.NamespaceBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A namespace that tests work with, of one test, of a class, or of the suite: with its address, and with the clients
 * that were made for it. JUnit closes it with the context it is kept in. Thread-safe.
 */
@SuppressWarnings("deprecation") // See TestRun.
final class World implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final MockartyServer mocks;
    private volatile MockartyOptions options;
    private final Replay replay;
    private final @Nullable MockartyServer ended;
    private volatile @Nullable World base;
    private final Map<ClientFactory<?>, Object> clients = new LinkedHashMap<>();
    private @Nullable URI url;
    private Set<String> stubsBefore = Set.of();
    private @Nullable Set<String> stubsOfSetUp;
    private volatile boolean failed;
    private volatile boolean closed;

    /** What it takes to get the same answers again. */
    record Replay(long seed, Instant start) {

        String annotation() {
            return "@MockartyTest(seed = " + seedLiteral() + ", clock = \"" + start + "\")";
        }

        String builder() {
            return "MockartyExtension.builder().seed(" + seedLiteral() + ").clock(Instant.parse(\"" + start + "\"))";
        }

        private String seedLiteral() {
            return seed + (seed == (int) seed ? "" : "L");
        }
    }

    /** Creates a world; what is to be ended with it, the namespace or the whole server, may be null. */
    private World(MockartyServer mocks, MockartyOptions options, Replay replay, @Nullable MockartyServer ended) {
        this.mocks = mocks;
        this.options = options;
        this.replay = replay;
        this.ended = ended;
    }

    /** Opens a namespace, with stores of its own or those of another. */
    static World open(MockartyServer server, String name, @Nullable MockartyServer storesOf, MockartyOptions options) {
        long seed = seed(options);
        NamespaceBuilder builder = server.newNamespace(name).seed(seed);
        return started((storesOf == null ? builder : builder.sharingStoresOf(storesOf)).open(), options, seed);
    }

    /** Opens a namespace over that of another world. */
    static World over(World base, String name, MockartyOptions options) {
        long seed = seed(options);
        NamespaceBuilder builder = base.mocks.newNamespace(name).seed(seed).over(base.mocks);
        if (options.sharesStoresWithin(TestScope.CLASS)) {
            builder.sharingStoresOf(base.mocks);
        }
        World world = started(builder.open(), options, seed);
        world.base = base;
        return world;
    }

    /** A drawn seed is short enough to be copied into an annotation as it is. */
    private static long seed(MockartyOptions options) {
        Long fixed = options.seed();
        return fixed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : fixed;
    }

    /** Takes a server of its own, whose root leads here. */
    static World of(MockartyServer server, MockartyOptions options) {
        Long fixed = options.seed();
        World world =
                started(server, options, fixed == null ? server.namespace().seed() : fixed);
        world.url = server.baseUrl();
        return world;
    }

    private static World started(MockartyServer mocks, MockartyOptions options, long seed) {
        freeze(mocks, options);
        return new World(mocks, options, new Replay(seed, mocks.clock().instant()), mocks);
    }

    private static void freeze(MockartyServer mocks, MockartyOptions options) {
        Instant moment = options.clock();
        if (moment != null) {
            mocks.clock().freeze(moment);
        }
    }

    /** This world with the options of the test it turns out to be for. */
    World with(MockartyOptions optionsOfTest) {
        if (!Objects.equals(options.seed(), optionsOfTest.seed())) {
            close();
            throw new ExtensionConfigurationException("seed: " + optionsOfTest.seed()
                    + " (expected: on the class, since its constructor takes the mocks before the test is known)");
        }
        options = optionsOfTest;
        freeze(mocks, options);
        return this;
    }

    /** The same namespace for one test, with options of its own; it goes on when the test ends. */
    World sharedWith(MockartyOptions optionsOfTest) {
        World shared = new World(mocks, optionsOfTest, replay, null);
        shared.base = this;
        shared.stubsBefore = shared.unusedStubs();
        return shared;
    }

    MockartyServer mocks() {
        return mocks;
    }

    MockartyOptions options() {
        return options;
    }

    Replay replay() {
        return replay;
    }

    @Nullable
    World base() {
        return base;
    }

    /** Whether this world is over another one, at any distance. */
    boolean standsOn(World other) {
        for (World below = base; below != null; below = below.base) {
            if (below == other) {
                return true;
            }
        }
        return false;
    }

    /** Puts the namespace over that of another world. */
    void moveOver(World other) {
        base = other;
        mocks.namespace().rebase(other.mocks.namespace());
    }

    /**
     * Lets what is addressed to the worlds below lead here.
     *
     * @return whether no other test wanted the same of the world just below before
     */
    boolean takeOver() {
        World below = base;
        boolean alone = below == null || below.mocks.namespace().divertTo(mocks.namespace());
        while (below != null && below.base != null) {
            below = below.base;
            below.mocks.namespace().divertTo(mocks.namespace());
        }
        return alone;
    }

    /** Where clients find the namespace. */
    synchronized URI url() {
        if (url == null) {
            World below = base;
            url = below != null && (options.port() > 0 || below.mocks == mocks) ? below.url() : ownUrl();
        }
        return url;
    }

    private URI ownUrl() {
        if (options.port() == 0) {
            return mocks.baseUrl();
        }
        return mocks.openPort(Math.max(0, options.port())).baseUrl();
    }

    synchronized Object client(ClientFactory<?> factory) {
        Object client = clients.computeIfAbsent(factory, key -> key.create(mocks, url()));
        if (client == null) {
            throw new ExtensionConfigurationException("null, made by " + factory + " (expected: a client)");
        }
        return client;
    }

    /** The world whose namespace this is: that of the class, when its tests share it. */
    private World owner() {
        World below = base;
        return below != null && below.mocks == mocks ? below.owner() : this;
    }

    /** Remembers which stubs the set-up of the class and of the test has made, when the test method begins. */
    void endSetUp() {
        owner().rememberStubs(stubsBefore);
    }

    private synchronized void rememberStubs(Set<String> ofTestsBefore) {
        Set<String> ofSetUp = new HashSet<>(unusedStubs());
        if (stubsOfSetUp != null) {
            ofSetUp.removeAll(ofTestsBefore);
            ofSetUp.addAll(stubsOfSetUp);
        }
        stubsOfSetUp = ofSetUp;
    }

    private Set<String> unusedStubs() {
        return mocks.unusedStubs().stream().map(Mock::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The ids of stubs that may go unused, because they were not made by a test method. */
    synchronized Set<String> stubsOfSetUp() {
        return stubsOfSetUp == null ? Set.of() : Set.copyOf(stubsOfSetUp);
    }

    void testFailed() {
        owner().failed = true;
    }

    /** Whether a test failed, so that its stubs had no chance. */
    boolean hasFailed() {
        return failed;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        List<IllegalStateException> failures = new ArrayList<>();
        clients.values().forEach(client -> closeClient(client, failures));
        clients.clear();
        if (ended != null) {
            ended.close();
        }
        if (!failures.isEmpty()) {
            IllegalStateException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private static void closeClient(Object client, List<IllegalStateException> failures) {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                failures.add(new IllegalStateException("the client " + client + " cannot be closed", e));
            }
        }
    }
}
