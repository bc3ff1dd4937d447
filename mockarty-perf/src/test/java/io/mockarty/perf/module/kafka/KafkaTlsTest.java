package io.mockarty.perf.module.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.module.TestCertificate;
import io.mockarty.perf.script.ScriptRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KafkaTlsTest {

    private static final String UNTRUSTED = "the certificate of the server is not trusted:"
            + " unable to find valid certification path to requested target"
            + " (expected: tls: { ca: open('ca.pem') } with the authority that issued it)";
    private static final String MISNAMED = "the certificate of the server is for another host:"
            + " No subject alternative names matching IP address 127.0.0.1 found";

    @TempDir
    static Path directory;

    private static TestCertificate certificate;
    private static TestKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        certificate = TestCertificate.in(directory);
        kafka = TestKafka.start(directory.resolve("kafka"), certificate);
        kafka.create("secrets", 1);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static ScriptRun run(String host, String tls) {
        return ScriptRun.of("""
                        import kafka from 'mockarty/kafka';
                        const cluster = { brokers: [__ENV.BROKER], tls: TLS, timeout: '5s' };
                        const producer = kafka.producer(cluster);
                        const consumer = kafka.consumer(cluster);
                        const produce = () => producer.produce({ topic: 'secrets', messages: [{ value: 'secret' }] });
                        const consume = () => console.log(consumer.consume({ topic: 'secrets', limit: 1 })[0].value);
                        export default function () {
                            for (const body of [produce, consume]) {
                                try { body(); } catch (e) { console.log(e.message); }
                            }
                        }
                        """.replace("TLS", tls))
                .env("BROKER", kafka.secureBroker(host))
                .env("CA", certificate.ca());
    }

    @Test
    void a_certificate_of_the_given_authority_is_trusted() {
        try (ScriptRun run = run("localhost", "{ ca: __ENV.CA }")) {
            assertThat(run.printed()).containsExactly("secret");
        }
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_refused() {
        try (ScriptRun run = run("localhost", "true")) {
            assertThat(run.printed()).hasSize(2).satisfies(lines -> {
                assertThat(lines.get(0))
                        .startsWith("kafka.produce to secrets at localhost:")
                        .endsWith(UNTRUSTED);
                assertThat(lines.get(1))
                        .startsWith("kafka.consume from secrets at localhost:")
                        .endsWith(UNTRUSTED);
            });
        }
    }

    @Test
    void a_script_may_trust_any_certificate() {
        try (ScriptRun run = run("127.0.0.1", "{ insecureSkipTlsVerify: true }")) {
            assertThat(run.printed()).containsExactly("secret");
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused() {
        try (ScriptRun run = run("127.0.0.1", "{ ca: __ENV.CA }")) {
            assertThat(run.printed()).hasSize(2).satisfies(lines -> {
                assertThat(lines.get(0))
                        .startsWith("kafka.produce to secrets at 127.0.0.1:")
                        .endsWith(MISNAMED);
                assertThat(lines.get(1))
                        .startsWith("kafka.consume from secrets at 127.0.0.1:")
                        .endsWith(MISNAMED);
            });
        }
    }
}
