package io.mockarty.junit5;

import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The worlds of the classes and tests that run now, for code that JUnit hands no context. Thread-safe. */
final class CurrentWorld {

    private final Map<Thread, World> tests = new ConcurrentHashMap<>();
    private final Deque<World> classes = new ConcurrentLinkedDeque<>();

    void enterClass(World world) {
        classes.push(world);
    }

    void leaveClass(World world) {
        classes.remove(world);
    }

    /** Notes which test the thread runs. */
    void enterTest(World world) {
        tests.put(Thread.currentThread(), world);
    }

    void leaveTest() {
        tests.remove(Thread.currentThread());
    }

    /** The world of the test this thread runs, or of the only test that runs, or of the class. */
    World get() {
        World ofThread = tests.get(Thread.currentThread());
        if (ofThread != null) {
            return ofThread;
        }
        if (tests.size() == 1) {
            return tests.values().iterator().next();
        }
        if (tests.size() > 1) {
            throw new IllegalStateException(
                    "the mocked API of another thread (expected: called by the thread of a test," + " since "
                            + tests.size() + " tests run at once)");
        }
        World ofClass = classes.peek();
        if (ofClass == null) {
            throw new IllegalStateException(
                    "the mocked API outside of a test (expected: called by a test or a life-cycle"
                            + " method of its class, with the extension in a field that is registered by @RegisterExtension)");
        }
        return ofClass;
    }
}
