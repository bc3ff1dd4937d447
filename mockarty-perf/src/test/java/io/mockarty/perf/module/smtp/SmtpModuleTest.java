package io.mockarty.perf.module.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mockarty.perf.LoadTest;
import io.mockarty.perf.metric.Snapshot;
import io.mockarty.perf.module.CutOff;
import io.mockarty.perf.module.SilentServer;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpModuleTest {

    private static final Thread.UncaughtExceptionHandler BEFORE = Thread.getDefaultUncaughtExceptionHandler();

    private static GreenMail server;

    @BeforeAll
    static void start() {
        // A thread of the server dies when a client does not like its certificate, and prints why.
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {});
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
        Thread.setDefaultUncaughtExceptionHandler(BEFORE);
    }

    @BeforeEach
    void forgetAll() throws Exception {
        server.purgeEmailFromAllMailboxes();
        server.setUser("tester", "s3cret@/");
    }

    private static String url() {
        return "smtp://tester:s3cret@%2F@127.0.0.1:" + server.getSmtp().getPort();
    }

    private static ScriptRun run(String body) {
        return ScriptRun.of("""
                        import smtp from 'mockarty/smtp';
                        const mail = smtp.connect(__ENV.URL);
                        const show = (result) => console.log(JSON.stringify(result));
                        const attempt = (body) => { try { show(body()); } catch (e) { console.log(e.message); } };
                        export default function () {
                        """ + body + "}").env("URL", url());
    }

    @Test
    void sends_a_message_to_everyone() throws Exception {
        try (ScriptRun run = ScriptRun.of("""
                var smtp = require('mockarty/smtp');
                var mail = smtp.connect(__ENV.URL);
                module.exports.default = function () {
                    var sent = mail.send({
                        from: 'Jürgen <sender@example.com>',
                        to: ['a@example.com', '"Doe, J." <b@example.com>'],
                        cc: 'c@example.com',
                        bcc: 'd@example.com',
                        subject: 'Grüße',
                        text: 'Schöne Grüße\\n.\\nEnde',
                        headers: { 'X-Trace': 'abc', 'X-Number': 7 },
                    });
                    console.log(sent.recipients, sent.response.slice(0, 3), sent.messageId.endsWith('@example.com>'));
                };
                """).env("URL", url())) {
            assertThat(run.printed()).containsExactly("4 250 true");
            assertThat(run.printed()).hasSize(1);
            assertThat(run.sum("smtp_messages_sent")).isEqualTo(2);
            assertThat(run.values("smtp_send_duration")).hasSize(2).allMatch(value -> value > 0);
            assertThat(run.values("smtp_send_failed")).containsExactly(0.0, 0.0);
            assertThat(run.routes()).extracting(ScriptRun.Routed::route).containsExactly("SMTP send", "SMTP send");
        }
        assertThat(server.waitForIncomingEmail(10_000, 8)).isTrue();
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Grüße");
        assertThat(message.getFrom()[0].toString()).contains("sender@example.com");
        assertThat(message.getRecipients(RecipientType.TO)).hasSize(2);
        assertThat(message.getRecipients(RecipientType.CC)).hasSize(1);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X-Trace")).containsExactly("abc");
        assertThat(message.getHeader("X-Number")).containsExactly("7");
        assertThat(content(message)).isEqualTo("Schöne Grüße\r\n.\r\nEnde");
        assertThat(message.getSentDate()).isNotNull();
    }

    private static String content(Part part) throws Exception {
        try (var stream = part.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }

    @Test
    void html_text_pictures_and_attachments_are_parts() throws Exception {
        try (ScriptRun run = run("""
                mail.send({
                    from: 'a@example.com', to: 'b@example.com', subject: 'parts', text: 'plain', html: '<img src="cid:logo">',
                    attachments: [
                        { filename: 'logo.png', content: new Uint8Array([1, 2, 255]), contentType: 'image/png', cid: 'logo' },
                        { filename: 'Übersicht.txt', content: 'größer' },
                        { filename: 'data.bin', content: 'AQID', encoding: 'base64' },
                    ],
                });
                mail.send({ from: 'a@example.com', to: 'b@example.com', html: '<p>only</p>' });
                """)) {
            run.printed();
        }
        assertThat(server.waitForIncomingEmail(10_000, 2)).isTrue();
        MimeMessage message = Arrays.stream(server.getReceivedMessages())
                .filter(each -> hasSubject(each, "parts"))
                .findFirst()
                .orElseThrow();
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/mixed");
        MimeMultipart related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        MimeMultipart both = (MimeMultipart) related.getBodyPart(0).getContent();
        assertThat(content(both.getBodyPart(0))).isEqualTo("plain");
        assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<logo>");
        assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).containsExactly(1, 2, 255);
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("Übersicht.txt");
        assertThat(content(mixed.getBodyPart(1))).isEqualTo("größer");
        assertThat(mixed.getBodyPart(2).getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }

    private static boolean hasSubject(MimeMessage message, String subject) {
        try {
            return subject.equals(message.getSubject());
        } catch (jakarta.mail.MessagingException e) {
            return false;
        }
    }

    @Test
    void connections_are_encrypted_and_certificates_looked_at() throws Exception {
        String secure = "smtps://127.0.0.1:" + server.getSmtps().getPort();
        try (ScriptRun run = ScriptRun.of("""
                import { connect } from 'mockarty/smtp';
                const trusting = connect(__ENV.URL, { tls: { insecureSkipTlsVerify: true } });
                const strict = connect(__ENV.URL);
                const named = connect(__ENV.URL, { tls: { ca: __ENV.CA } });
                const message = { from: 'a@example.com', to: 'b@example.com', text: 'x' };
                export default function () {
                    console.log(trusting.send(message).response);
                    for (const each of [strict, named]) {
                        try { each.send(message); } catch (e) { console.log(e.message); }
                        each.close();
                    }
                }
                """).env("URL", secure).env("CA", certificate())) {
            assertThat(run.printed()).hasSize(3).satisfies(lines -> {
                assertThat(lines.get(0)).startsWith("250");
                assertThat(lines.get(1))
                        .startsWith("smtp.send: mail server 127.0.0.1:")
                        .contains("certification path");
                assertThat(lines.get(2)).contains("No subject alternative names");
            });
        }
    }

    /** The certificate of the server in PEM, which is for another host. */
    private static String certificate() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var stream = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            store.load(stream, "changeit".toCharArray());
        }
        String alias = store.aliases().nextElement();
        byte[] encoded = store.getCertificate(alias).getEncoded();
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void a_server_without_encryption_is_refused_when_it_is_required() {
        try (ScriptRun run = ScriptRun.of("""
                import { connect } from 'mockarty/smtp';
                const mail = connect(__ENV.URL, { tls: true });
                export default () => mail.send({ from: 'a@example.com', to: 'b@example.com', text: 'x' });
                """).env("URL", url())) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.errors().keySet()).singleElement().asString().contains("STARTTLS is required");
        }
    }

    @Test
    void an_unreachable_server_is_an_error_of_each_call() throws Exception {
        int port = SilentServer.closedPort();
        try (ScriptRun run = run("""
                const message = { from: 'a@example.com', to: 'b@example.com', text: 'x' };
                attempt(() => mail.send(message));
                mail.send(message);
                """).env("URL", "smtp://u:s3cret@127.0.0.1:" + port)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.lines().get(0))
                    .startsWith("smtp.send: mail server 127.0.0.1:" + port + ": ")
                    .contains("Connection refused")
                    .doesNotContain("s3cret");
            assertThat(run.values("smtp_send_failed")).containsExactly(1.0, 1.0);
            assertThat(run.sum("smtp_messages_sent")).isZero();
        }
    }

    @Test
    void a_wrong_password_is_told_without_showing_it() {
        String wrong = "smtp://tester:wr0ng@127.0.0.1:" + server.getSmtp().getPort();
        try (ScriptRun run = run("attempt(() => mail.send({ from: 'a@example.com', to: 'b@example.com' }));")
                .env("URL", wrong)) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("smtp.send: mail server ")
                    .contains("535")
                    .doesNotContain("wr0ng");
            assertThat(run.values("smtp_send_failed")).containsExactly(1.0);
        }
    }

    @Test
    void a_user_who_waits_for_the_server_is_cut_off() throws Exception {
        for (String scheme : List.of("smtp", "smtps")) {
            try (SilentServer silent = new SilentServer();
                    ScriptRun run =
                            run("console.log('asks'); mail.send({ from: 'a@example.com', to: 'b@example.com', text: 'x' });")
                                    .env("URL", scheme + "://127.0.0.1:" + silent.port())) {
                CutOff.when(silent::isTalkedTo, run);
            }
        }
    }

    @Test
    void wrong_messages_are_told_whole() {
        try (ScriptRun run = run("""
                attempt(() => mail.send({ to: [], subject: 'a\\r\\nBcc: x@example.com' }));
                attempt(() => mail.send({ from: 'a@example.com', to: 'not an address', txt: 'x' }));
                attempt(() => mail.send({ from: 'a@example.com', to: 'b@example.com', attachments: [{ content: 5 }] }));
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "smtp.send: from: missing (expected: one address, such as 'Jane Doe <jane@example.com>');"
                                    + " to: an array (expected: an address, or an array of addresses, here or in cc or"
                                    + " bcc); header Subject: \"a\r\nBcc: x@example.com\" (expected: a name without"
                                    + " spaces and colons, a value of one line)",
                            "smtp.send: to: \"not an address\" (expected: an address, such as 'Jane Doe"
                                    + " <jane@example.com>'); to: \"not an address\" (expected: an address, or an array"
                                    + " of addresses, here or in cc or bcc); txt: unknown option (expected: from, to, cc,"
                                    + " bcc, subject, headers, text, html, attachments)",
                            "smtp.send: attachments[0]: filename: missing (expected: a name such as report.pdf);"
                                    + " content: 5 (expected: a string or an ArrayBuffer)");
        }
        assertThatThrownBy(() -> run("").env("URL", "http://u:s3cret@host").load())
                .hasMessageContaining("smtp.connect: a URL with scheme \"http\"")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> ScriptRun.of("""
                        import { connect } from 'mockarty/smtp';
                        connect('smtp://host', { starttls: 'maybe', tls: { ca: 'none' } });
                        export default () => 1;
                        """).load())
                .hasMessageContaining("starttls: \"maybe\" (expected: auto, required or never)")
                .hasMessageContaining("tls.ca: \"none\" (expected: certificates in PEM, as open('ca.pem') reads them)");
    }

    @Test
    void each_user_has_a_connection() throws Exception {
        Snapshot numbers = LoadTest.inline("""
                import smtp from 'mockarty/smtp';
                const mail = smtp.connect(__ENV.URL);
                export default function () { mail.send({ from: 'a@example.com', to: 'b@example.com', text: 'x' }); }
                """)
                .env("URL", url())
                .vus(10)
                .iterations(100)
                .run()
                .snapshot();
        assertThat(numbers.find("smtp_messages_sent").orElseThrow().summary().count())
                .isEqualTo(100);
        assertThat(numbers.find("smtp_send_failed").orElseThrow().value("rate")).isZero();
        assertThat(server.getReceivedMessages()).hasSize(100);
    }
}
