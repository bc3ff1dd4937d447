package io.mockarty.junit5;

import io.mockarty.resolver.ServerBuilder;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** What can be said about the mocked API of a test, by annotation or builder. Immutable and thread-safe. */
record MockartyOptions(
        TestScope scope,
        TestScope stores,
        ServerUse server,
        UnaryOperator<ServerBuilder> serverSetup,
        int port,
        Strictness strict,
        @Nullable Long seed,
        @Nullable Instant clock,
        List<ClientFactory<?>> clients,
        List<String> mocks) {

    private static final int MAX_PORT = 65_535;

    MockartyOptions {
        if (port < MockartyTest.DEDICATED || port > MAX_PORT) {
            throw new ExtensionConfigurationException(
                    "port: " + port + " (expected: 0.." + MAX_PORT + ", or MockartyTest.DEDICATED)");
        }
        if (scope == TestScope.SUITE && (server == ServerUse.OWN || port > 0)) {
            throw new ExtensionConfigurationException("scope: SUITE with " + (port > 0 ? "port " + port : "server OWN")
                    + " (expected: the shared server and its port, since the classes of a suite share both)");
        }
        if (stores == TestScope.SUITE && server == ServerUse.OWN) {
            throw new ExtensionConfigurationException(
                    "stores: SUITE with server OWN (expected: the shared server, since stores belong to a server)");
        }
    }

    static MockartyOptions defaults() {
        return new Builder().build();
    }

    static MockartyOptions of(MockartyTest annotation) {
        Builder options = new Builder();
        options.scope = annotation.scope();
        options.stores = annotation.stores();
        options.server = annotation.server();
        options.port = annotation.port();
        options.strict = annotation.strict();
        options.seed = annotation.seed() == MockartyTest.DRAWN ? null : annotation.seed();
        options.clock = annotation.clock().isEmpty() ? null : instant(annotation.clock());
        for (Class<? extends ClientFactory<?>> type : annotation.clients()) {
            options.clients.add(newInstance(type));
        }
        return options.build();
    }

    private static ClientFactory<?> newInstance(Class<? extends ClientFactory<?>> type) {
        boolean canBeMade = Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
        if (!canBeMade) {
            throw new ExtensionConfigurationException("clients: " + type.getSimpleName()
                    + " (expected: a class with a constructor without parameters, static when it is nested)");
        }
        return ReflectionSupport.newInstance(type);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ExtensionConfigurationException(
                    "clock: \"" + text + "\" (expected: a moment such as 2026-01-01T12:00:00Z)", e);
        }
    }

    /** The options of one test method, which may be strict in its own way and have its own seed and clock. */
    MockartyOptions forMethod(MockartyTest annotation, String where) {
        MockartyOptions own = of(annotation);
        boolean onlyItsOwn = own.scope == TestScope.METHOD
                && own.stores == TestScope.METHOD
                && own.server == ServerUse.SHARED
                && own.port == 0
                && own.clients.isEmpty();
        if (!onlyItsOwn) {
            throw new ExtensionConfigurationException("@MockartyTest on " + where
                    + " (expected: strict, seed and clock only; the rest is said on the class)");
        }
        Builder options = new Builder(this);
        options.strict = own.strict;
        options.seed = own.seed == null ? seed : own.seed;
        options.clock = own.clock == null ? clock : own.clock;
        return options.build();
    }

    /** The same, with more clients that tests may ask for; those named by the user come first. */
    MockartyOptions withClients(List<ClientFactory<?>> found) {
        Builder options = new Builder(this);
        options.clients.addAll(found);
        return options.build();
    }

    /** The options of a nested class, which has the server and the port of the class around it. */
    MockartyOptions nestedIn(MockartyOptions outer) {
        boolean portDiffers = port != 0 && port != outer.port;
        if (portDiffers || server == ServerUse.OWN && outer.server != ServerUse.OWN) {
            throw new ExtensionConfigurationException((portDiffers ? "port: " + port : "server: OWN")
                    + " of a nested class (expected: on the class around it, whose server and port it has)");
        }
        Builder options = new Builder(this);
        options.server = outer.server;
        options.serverSetup = outer.serverSetup;
        options.port = outer.port;
        return options.build();
    }

    boolean sharesStoresWithin(TestScope sharing) {
        return stores.compareTo(sharing) >= 0;
    }

    /** Options that are not complete yet; at first what holds when nothing is said. Not thread-safe. */
    static final class Builder {

        TestScope scope = TestScope.METHOD;
        TestScope stores = TestScope.METHOD;
        ServerUse server = ServerUse.SHARED;
        UnaryOperator<ServerBuilder> serverSetup = builder -> builder;
        int port;
        Strictness strict = Strictness.ALL;

        @Nullable
        Long seed;

        @Nullable
        Instant clock;

        final List<ClientFactory<?>> clients = new ArrayList<>();
        final List<String> mocks = new ArrayList<>();

        Builder() {}

        private Builder(MockartyOptions options) {
            scope = options.scope;
            stores = options.stores;
            server = options.server;
            serverSetup = options.serverSetup;
            port = options.port;
            strict = options.strict;
            seed = options.seed;
            clock = options.clock;
            clients.addAll(options.clients);
            mocks.addAll(options.mocks);
        }

        MockartyOptions build() {
            return new MockartyOptions(
                    scope,
                    stores,
                    server,
                    serverSetup,
                    port,
                    strict,
                    seed,
                    clock,
                    List.copyOf(clients),
                    List.copyOf(mocks));
        }
    }
}
