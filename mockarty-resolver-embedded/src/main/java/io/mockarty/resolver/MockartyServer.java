package io.mockarty.resolver;

import io.mockarty.journal.Journal;
import io.mockarty.journal.Times;
import io.mockarty.journal.UndefinedRequest;
import io.mockarty.journal.Verification;
import io.mockarty.journal.VerificationException;
import io.mockarty.match.RequestPattern;
import io.mockarty.mock.HttpMockBuilder;
import io.mockarty.mock.Mock;
import io.mockarty.mock.MockBuilder;
import io.mockarty.mock.Problems;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.MutableClock;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.Namespaces;
import io.mockarty.resolver.http.Place;
import io.mockarty.resolver.tls.Tls;
import io.mockarty.storage.RepositoryStack;
import io.mockarty.store.Stores;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A mock server inside this process, seen from one of its namespaces. {@link #start} runs one on a free port of
 * 127.0.0.1; {@link #inNamespace} looks at the same server from another namespace, which is how many tests share one
 * without seeing each other. Thread-safe.
 */
public final class MockartyServer implements AutoCloseable {

    /** The request header that names a namespace, for clients that can take neither a path nor a port. */
    public static final String NAMESPACE_HEADER = Place.NAMESPACE_HEADER;

    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(1);

    private final RunningServer server;
    private final Namespace namespace;
    private final boolean owner;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MockartyServer(RunningServer server, Namespace namespace, boolean owner) {
        this.server = server;
        this.namespace = namespace;
        this.owner = owner;
    }

    /**
     * Starts a server with default settings on a free port of 127.0.0.1; its mocks stand at the root of
     * {@link #baseUrl}.
     *
     * @return the running server
     */
    public static MockartyServer start() {
        return builder().start();
    }

    /** {@return a builder of servers, not thread-safe} */
    public static ServerBuilder builder() {
        return new ServerBuilder();
    }

    static MockartyServer start(ServerOptions options, Consumer<Namespaces> beforeListening) {
        RunningServer server = new RunningServer(options, beforeListening);
        return new MockartyServer(
                server, server.namespaces().open(options.worlds().defaultNamespace()), true);
    }

    /**
     * Looks at this server from another namespace, which is made when it does not exist. Closing the view removes the
     * namespace with the ports opened for it, and leaves the server running; a namespace that is kept in a repository
     * stays.
     *
     * @param name the namespace
     * @return the view
     */
    public MockartyServer inNamespace(String name) {
        return new MockartyServer(server, server.namespaces().open(name), false);
    }

    /**
     * Makes a namespace that differs from the others in more than its name.
     *
     * @param name its name, which must not be taken
     * @return a builder, not thread-safe
     */
    public NamespaceBuilder newNamespace(String name) {
        return new NamespaceBuilder(options -> {
            Namespace created = server.namespaces().create(name, options);
            return new MockartyServer(server, created, false);
        });
    }

    /**
     * Saves a mock, which answers from now on.
     *
     * @param mock the mock, such as {@code get("/users/:id").respond(ok())}
     * @return the mock as saved, with its id
     * @throws io.mockarty.mock.InvalidMockException naming every problem; nothing is saved then
     */
    public Mock stub(MockBuilder mock) {
        return stub(mock.build());
    }

    /**
     * Saves a mock, which answers from now on.
     *
     * @param mock the mock
     * @return the mock as saved, with its id
     * @throws io.mockarty.mock.InvalidMockException naming every problem; nothing is saved then
     */
    public Mock stub(Mock mock) {
        return namespace.stub(mock);
    }

    /**
     * Saves the mocks of a file, or of all mock files in a directory and its subdirectories.
     *
     * @param fileOrDirectory a {@code .json}, {@code .yaml} or {@code .yml} file, or a directory; a subdirectory named
     *     {@code templates} is left out
     * @return the mocks as saved
     * @throws io.mockarty.mock.InvalidMockException naming every problem with its file; nothing is saved then
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public List<Mock> load(Path fileOrDirectory) {
        TemplateRoot configured = server.options().worlds().templates();
        return namespace.replace(
                List.of(),
                MockFiles.read(fileOrDirectory),
                configured.isNone() ? MockFiles.templatesFor(fileOrDirectory) : configured);
    }

    /**
     * Saves the mocks of all files that patterns name, in one step.
     *
     * <p>A pattern is a path with {@code /}, whose last segments may be a glob as in
     * {@link java.nio.file.FileSystem#getPathMatcher}: {@code shop/*.json}, {@code shop/{cart,order}.yaml}, or
     * {@code shop/**.json} for any depth. A glob names mock files, and a directory without glob all mock files below
     * it; both leave out directories named {@code templates} and names that start with a dot.
     *
     * <p>It is looked for on the class path, relative to the package of the anchor, then from the root of the class
     * path, then among the files, relative to the working directory or absolute; the first of these places with a match
     * counts. A {@code /} at its start leaves out the package and the working directory, {@code classpath:} the files,
     * {@code file:} the class path. All directories and jars of a class path count together; of two files with one
     * name, the first does. In a jar, a glob finds what lies in directories that have an entry of their own, which
     * those made by Maven and Gradle have, and nothing at the root.
     *
     * <p>Template files are read from a directory {@code templates} beside the mock file or above it, in a jar as well,
     * unless the server has a directory for them.
     *
     * @param anchor the class whose package and class loader are used
     * @param patterns the patterns, at least one; a file named by two of them is loaded once
     * @return the mocks as saved, in the order of the patterns and then of the names of the files
     * @throws io.mockarty.mock.InvalidMockException naming every problem with its file, two mocks with one id included;
     *     nothing is saved then
     * @throws java.io.UncheckedIOException naming every pattern without a match and where it was looked for, or when a
     *     file cannot be read
     * @throws IllegalArgumentException when a pattern is empty or not a glob
     */
    public List<Mock> load(Class<?> anchor, String... patterns) {
        return MockPatterns.load(
                anchor, patterns, namespace, server.options().worlds().templates());
    }

    /**
     * Starts the verification of what this namespace received.
     *
     * @param request the request half of a mock, such as {@code get("/users/42")}
     * @return the verification
     */
    public Verification verify(HttpMockBuilder request) {
        return journal().verify(pattern(request));
    }

    /**
     * Verifies how often a request was received.
     *
     * @param request the request half of a mock, such as {@code get("/users/42")}
     * @param times how often
     * @throws io.mockarty.journal.VerificationException when it was received more or less often
     */
    public void verify(HttpMockBuilder request, Times times) {
        verify(request).was(times);
    }

    /**
     * Verifies that requests came in an order, with any others in between.
     *
     * @param requests the requests, first to last
     * @throws io.mockarty.journal.VerificationException when they did not
     */
    public void verifyInOrder(HttpMockBuilder... requests) {
        journal()
                .verifyInOrder(
                        Arrays.stream(requests).map(MockartyServer::pattern).toList());
    }

    /**
     * Verifies that requests come in an order, with any others in between, waiting for those that are still on their
     * way.
     *
     * @param atMost how long to wait
     * @param requests the requests, first to last
     * @throws io.mockarty.journal.VerificationException when they have not come by then
     */
    public void verifyInOrder(Duration atMost, HttpMockBuilder... requests) {
        journal()
                .verifyInOrder(
                        Arrays.stream(requests).map(MockartyServer::pattern).toList(), atMost);
    }

    /**
     * Starts the verification of what this namespace received on all nodes that share its repository. The requests of
     * other nodes come with a delay of some tenths of a second, so wait for them; and of each mock only as many are
     * kept as the repository was told to ({@link io.mockarty.storage.Repositories#logLimit}), so an upper bound is
     * refused when there were more.
     *
     * @param request the request half of a mock, such as {@code get("/users/42")}
     * @return the verification; of this node alone when there is no repository
     */
    public Verification verifyOnAllNodes(HttpMockBuilder request) {
        return server.namespaces().evidence(namespace).verify(pattern(request));
    }

    /**
     * Verifies that requests come to any node in an order, with any others in between, waiting for those that are still
     * on their way. Their order is that of the clock of the repository.
     *
     * @param atMost how long to wait
     * @param requests the requests, first to last
     * @throws io.mockarty.journal.VerificationException when they have not come by then
     */
    public void verifyInOrderOnAllNodes(Duration atMost, HttpMockBuilder... requests) {
        server.namespaces()
                .evidence(namespace)
                .verifyInOrder(
                        Arrays.stream(requests).map(MockartyServer::pattern).toList(), atMost);
    }

    /**
     * Verifies that each request of this namespace has found a mock. Those that have reached the server count, whether
     * it has read them or not; see {@link #settle}.
     *
     * @throws VerificationException when one has not, showing the nearest mocks and what differs
     */
    public void verifyNoUnmatchedRequests() {
        settle(SETTLE_TIMEOUT);
        String report = server.engine().unmatchedReport(namespace);
        if (!report.isEmpty()) {
            throw new VerificationException("Requests that no mock matched:\n\n" + report.stripTrailing());
        }
    }

    /** {@return the stubs of this namespace that have answered no request and are not lenient, in order of saving} */
    public List<Mock> unusedStubs() {
        return namespace.unusedStubs().stream().map(LiveMock::document).toList();
    }

    /**
     * Verifies that each stub of this namespace has answered a request, but for lenient ones. Mocks from files are no
     * stubs.
     *
     * @throws VerificationException when one has not
     */
    public void verifyNoUnusedStubs() {
        verifyNoUnusedStubs(List.of());
    }

    /**
     * Verifies that each stub of this namespace has answered a request, but for lenient ones and some others.
     *
     * @param except the ids of the others
     * @throws VerificationException when one has not
     */
    public void verifyNoUnusedStubs(Collection<String> except) {
        settle(SETTLE_TIMEOUT);
        String report = server.engine().unusedReport(namespace, except);
        if (!report.isEmpty()) {
            throw new VerificationException("Stubs that no request used:\n\n" + report.stripTrailing());
        }
    }

    /**
     * Lists what the server was asked outside of all namespaces, as by a client that was told the port alone.
     *
     * @return the requests, one row for each method and path, the latest last; bounded like undefined requests
     */
    public List<UndefinedRequest> strayRequests() {
        return server.strayRequests();
    }

    /**
     * Lets the server read what has reached it so far. Takes some microseconds, and finds nearly every request whose
     * bytes were sent before; {@link #settle} takes some milliseconds and finds them all.
     */
    public void pollRequests() {
        server.pollRequests();
    }

    /**
     * Waits until every request of this namespace that has reached the server is recorded. Takes some milliseconds.
     *
     * @param atMost how long at most, for a client that does not come to the end of its request
     */
    public void settle(Duration atMost) {
        server.settle(namespace, atMost);
    }

    /**
     * Tells what this namespace was asked and what it answered, for people to read.
     *
     * @return the latest 50 requests, with the nearest mocks of those that none matched
     */
    public String report() {
        return server.engine().journalReport(namespace);
    }

    private static RequestPattern pattern(HttpMockBuilder request) {
        Problems problems = new Problems();
        RequestPattern pattern = RequestPattern.compile(request.request(), "", TemplateRoot.none(), problems);
        problems.throwIfAny();
        return pattern;
    }

    /**
     * Returns where this namespace stands: the root of the port for the root namespace, {@code /stubs/{namespace}} for
     * any other.
     *
     * @return the URL, without a slash at its end
     * @throws IllegalStateException when the server has no HTTP port
     */
    public URI baseUrl() {
        return url("http", server.httpAddress());
    }

    /**
     * Returns where all namespaces stand, for clients that name theirs in the header {@value #NAMESPACE_HEADER}.
     *
     * @return the URL, without a slash at its end
     * @throws IllegalStateException when the server has no HTTP port
     */
    public URI serverUrl() {
        return Urls.at("http", server.httpAddress(), "");
    }

    /**
     * Returns where this namespace stands over TLS.
     *
     * @return the URL, without a slash at its end
     * @throws IllegalStateException when the server has no HTTPS port
     */
    public URI httpsUrl() {
        return url("https", server.httpsAddress());
    }

    private URI url(String scheme, InetSocketAddress address) {
        boolean atRoot = namespace.name().equals(server.options().worlds().rootNamespace());
        return Urls.at(scheme, address, atRoot ? "" : "/stubs/" + namespace.name());
    }

    /**
     * Returns the HTTP port.
     *
     * @return the port
     * @throws IllegalStateException when the server has no HTTP port
     */
    public int port() {
        return server.httpAddress().getPort();
    }

    /**
     * Opens one more port at whose root this namespace stands, for clients that cannot take a path prefix.
     *
     * @return the port; closed with the server, with a view made by {@link #inNamespace}, or by
     *     {@link NamespacePort#close}
     */
    public NamespacePort openPort() {
        return openPort(0);
    }

    /**
     * Opens a certain port at whose root this namespace stands.
     *
     * @param port 1 to 65535, or 0 for a free one
     * @return the port; closed with the server, with a view made by {@link #inNamespace}, or by
     *     {@link NamespacePort#close}
     * @throws IllegalArgumentException when it is no port
     * @throws java.io.UncheckedIOException naming the port, when it is taken
     */
    public NamespacePort openPort(int port) {
        return new NamespacePort(server, server.openPort(namespace, ServerBuilder.checked(port)));
    }

    /** {@return the identity of the server over TLS, which also makes clients that trust it} */
    public Tls tls() {
        return server.options().addresses().tls();
    }

    /** {@return the namespace this view looks at} */
    public Namespace namespace() {
        return namespace;
    }

    /** {@return what this namespace was asked and what it answered} */
    public Journal journal() {
        return namespace.journal();
    }

    /** {@return the stores of this namespace} */
    public Stores stores() {
        return namespace.stores();
    }

    /** {@return the clock of this namespace} */
    public MutableClock clock() {
        return namespace.clock();
    }

    /**
     * Finds a mock of this namespace.
     *
     * @param id the id
     * @return the mock as saved, with what it has counted since
     */
    public Optional<Mock> mock(String id) {
        return namespace.mock(id);
    }

    /** {@return where mocks, stores and counters are kept; empty when the namespaces keep them} */
    public Optional<RepositoryStack> repository() {
        return Optional.ofNullable(server.repository());
    }

    /** {@return all namespaces of the server} */
    public Namespaces namespaces() {
        return server.namespaces();
    }

    /**
     * Ends the server: waits for answers that are still to be sent, up to the stop timeout, then cuts. A view made by
     * {@link #inNamespace} only ends its namespace; one that is kept in a repository stays there and is still served,
     * and only its ports are closed.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (owner) {
            server.close();
        } else {
            server.closeNamespace(namespace);
        }
    }
}
