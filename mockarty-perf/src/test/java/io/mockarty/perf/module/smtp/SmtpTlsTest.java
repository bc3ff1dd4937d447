package io.mockarty.perf.module.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mockarty.perf.module.TlsProxy;
import io.mockarty.perf.script.ScriptRun;
import io.mockarty.resolver.tls.Tls;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SmtpTlsTest {

    private static final Thread.UncaughtExceptionHandler BEFORE = Thread.getDefaultUncaughtExceptionHandler();
    private static final ServerSetup PLAIN = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private static final ServerSetup SECURE = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);

    private static Tls tls;
    private static GreenMail server;
    private static TlsProxy startTls;

    @BeforeAll
    static void start() throws Exception {
        // A thread of the server dies when a client does not like its certificate, and prints why.
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {});
        tls = Tls.selfSigned("localhost");
        server = secured(tls.sslContext());
        server.start();
        startTls = TlsProxy.startTls(server.getSmtp().getPort(), tls.sslContext());
    }

    /** GreenMail takes a certificate of ours from system properties only, which other tests would see. */
    private static GreenMail secured(SSLContext context) {
        return new GreenMail(new ServerSetup[] {PLAIN, SECURE}) {
            @Override
            protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
                Map<String, AbstractServer> services = new HashMap<>(super.createServices(setups, managers));
                services.put(SECURE.getProtocol(), new SmtpServer(SECURE, managers) {
                    @Override
                    protected ServerSocket openServerSocket() throws IOException {
                        return context.getServerSocketFactory().createServerSocket(0, 50, bindTo);
                    }
                });
                return services;
            }
        };
    }

    @AfterAll
    static void stop() throws Exception {
        startTls.close();
        server.stop();
        Thread.setDefaultUncaughtExceptionHandler(BEFORE);
    }

    private static ScriptRun run(String scheme, String host, String options) {
        int port = scheme.equals("smtps") ? server.getSmtps().getPort() : startTls.port();
        return ScriptRun.of("""
                        import smtp from 'mockarty/smtp';
                        const mail = smtp.connect(__ENV.URL, OPTIONS);
                        export default function () {
                            try {
                                const sent = mail.send({ from: 'a@example.com', to: 'b@example.com', text: 'x' });
                                console.log(sent.response.slice(0, 3));
                            } catch (e) {
                                console.log(e.message);
                            }
                        }
                        """.replace("OPTIONS", options))
                .env("URL", scheme + "://" + host + ":" + port)
                .env("CA", tls.caPem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtps", "smtp"})
    void a_certificate_of_the_given_authority_is_trusted(String scheme) {
        try (ScriptRun run = run(scheme, "localhost", "{ tls: { ca: __ENV.CA } }")) {
            assertThat(run.printed()).containsExactly("250");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtps", "smtp"})
    void a_certificate_of_an_unknown_authority_is_refused(String scheme) {
        try (ScriptRun run = run(scheme, "localhost", "{ tls: true }")) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("smtp.send: mail server localhost:")
                    .endsWith("the certificate of the server is not trusted:"
                            + " unable to find valid certification path to requested target"
                            + " (expected: tls: { ca: open('ca.pem') } with the authority that issued it)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtps", "smtp"})
    void a_script_may_trust_any_certificate(String scheme) {
        try (ScriptRun run = run(scheme, "127.0.0.1", "{ tls: { insecureSkipTlsVerify: true } }")) {
            assertThat(run.printed()).containsExactly("250");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtps", "smtp"})
    void a_certificate_for_another_host_is_refused(String scheme) {
        try (ScriptRun run = run(scheme, "127.0.0.1", "{ tls: { ca: __ENV.CA } }")) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("smtp.send: mail server 127.0.0.1:")
                    .endsWith("the certificate of the server is for another host:"
                            + " No subject alternative names matching IP address 127.0.0.1 found");
        }
    }

    @Test
    void encryption_that_a_server_offers_needs_a_trusted_certificate_too() {
        try (ScriptRun run = run("smtp", "localhost", "{}")) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("smtp.send: mail server localhost:")
                    .endsWith("the certificate of the server is not trusted:"
                            + " unable to find valid certification path to requested target"
                            + " (expected: tls: { ca: open('ca.pem') } with the authority that issued it)");
        }
    }

    @Test
    void a_script_may_do_without_encryption() {
        try (ScriptRun run = run("smtp", "localhost", "{ tls: false }")) {
            assertThat(run.printed()).singleElement().asString().contains("530 Must issue a STARTTLS command first");
        }
    }

    @Test
    void an_encrypted_url_without_encryption_is_a_contradiction() {
        assertThatThrownBy(() -> run("smtps", "localhost", "{ tls: false }").load())
                .hasMessageContaining("tls: false (expected: true; or smtp:// instead of smtps://)");
    }

    @Test
    void authorities_that_cannot_be_read_are_told_when_the_script_is_loaded() {
        assertThatThrownBy(() -> run("smtps", "localhost", "{ tls: { ca: '-----BEGIN CERTIFICATE-----\\nx' } }")
                        .load())
                .hasMessageContaining("smtp.connect: tls.ca: ")
                .hasMessageContaining("(expected: certificates in PEM, as open('ca.pem') reads them)");
    }
}
