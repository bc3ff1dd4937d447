package io.mockarty.junit5;

import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.ServerBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What all tests of one run share. JUnit closes it when the last test has ended. Thread-safe. */
@SuppressWarnings("deprecation") // JUnit 5.12 and older close only a CloseableResource, newer ones want AutoCloseable.
final class TestRun implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final Namespace STORE = Namespace.create(TestRun.class);

    private final MockartyServer server =
            MockartyServer.builder().rootNamespace(null).start();
    private final Map<ClassLoader, List<ClientFactory<?>>> clients = new ConcurrentHashMap<>();
    private final StaticFields staticFields = new StaticFields();
    private final Map<String, World> suites = new ConcurrentHashMap<>();

    static TestRun of(ExtensionContext context) {
        return context.getRoot()
                .getStore(STORE)
                .getOrComputeIfAbsent(TestRun.class, key -> new TestRun(), TestRun.class);
    }

    MockartyServer server() {
        return server;
    }

    StaticFields staticFields() {
        return staticFields;
    }

    static MockartyServer startOwn(String rootNamespace, MockartyOptions options) {
        UnaryOperator<ServerBuilder> setup = options.serverSetup();
        Long seed = options.seed();
        ServerBuilder builder =
                MockartyServer.builder().namespace(rootNamespace).port(Math.max(0, options.port()));
        return setup.apply(seed == null ? builder : builder.seed(seed)).start();
    }

    /** What the classes of suite scope share of one mocked API; the first of them decides about seed and clock. */
    World suite(String name, MockartyOptions options) {
        return suites.computeIfAbsent(name, key -> World.open(server, key, null, options));
    }

    /** What the class path of a test class offers. */
    List<ClientFactory<?>> clients(Class<?> testClass) {
        return clients.computeIfAbsent(testClass.getClassLoader(), TestRun::discover);
    }

    private static List<ClientFactory<?>> discover(ClassLoader loader) {
        List<ClientFactory<?>> found = new ArrayList<>();
        ServiceLoader.load(ClientFactory.class, loader).forEach(found::add);
        return List.copyOf(found);
    }

    @Override
    public void close() {
        server.close();
    }
}
