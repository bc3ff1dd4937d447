package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one server of a test run. JUnit closes it when the last test has ended. Thread-safe. */
@SuppressWarnings("deprecation") // AutoCloseable would do from JUnit 5.13 on; 5.10 closes only this.
final class SharedServer implements ExtensionContext.Store.CloseableResource {

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
