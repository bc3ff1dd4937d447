package io.mockarty.junit5;

import io.mockarty.journal.Journal;
import io.mockarty.namespace.MutableClock;
import io.mockarty.namespace.Namespace;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.store.Stores;
import java.lang.reflect.AnnotatedElement;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Says which fields and parameters we fill, and with what: by type, and for common types by qualifier. */
final class Injection {

    private static final Map<Class<?>, Function<World, Object>> BY_TYPE = byType();
    private static final Map<Class<?>, Function<World, Object>> URLS = Map.of(
            URI.class, World::url,
            URL.class, world -> url(world.url()),
            String.class, world -> world.url().toString());
    private static final Map<Class<?>, Function<World, Object>> PORTS = Map.of(
            int.class, world -> world.url().getPort(),
            Integer.class, world -> world.url().getPort());

    private Injection() {}

    private static Map<Class<?>, Function<World, Object>> byType() {
        Map<Class<?>, Function<World, Object>> types = new LinkedHashMap<>();
        types.put(MockartyServer.class, World::mocks);
        types.put(Namespace.class, world -> world.mocks().namespace());
        types.put(Journal.class, world -> world.mocks().journal());
        types.put(Stores.class, world -> world.mocks().stores());
        types.put(MutableClock.class, world -> world.mocks().clock());
        return Map.copyOf(types);
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("no URL can be made of " + uri, e);
        }
    }

    /** Whether a field or parameter is ours, be its type a good one or not. */
    static boolean isOurs(AnnotatedElement element, Class<?> type, MockartyOptions options) {
        return BY_TYPE.containsKey(type)
                || element.isAnnotationPresent(MockartyTest.class)
                || element.isAnnotationPresent(MockartyUrl.class)
                || element.isAnnotationPresent(MockartyPort.class)
                || client(type, options).isPresent();
    }

    /**
     * The value of a field or parameter that is ours.
     *
     * @param what what it is called in an error
     */
    static Object value(AnnotatedElement element, Class<?> type, World world, String what) {
        if (element.isAnnotationPresent(MockartyUrl.class)) {
            return value(URLS, type, world, "@MockartyUrl " + what, "the type URI, URL or String");
        } else if (element.isAnnotationPresent(MockartyPort.class)) {
            return value(PORTS, type, world, "@MockartyPort " + what, "the type int or Integer");
        }
        Optional<ClientFactory<?>> client = client(type, world.options());
        if (client.isPresent()) {
            return world.client(client.get());
        }
        return value(
                BY_TYPE,
                type,
                world,
                "@MockartyTest " + what,
                "the type MockartyServer, Namespace, Journal, Stores or MutableClock; @MockartyUrl URI, URL or String;"
                        + " @MockartyPort int; or a type that a ClientFactory makes");
    }

    private static Object value(
            Map<Class<?>, Function<World, Object>> types, Class<?> type, World world, String what, String expected) {
        Function<World, Object> source = types.get(type);
        if (source == null) {
            throw new ParameterResolutionException(what + " (expected: " + expected + ")");
        }
        return source.apply(world);
    }

    private static Optional<ClientFactory<?>> client(Class<?> type, MockartyOptions options) {
        return options.clients().stream()
                .filter(factory -> factory.type() == type)
                .findFirst();
    }
}
