package io.mockarty.resolver;

import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.Namespaces;
import io.mockarty.resolver.ServerOptions.Addresses;
import io.mockarty.resolver.ServerOptions.JournalLimits;
import io.mockarty.resolver.ServerOptions.Persistence;
import io.mockarty.resolver.ServerOptions.Worlds;
import io.mockarty.resolver.http.HttpLimits;
import io.mockarty.resolver.tls.Tls;
import io.mockarty.storage.Repositories;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a {@link MockartyServer}. Not thread-safe. */
public final class ServerBuilder {

    private static final int MAX_PORT = 65_535;

    private Addresses addresses = ServerOptions.defaults().addresses();
    private HttpLimits limits = ServerOptions.defaults().limits();
    private JournalLimits journal = ServerOptions.defaults().journal();
    private Worlds worlds = ServerOptions.defaults().worlds();
    private Persistence persistence = ServerOptions.defaults().persistence();
    private Duration stopTimeout = ServerOptions.defaults().stopTimeout();
    private Consumer<Namespaces> beforeListening = namespaces -> {};

    ServerBuilder() {}

    /**
     * Sets the address to listen on.
     *
     * @param host a host name or address of this machine; 127.0.0.1 when not set
     * @return this builder
     */
    public ServerBuilder host(String host) {
        addresses = new Addresses(host, addresses.httpPort(), addresses.httpsPort(), addresses.tls());
        return this;
    }

    /**
     * Sets the HTTP port.
     *
     * @param port 1 to 65535, or 0 for a free one, which is also the default
     * @return this builder
     */
    public ServerBuilder port(int port) {
        addresses = new Addresses(addresses.host(), checked(port), addresses.httpsPort(), addresses.tls());
        return this;
    }

    /**
     * Opens an HTTPS port as well.
     *
     * @param port 1 to 65535, or 0 for a free one
     * @param tls the identity of the server
     * @return this builder
     */
    public ServerBuilder https(int port, Tls tls) {
        addresses = new Addresses(addresses.host(), addresses.httpPort(), checked(port), tls);
        return this;
    }

    /**
     * Leaves the HTTP port closed, so that only HTTPS is served.
     *
     * @return this builder
     */
    public ServerBuilder httpsOnly() {
        addresses = new Addresses(addresses.host(), -1, addresses.httpsPort(), addresses.tls());
        return this;
    }

    static int checked(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0.." + MAX_PORT + ")");
        }
        return port;
    }

    /**
     * Sets what the HTTP door puts up with.
     *
     * @param httpLimits the limits
     * @return this builder
     */
    public ServerBuilder limits(HttpLimits httpLimits) {
        this.limits = httpLimits;
        return this;
    }

    /**
     * Sets how much the journal of the server keeps.
     *
     * @param bytes the memory of all entries, 32 MB when not set; 0 keeps nothing
     * @return this builder
     */
    public ServerBuilder journalBytes(long bytes) {
        journal = new JournalLimits(bytes, journal.bodyBytes());
        return this;
    }

    /**
     * Sets how much of a body the journal keeps.
     *
     * @param bytes the length at which bodies are cut, 64 KB when not set
     * @return this builder
     */
    public ServerBuilder journalBodyBytes(int bytes) {
        journal = new JournalLimits(journal.bytes(), bytes);
        return this;
    }

    /**
     * Sets the namespace the started server is seen from, which is also served at the root.
     *
     * @param name the namespace, {@code sandbox} when not set
     * @return this builder
     */
    public ServerBuilder namespace(String name) {
        return worlds(name, name);
    }

    /**
     * Sets the namespace that is served at the root beside {@code /stubs/{namespace}/}.
     *
     * @param name the namespace, or null for none
     * @return this builder
     */
    public ServerBuilder rootNamespace(@Nullable String name) {
        return worlds(worlds.defaultNamespace(), name);
    }

    private ServerBuilder worlds(String defaultNamespace, @Nullable String rootNamespace) {
        worlds = new Worlds(defaultNamespace, rootNamespace, worlds.seed(), worlds.clock(), worlds.templates());
        return this;
    }

    /**
     * Fixes everything random, so that the same requests get the same bytes.
     *
     * @param seed the seed; each namespace derives its own from it and its name
     * @return this builder
     */
    public ServerBuilder seed(long seed) {
        worlds =
                new Worlds(worlds.defaultNamespace(), worlds.rootNamespace(), seed, worlds.clock(), worlds.templates());
        return this;
    }

    /**
     * Sets the clock that the clocks of namespaces follow.
     *
     * @param clock the clock, that of the system when not set
     * @return this builder
     */
    public ServerBuilder clock(Clock clock) {
        worlds =
                new Worlds(worlds.defaultNamespace(), worlds.rootNamespace(), worlds.seed(), clock, worlds.templates());
        return this;
    }

    /**
     * Sets the directory that {@code payloadTemplatePath} and {@code valueFromFile} are read from.
     *
     * @param directory the directory; without one, mocks that name files are refused
     * @return this builder
     */
    public ServerBuilder templates(Path directory) {
        worlds = new Worlds(
                worlds.defaultNamespace(),
                worlds.rootNamespace(),
                worlds.seed(),
                worlds.clock(),
                TemplateRoot.of(directory));
        return this;
    }

    /**
     * Keeps mocks, stores, counters and request logs in a repository, from which the server also takes what others save
     * there. The server opens the repository when it starts, loads all its mocks, and closes it when it ends; overlays
     * keep what they have for themselves.
     *
     * @param repositories the repository, such as {@code Repositories.sqlite(Path.of("mocks.db"))}; when not set, what
     *     a namespace has ends with it
     * @return this builder
     */
    public ServerBuilder repositories(Repositories repositories) {
        persistence = new Persistence(repositories, persistence.nodeName());
        return this;
    }

    /**
     * Sets the name of this server among those that share its repository; it stands in request logs.
     *
     * @param name the name, made up when not set
     * @return this builder
     */
    public ServerBuilder nodeName(String name) {
        persistence = new Persistence(persistence.repositories(), name);
        return this;
    }

    /**
     * Sets how long {@link MockartyServer#close} waits for answers that are still to be sent.
     *
     * @param timeout the longest wait, 2 seconds when not set; zero to cut at once
     * @return this builder
     */
    public ServerBuilder stopTimeout(Duration timeout) {
        stopTimeout = timeout;
        return this;
    }

    /**
     * Runs a task when the namespaces exist and no port is open yet, so that the first request already finds all mocks.
     *
     * @param task gets the namespaces of the server; when it throws, the server does not start
     * @return this builder
     */
    public ServerBuilder beforeListening(Consumer<Namespaces> task) {
        beforeListening = beforeListening.andThen(task);
        return this;
    }

    /**
     * Starts the server.
     *
     * @return the running server
     * @throws java.io.UncheckedIOException naming the address, when a port cannot be opened
     * @throws io.mockarty.repository.RepositoryException naming the repository, when it cannot be opened or read
     */
    public MockartyServer start() {
        return MockartyServer.start(
                new ServerOptions(addresses, limits, journal, worlds, persistence, stopTimeout), beforeListening);
    }
}
