package io.mockarty.coordinator.cli;

import io.mockarty.mock.TemplateRoot;
import io.mockarty.resolver.MockFiles;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.ServerBuilder;
import io.mockarty.resolver.http.HttpLimits;
import io.mockarty.resolver.tls.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mockarty serve}: serves mocks from files until the process is ended. */
@Command(
        name = "serve",
        description = "Serve mocks over HTTP until interrupted.",
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
            description = "Directory with mock files (.json, .yaml, .yml), watched for changes. May be repeated.")
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
            defaultValue = "${env:HTTPS_PORT:--1}",
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
        checkDirectories();
        MockDirectories directories = new MockDirectories(
                mocks, namespace, this::templatesFor, spec.commandLine().getErr());
        MockartyServer server = server().beforeListening(directories::loadInto).start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mockarty-stop"));
        new Greeting(server, namespace, rootNamespace).print(spec.commandLine().getOut(), directories.size(), mocks);
        directories.watch(server.namespaces());
        new CountDownLatch(1).await();
        return 0;
    }

    private void checkDirectories() {
        List<Path> missing = new ArrayList<>(mocks);
        missing.removeIf(Files::exists);
        if (!missing.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--mocks: " + missing.get(0) + " (expected: a directory that exists)");
        }
    }

    private ServerBuilder server() {
        ServerBuilder builder = MockartyServer.builder()
                .host(host)
                .port(port)
                .namespace(namespace)
                .rootNamespace(rootNamespace)
                .limits(HttpLimits.defaults().withMaxBodyBytes((long) bodyLimitMb << 20))
                .stopTimeout(STOP_TIMEOUT);
        if (httpsPort >= 0) {
            builder.https(httpsPort, tls());
        }
        if (seed != null) {
            builder.seed(seed);
        }
        return builder;
    }

    private TemplateRoot templatesFor(Path mockFile) {
        return templates == null ? MockFiles.templatesFor(mockFile) : TemplateRoot.of(templates);
    }

    private static Tls tls() {
        String certificate = System.getenv("HTTPS_CERT_FILE");
        String key = System.getenv("HTTPS_KEY_FILE");
        return certificate == null || key == null ? Tls.selfSigned() : Tls.pem(Path.of(certificate), Path.of(key));
    }
}
