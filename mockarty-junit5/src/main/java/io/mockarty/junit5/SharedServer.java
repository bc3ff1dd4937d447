package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one server of a test run. JUnit closes it when the last test has ended. Thread-safe. */
@SuppressWarnings("deprecation") // JUnit 5.12 and older close only a CloseableResource, newer ones want AutoCloseable.
final class SharedServer implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final MockartyServer server =
            MockartyServer.builder().rootNamespace(null).start();
    private final AtomicLong tests = new AtomicLong();

    /** Opens a namespace that no other test has. */
    TestWorld newWorld(ExtensionContext test) {
        String name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + tests.incrementAndGet();
        return new TestWorld(server.inNamespace(safe));
    }

    @Override
    public void close() {
        server.close();
    }
}
