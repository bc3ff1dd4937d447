package io.mockarty.junit5;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The worlds of the classes and tests that run now, for code that JUnit hands no context. Thread-safe. */
final class CurrentWorld {

    private final Set<World> tests = ConcurrentHashMap.newKeySet();
    private final Set<World> classes = ConcurrentHashMap.newKeySet();
    private final Map<Thread, OfThread> threads = new ConcurrentHashMap<>();

    /**
     * What a thread has begun and not ended, the innermost first: a thread that waits for others may run another test
     * meanwhile, or a whole class.
     */
    private static final class OfThread {

        private final Deque<World> entered = new ArrayDeque<>();
        private @Nullable World constructing;

        @Nullable
        World innermost() {
            World ofClass = constructing;
            entered.removeIf(World::isClosed);
            return ofClass != null && !ofClass.isClosed() ? ofClass : entered.peek();
        }
    }

    void enterClass(World world) {
        classes.add(world);
        enter(world);
    }

    void leaveClass(World world) {
        classes.remove(world);
        leave(world);
    }

    /** Notes that the thread makes an instance of a class, whose test it runs next. */
    void construct(World ofClass) {
        ofThread().constructing = ofClass;
    }

    void enterTest(World world) {
        tests.add(world);
        enter(world);
    }

    void leaveTest(World world) {
        tests.remove(world);
        leave(world);
    }

    private void enter(World world) {
        OfThread known = ofThread();
        known.constructing = null;
        known.entered.push(world);
    }

    private void leave(World world) {
        OfThread known = ofThread();
        known.constructing = null;
        known.entered.remove(world);
        if (known.entered.isEmpty()) {
            threads.remove(Thread.currentThread());
        }
    }

    private OfThread ofThread() {
        return threads.computeIfAbsent(Thread.currentThread(), thread -> new OfThread());
    }

    /** The world of the test or class this thread runs, or of the only test that runs, or of the only class. */
    World get() {
        OfThread known = threads.get(Thread.currentThread());
        World innermost = known == null ? null : known.innermost();
        if (innermost != null) {
            return innermost;
        }
        List<World> running = tests.isEmpty() ? innermostClasses() : List.copyOf(tests);
        if (running.size() > 1) {
            throw new IllegalStateException("the mocked API of another thread (expected: called by the thread of a"
                    + " test, since " + running.size() + (tests.isEmpty() ? " classes" : " tests") + " run at once)");
        }
        if (running.isEmpty()) {
            throw new IllegalStateException(
                    "the mocked API outside of a test (expected: called by a test or a life-cycle"
                            + " method of its class, with the extension in a field that is registered by @RegisterExtension)");
        }
        return running.get(0);
    }

    private List<World> innermostClasses() {
        return classes.stream()
                .filter(world -> classes.stream().noneMatch(other -> other.standsOn(world)))
                .toList();
    }
}
