package io.mockarty.perf.module.rabbitmq;

import io.mockarty.json.Json;
import io.mockarty.perf.module.SilentServer;
import io.mockarty.perf.module.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.jspecify.annotations.Nullable;

/** A broker of AMQP 0-9-1 in this process, which keeps everything in memory. */
final class TestBroker implements AutoCloseable {

    private final SystemLauncher launcher = new SystemLauncher();
    private final int port;
    private final int securePort;

    private TestBroker(List<Integer> ports) {
        port = ports.get(0);
        securePort = ports.get(1);
    }

    static TestBroker start(Path directory) throws Exception {
        return start(directory, null);
    }

    /** Starts one that has a second port with TLS, unless the certificate is null. */
    static TestBroker start(Path directory, @Nullable TestCertificate certificate) throws Exception {
        TestBroker broker = new TestBroker(SilentServer.closedPorts(2));
        Path configuration = directory.resolve("broker.json");
        Files.writeString(configuration, Json.write(broker.configuration(certificate)));
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("type", "Memory");
        attributes.put("initialConfigurationLocation", configuration.toUri().toString());
        attributes.put("startupLoggedToSystemOut", "false");
        attributes.put("context", Map.of("qpid.work_dir", directory.toString()));
        broker.launcher.startup(attributes);
        return broker;
    }

    private Map<String, Object> configuration(@Nullable TestCertificate certificate) {
        List<Map<String, Object>> ports = new ArrayList<>(List.of(port("AMQP", port)));
        Map<String, Object> all = new HashMap<>(configuration());
        if (certificate != null) {
            Map<String, Object> secure = new HashMap<>(port("AMQPS", securePort));
            secure.put("transports", List.of("SSL"));
            secure.put("keyStore", "keys");
            ports.add(secure);
            all.put("keystores", List.of(keyStore(certificate)));
        }
        all.put("ports", ports);
        return all;
    }

    private static Map<String, Object> keyStore(TestCertificate certificate) {
        return Map.of(
                "name",
                "keys",
                "type",
                "FileKeyStore",
                "keyStoreType",
                "PKCS12",
                "storeUrl",
                certificate.keyStore().toString(),
                "password",
                TestCertificate.PASSWORD);
    }

    private static Map<String, Object> port(String name, int port) {
        return Map.of(
                "name",
                name,
                "bindingAddress",
                "127.0.0.1",
                "port",
                port,
                "authenticationProvider",
                "plain",
                "protocols",
                List.of("AMQP_0_9_1"),
                "virtualhostaliases",
                List.of(Map.of("name", "defaultAlias", "type", "defaultAlias")));
    }

    private static Map<String, Object> configuration() {
        return Map.of(
                "name",
                "test",
                "modelVersion",
                "9.1",
                "authenticationproviders",
                List.of(Map.of(
                        "name",
                        "plain",
                        "type",
                        "Plain",
                        "secureOnlyMechanisms",
                        List.of(),
                        "users",
                        List.of(Map.of("name", "tester", "type", "managed", "password", "s3cret/@")))),
                "virtualhostnodes",
                List.of(Map.of(
                        "name",
                        "default",
                        "type",
                        "Memory",
                        "defaultVirtualHostNode",
                        "true",
                        "virtualHostInitialConfiguration",
                        "{\"type\": \"Memory\"}")));
    }

    String url() {
        return "amqp://tester:s3cret%2F@@127.0.0.1:" + port + "/";
    }

    String secureUrl(String host) {
        return "amqps://tester:s3cret%2F@@" + host + ":" + securePort + "/";
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        launcher.shutdown();
    }
}
