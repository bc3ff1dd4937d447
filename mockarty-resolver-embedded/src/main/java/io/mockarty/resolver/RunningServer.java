package io.mockarty.resolver;

import io.mockarty.engine.MockEngine;
import io.mockarty.journal.JournalBudget;
import io.mockarty.journal.UndefinedRequest;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.namespace.WorldSettings;
import io.mockarty.resolver.http.HttpServer;
import io.mockarty.resolver.http.Place;
import io.mockarty.storage.RepositoryStack;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Namespaces and open ports that live and end together. Thread-safe. */
final class RunningServer {

    /** Longer than anybody waits, and few enough nanoseconds for a long. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final ServerOptions options;
    private final @Nullable RepositoryLink link;
    private final Namespaces namespaces;
    private final MockEngine engine;
    private final HttpServer http;
    private final @Nullable InetSocketAddress httpAddress;
    private final @Nullable InetSocketAddress httpsAddress;
    private final Set<OpenPort> namespacePorts = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A port of one namespace. Not equal to any other, because its address may be opened again. */
    static final class OpenPort {

        private final InetSocketAddress address;
        private final Namespace namespace;

        OpenPort(InetSocketAddress address, Namespace namespace) {
            this.address = address;
            this.namespace = namespace;
        }

        InetSocketAddress address() {
            return address;
        }
    }

    RunningServer(ServerOptions options, Consumer<Namespaces> beforeListening) {
        this.options = options;
        ServerOptions.Worlds worlds = options.worlds();
        this.link = RepositoryLink.open(options.persistence(), worlds.clock());
        this.namespaces = namespaces(options, link);
        this.engine = new MockEngine(namespaces);
        try {
            this.http = new HttpServer(namespaces, engine, options.limits());
        } catch (RuntimeException e) {
            closeNamespaces();
            throw e;
        }
        ServerOptions.Addresses addresses = options.addresses();
        try {
            namespaces.open(worlds.defaultNamespace());
            if (worlds.rootNamespace() != null) {
                namespaces.open(worlds.rootNamespace());
            }
            beforeListening.accept(namespaces);
            if (link != null) {
                link.start(namespaces);
            }
            Place everywhere = new Place.AllNamespaces(worlds.rootNamespace());
            this.httpAddress = addresses.httpPort() < 0 ? null : http.listen(at(addresses.httpPort()), everywhere);
            this.httpsAddress = addresses.httpsPort() < 0
                    ? null
                    : http.listen(at(addresses.httpsPort()), everywhere, addresses.tls());
        } catch (RuntimeException e) {
            http.close();
            closeNamespaces();
            throw e;
        }
    }

    private static Namespaces namespaces(ServerOptions options, @Nullable RepositoryLink link) {
        ServerOptions.Worlds worlds = options.worlds();
        Long seed = worlds.seed();
        try {
            return new Namespaces(new WorldSettings(
                    worlds.clock(),
                    seed == null ? ThreadLocalRandom.current().nextLong() : seed,
                    new JournalBudget(
                            options.journal().bytes(), options.journal().bodyBytes()),
                    worlds.templates(),
                    link == null ? null : link.repository(),
                    link == null ? "" : link.nodeName()));
        } catch (RuntimeException e) {
            if (link != null) {
                link.repository().close();
            }
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

    List<UndefinedRequest> strayRequests() {
        return http.strayRequests().all();
    }

    /** Waits until what has reached the server for a namespace is recorded. */
    void settle(Namespace namespace, Duration atMost) {
        Duration bounded = atMost.compareTo(FOR_EVER) > 0 ? FOR_EVER : atMost;
        long deadline = System.nanoTime() + bounded.toNanos();
        http.awaitReads(bounded);
        namespace.inFlight().awaitIdle(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    /** Lets what has reached the server be read, without the certainty that {@link #settle} gives. */
    void pollRequests() {
        http.runTasks();
        http.runTasks();
    }

    /** Opens one more port, at whose root one namespace stands. */
    OpenPort openPort(Namespace namespace, int port) {
        OpenPort opened = new OpenPort(http.listen(at(port), new Place.OneNamespace(namespace.name())), namespace);
        namespacePorts.add(opened);
        return opened;
    }

    /** Closes a port that is not closed yet. */
    void closePort(OpenPort port) {
        if (namespacePorts.remove(port)) {
            http.stopListening(port.address);
        }
    }

    /** Ends a namespace with the ports that were opened for it; one in a repository loses only its ports. */
    void closeNamespace(Namespace namespace) {
        namespacePorts.stream().filter(port -> port.namespace == namespace).forEach(this::closePort);
        if (!namespace.isShared()) {
            namespaces.close(namespace);
        }
    }

    @Nullable
    RepositoryStack repository() {
        return link == null ? null : link.repository();
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
            closeNamespaces();
        }
    }

    private void closeNamespaces() {
        if (link == null) {
            namespaces.close();
        } else {
            link.close(namespaces);
        }
    }
}
