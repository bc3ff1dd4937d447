package io.mockarty.resolver;

import io.mockarty.engine.MockEngine;
import io.mockarty.journal.JournalBudget;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.namespace.WorldSettings;
import io.mockarty.resolver.http.HttpServer;
import io.mockarty.resolver.http.Place;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Namespaces and open ports that live and end together. Thread-safe. */
final class RunningServer {

    private final ServerOptions options;
    private final Namespaces namespaces;
    private final MockEngine engine;
    private final HttpServer http;
    private final @Nullable InetSocketAddress httpAddress;
    private final @Nullable InetSocketAddress httpsAddress;
    private final Map<InetSocketAddress, String> namespacePorts = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    RunningServer(ServerOptions options, Consumer<Namespaces> beforeListening) {
        this.options = options;
        ServerOptions.Worlds worlds = options.worlds();
        Long seed = worlds.seed();
        this.namespaces = new Namespaces(new WorldSettings(
                worlds.clock(),
                seed == null ? ThreadLocalRandom.current().nextLong() : seed,
                new JournalBudget(options.journal().bytes(), options.journal().bodyBytes()),
                worlds.templates()));
        namespaces.open(worlds.defaultNamespace());
        if (worlds.rootNamespace() != null) {
            namespaces.open(worlds.rootNamespace());
        }
        beforeListening.accept(namespaces);
        this.engine = new MockEngine(namespaces);
        this.http = new HttpServer(namespaces, engine, options.limits());
        ServerOptions.Addresses addresses = options.addresses();
        try {
            Place everywhere = new Place.AllNamespaces(worlds.rootNamespace());
            this.httpAddress = addresses.httpPort() < 0 ? null : http.listen(at(addresses.httpPort()), everywhere);
            this.httpsAddress = addresses.httpsPort() < 0
                    ? null
                    : http.listen(at(addresses.httpsPort()), everywhere, addresses.tls());
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    private InetSocketAddress at(int port) {
        return new InetSocketAddress(options.addresses().host(), port);
    }

    ServerOptions options() {
        return options;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    MockEngine engine() {
        return engine;
    }

    /** Waits until what has reached the server for a namespace is recorded. */
    void settle(Namespace namespace, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        http.awaitReads(atMost);
        namespace.inFlight().awaitIdle(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    /** Opens one more port, at whose root one namespace stands. */
    InetSocketAddress openPort(String namespace, int port) {
        InetSocketAddress address = http.listen(at(port), new Place.OneNamespace(namespace));
        namespacePorts.put(address, namespace);
        return address;
    }

    void closePort(InetSocketAddress address) {
        namespacePorts.remove(address);
        http.stopListening(address);
    }

    /** Ends a namespace with the ports that were opened for it. */
    void closeNamespace(String name) {
        namespacePorts.forEach((address, owner) -> {
            if (owner.equals(name)) {
                closePort(address);
            }
        });
        namespaces.close(name);
    }

    InetSocketAddress httpAddress() {
        return required(httpAddress, "HTTP");
    }

    InetSocketAddress httpsAddress() {
        return required(httpsAddress, "HTTPS");
    }

    private static InetSocketAddress required(@Nullable InetSocketAddress address, String protocol) {
        if (address == null) {
            throw new IllegalStateException(
                    "the server has no " + protocol + " port (expected: one set on its builder)");
        }
        return address;
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            http.close(options.stopTimeout());
            namespaces.all().forEach(namespace -> namespaces.close(namespace.name()));
        }
    }
}
