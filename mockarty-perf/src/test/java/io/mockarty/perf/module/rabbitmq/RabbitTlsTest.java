package io.mockarty.perf.module.rabbitmq;

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
class RabbitTlsTest {

    @TempDir
    static Path directory;

    private static TestCertificate certificate;
    private static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        certificate = TestCertificate.in(directory);
        broker = TestBroker.start(directory, certificate);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static ScriptRun run(String host, String tls) {
        return ScriptRun.of("""
                        import rabbitmq from 'mockarty/rabbitmq';
                        const conn = rabbitmq.connect(__ENV.URL, { tls: TLS });
                        export default function () {
                            try {
                                const { queue } = conn.declareQueue('', { exclusive: true, durable: false });
                                conn.publish({ exchange: '', routingKey: queue, body: 'secret' });
                                console.log(conn.consume({ queue, limit: 1, timeout: '10s' })[0].body);
                            } catch (e) {
                                console.log(e.message);
                            }
                        }
                        """.replace("TLS", tls))
                .env("URL", broker.secureUrl(host))
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
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("rabbitmq.declareQueue: RabbitMQ at localhost:")
                    .endsWith("the certificate of the server is not trusted:"
                            + " unable to find valid certification path to requested target"
                            + " (expected: tls: { ca: open('ca.pem') } with the authority that issued it)");
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
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("rabbitmq.declareQueue: RabbitMQ at 127.0.0.1:")
                    .endsWith("the certificate of the server is for another host:"
                            + " No subject alternative names matching IP address 127.0.0.1 found");
        }
    }
}
