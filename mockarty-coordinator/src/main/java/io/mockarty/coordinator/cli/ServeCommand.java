package io.mockarty.coordinator.cli;

import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.Namespaces;
import io.mockarty.resolver.MockFiles;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.ServerBuilder;
import io.mockarty.resolver.http.HttpLimits;
import io.mockarty.resolver.tls.Tls;
import io.mockarty.storage.Repositories;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mockarty serve}: serves mocks from files until the process is ended. */
@Command(
        name = "serve",
        description = {
            "Serve mocks over HTTP until interrupted.",
            "Mocks are kept in memory, or in the database that DB_USE and DB_DSN name (see docs/repositories.md)."
        },
        sortOptions = false,
        usageHelpAutoWidth = true,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class ServeCommand implements Callable<Integer> {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--mocks",
            paramLabel = "DIR",
            description = "Directory with mock files (.json, .yaml, .yml), or one such file; watched for changes."
                    + " May be repeated.")
    private List<Path> mocks = List.of();

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Directory of payloadTemplatePath and valueFromFile; the directory 'templates' in"
                    + " or above the mock file's when left out.")
    private @Nullable Path templates;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortNumber.class,
            defaultValue = "${env:HTTP_PORT:-5770}",
            description = "HTTP port, 0 for a free one (HTTP_PORT; default 5770).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "${env:HTTP_BIND_ADDR:-localhost}",
            description = "Address to listen on (HTTP_BIND_ADDR; default localhost).")
    private String host;

    @Option(
            names = "--https-port",
            paramLabel = "N",
            converter = PortNumber.class,
            defaultValue = "${env:HTTPS_PORT:-off}",
            description = "HTTPS port, off when left out (HTTPS_PORT). The certificate is made on the spot unless"
                    + " HTTPS_CERT_FILE and HTTPS_KEY_FILE name one.")
    private int httpsPort;

    @Option(
            names = "--namespace",
            paramLabel = "NS",
            defaultValue = "sandbox",
            description = "Namespace of mocks that name none (default sandbox).")
    private String namespace;

    @Option(
            names = "--root-namespace",
            paramLabel = "NS",
            description = "Namespace that is also served at /, beside /stubs/{namespace}/.")
    private @Nullable String rootNamespace;

    @Option(names = "--seed", paramLabel = "N", description = "Makes everything random repeatable.")
    private @Nullable Long seed;

    @Option(
            names = "--body-limit-mb",
            paramLabel = "MB",
            defaultValue = "${env:HTTP_REQUEST_BODY_SIZE_LIMIT_MB:-5}",
            description = "Largest request body (HTTP_REQUEST_BODY_SIZE_LIMIT_MB; default 5).")
    private int bodyLimitMb;

    @Override
    public Integer call() throws Exception {
        checkOptions();
        MockDirectories directories = new MockDirectories(
                namespace, this::templatesFor, spec.commandLine().getErr());
        // What changes while the files are read is noted, and told once they are.
        List<Consumer<Namespaces>> watchers = watchers(directories);
        MockartyServer server = server().beforeListening(namespaces -> directories.load(mocks, namespaces))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mockarty-stop"));
        new Greeting(server, shownHost(), httpsPort != PortNumber.OFF, namespace, rootNamespace)
                .print(spec.commandLine().getOut(), directories.size(), mocks);
        watchers.forEach(watcher -> watcher.accept(server.namespaces()));
        new CountDownLatch(1).await();
        return 0;
    }

    private void checkOptions() {
        for (Path directory : mocks) {
            require(Files.exists(directory), "--mocks: " + directory, "a directory that exists, or a file");
        }
        require(
                templates == null || Files.isDirectory(templates),
                "--templates: " + templates,
                "a directory that exists");
        require(!new InetSocketAddress(host, 0).isUnresolved(), "--host: " + host, "a name or address of this machine");
        require(port >= 0, "--port: off", "a port from 0 to 65535");
        require(bodyLimitMb > 0 && bodyLimitMb <= 512, "--body-limit-mb: " + bodyLimitMb, "1..512");
        checkNamespace("--namespace", namespace);
        if (rootNamespace != null) {
            checkNamespace("--root-namespace", rootNamespace);
        }
    }

    private void checkNamespace(String option, String name) {
        require(name.matches("[^\\s/?#]+"), option + ": \"" + name + "\"", "a name without / ? # and space");
    }

    private void require(boolean condition, String found, String expected) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), found + " (expected: " + expected + ")");
        }
    }

    /** Begins to watch; each of the results begins to tell. */
    private List<Consumer<Namespaces>> watchers(MockDirectories directories) throws IOException {
        List<Consumer<Namespaces>> watchers = new ArrayList<>();
        for (Path path : mocks) {
            if (Files.isDirectory(path)) {
                DirectoryWatcher tree = DirectoryWatcher.ofTree(path);
                watchers.add(namespaces -> tree.start(changed -> directories.changed(path, changed, namespaces)));
            } else {
                DirectoryWatcher file = DirectoryWatcher.besides(path);
                watchers.add(namespaces -> file.start(changed -> {
                    if (changed.contains(path)) {
                        directories.reload(path, namespaces);
                    }
                }));
            }
        }
        if (templates != null) {
            DirectoryWatcher tree = DirectoryWatcher.ofTree(templates);
            watchers.add(namespaces -> tree.start(changed -> directories.templatesChanged(changed, namespaces)));
        }
        return watchers;
    }

    /** The host as a client on this machine would write it. */
    private String shownHost() {
        if (new InetSocketAddress(host, 0).getAddress().isAnyLocalAddress() || host.isEmpty()) {
            return "localhost";
        }
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    private ServerBuilder server() {
        ServerBuilder builder = MockartyServer.builder()
                .host(host)
                .port(port)
                .namespace(namespace)
                .rootNamespace(rootNamespace)
                .limits(HttpLimits.defaults().withMaxBodyBytes((long) bodyLimitMb << 20))
                .stopTimeout(STOP_TIMEOUT);
        if (httpsPort != PortNumber.OFF) {
            builder.https(httpsPort, tls());
        }
        if (seed != null) {
            builder.seed(seed);
        }
        if (templates != null) {
            // For mocks that the repository has and no file here.
            builder.templates(templates);
        }
        keepInRepository(builder, System.getenv());
        return builder;
    }

    /** Without a word about a database, mocks live as long as the process, which needs no repository. */
    private static void keepInRepository(ServerBuilder builder, Map<String, String> environment) {
        if (environment.containsKey("DB_USE") || environment.containsKey("DB_DSN")) {
            builder.repositories(Repositories.fromEnvironment(environment));
        }
        String node = environment.getOrDefault("NODE_ID", "");
        if (!node.isEmpty()) {
            builder.nodeName(node);
        }
    }

    private TemplateRoot templatesFor(Path mockFile) {
        return templates == null ? MockFiles.templatesFor(mockFile) : TemplateRoot.of(templates);
    }

    private Tls tls() {
        String certificate = System.getenv("HTTPS_CERT_FILE");
        String key = System.getenv("HTTPS_KEY_FILE");
        if ((certificate == null) != (key == null)) {
            String missing = certificate == null ? "HTTPS_CERT_FILE" : "HTTPS_KEY_FILE";
            throw new ParameterException(
                    spec.commandLine(),
                    missing + ": not set (expected: both HTTPS_CERT_FILE and HTTPS_KEY_FILE, or none)");
        }
        return certificate == null || key == null ? Tls.selfSigned() : Tls.pem(Path.of(certificate), Path.of(key));
    }
}
