package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The namespace of one test. JUnit closes it when the test has ended. */
@SuppressWarnings("deprecation") // See SharedServer.
record TestWorld(MockartyServer server) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    @Override
    public void close() {
        server.close();
    }
}
