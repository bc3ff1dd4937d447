package io.mockarty.perf.module.rabbitmq;

import io.mockarty.json.Json;
import io.mockarty.perf.module.SilentServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;

/** A broker of AMQP 0-9-1 in this process, which keeps everything in memory. */
final class TestBroker implements AutoCloseable {

    private final SystemLauncher launcher = new SystemLauncher();
    private final int port;

    private TestBroker(int port) {
        this.port = port;
    }

    static TestBroker start(Path directory) throws Exception {
        TestBroker broker = new TestBroker(SilentServer.closedPort());
        Path configuration = directory.resolve("broker.json");
        Files.writeString(configuration, Json.write(broker.configuration()));
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("type", "Memory");
        attributes.put("initialConfigurationLocation", configuration.toUri().toString());
        attributes.put("startupLoggedToSystemOut", "false");
        attributes.put("context", Map.of("qpid.work_dir", directory.toString()));
        broker.launcher.startup(attributes);
        return broker;
    }

    private Map<String, Object> configuration() {
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
                "ports",
                List.of(Map.of(
                        "name",
                        "AMQP",
                        "bindingAddress",
                        "127.0.0.1",
                        "port",
                        port,
                        "authenticationProvider",
                        "plain",
                        "protocols",
                        List.of("AMQP_0_9_1"),
                        "virtualhostaliases",
                        List.of(Map.of("name", "defaultAlias", "type", "defaultAlias")))),
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

    int port() {
        return port;
    }

    @Override
    public void close() {
        launcher.shutdown();
    }
}
