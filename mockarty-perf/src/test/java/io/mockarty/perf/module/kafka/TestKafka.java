package io.mockarty.perf.module.kafka;

import io.mockarty.perf.module.SilentServer;
import io.mockarty.perf.module.TestCertificate;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** A Kafka of one broker in this process. One listener wants a login. */
final class TestKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;
    private final int loginPort;
    private final int securePort;

    private TestKafka(KafkaRaftServer server, List<Integer> ports) {
        this.server = server;
        port = ports.get(0);
        loginPort = ports.get(1);
        securePort = ports.get(3);
    }

    static TestKafka start(Path directory) throws Exception {
        return start(directory, null);
    }

    /** Starts one that has a listener with TLS, unless the certificate is null. */
    static TestKafka start(Path directory, @Nullable TestCertificate certificate) throws Exception {
        List<Integer> ports = SilentServer.closedPorts(4);
        int port = ports.get(0);
        int loginPort = ports.get(1);
        int controllerPort = ports.get(2);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .run();
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",SASL_PLAINTEXT://127.0.0.1:" + loginPort
                        + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_tester=\"s3cret\";");
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        if (certificate != null) {
            settings.putAll(tls(settings, ports.get(3), certificate));
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new TestKafka(server, ports);
    }

    /** Clients go on with the advertised name, which the certificate has to be for. */
    private static Map<String, Object> tls(Map<String, Object> settings, int port, TestCertificate certificate) {
        String listener = "listener.name.ssl.ssl.";
        return Map.of(
                "listeners",
                settings.get("listeners") + ",SSL://127.0.0.1:" + port,
                "advertised.listeners",
                settings.get("listeners").toString().replaceFirst(",CONTROLLER.*", "") + ",SSL://localhost:" + port,
                "listener.security.protocol.map",
                settings.get("listener.security.protocol.map") + ",SSL:SSL",
                listener + "keystore.type",
                "PKCS12",
                listener + "keystore.location",
                certificate.keyStore().toString(),
                listener + "keystore.password",
                TestCertificate.PASSWORD,
                listener + "key.password",
                TestCertificate.PASSWORD);
    }

    void create(String topic, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    String broker() {
        return "127.0.0.1:" + port;
    }

    String loginBroker() {
        return "127.0.0.1:" + loginPort;
    }

    String secureBroker(String host) {
        return host + ":" + securePort;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
