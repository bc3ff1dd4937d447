package io.mockarty.perf.module.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.module.TestCertificate;
import io.mockarty.perf.script.ScriptRun;
import io.mockarty.resolver.tls.Tls;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SqlTlsTest {

    @TempDir
    static Path directory;

    private static TestCertificate certificate;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        certificate = TestCertificate.in(directory);
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.chain().toString())
                .setServerConfig("ssl_key_file", certificate.key().toString())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    private static ScriptRun run(String host, String options) {
        return ScriptRun.of("""
                        import sql from 'mockarty/sql';
                        const db = sql.open('postgres', __ENV.URL, OPTIONS);
                        export default function () {
                            try {
                                const [{ ssl }] = db.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
                                console.log(ssl ? 'encrypted' : 'plain');
                            } catch (e) {
                                console.log(e.message);
                            }
                        }
                        """.replace("OPTIONS", options))
                .env("URL", "postgres://postgres:s3cret@" + host + ":" + postgres.getPort() + "/postgres")
                .env("CA", certificate.ca());
    }

    @Test
    void a_certificate_of_the_given_authority_is_trusted() {
        try (ScriptRun run = run("localhost", "{ tls: { ca: __ENV.CA } }")) {
            assertThat(run.printed()).containsExactly("encrypted");
        }
    }

    @Test
    void the_authority_may_be_one_of_several() {
        try (ScriptRun run = run("localhost", "{ tls: { ca: __ENV.OTHER + __ENV.CA } }")
                .env("OTHER", Tls.selfSigned().caPem())) {
            assertThat(run.printed()).containsExactly("encrypted");
        }
    }

    @Test
    void a_script_may_do_without_encryption() {
        try (ScriptRun run = run("localhost", "{ tls: false }")) {
            assertThat(run.printed()).containsExactly("plain");
        }
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_refused() {
        try (ScriptRun run = run("localhost", "{ tls: true, timeout: '300ms' }")) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("sql.query: no connection to localhost:")
                    .endsWith("the certificate of the server is not trusted:"
                            + " unable to find valid certification path to requested target"
                            + " (expected: tls: { ca: open('ca.pem') } with the authority that issued it)");
        }
    }

    @Test
    void a_script_may_trust_any_certificate() {
        try (ScriptRun run = run("127.0.0.1", "{ tls: { insecureSkipTlsVerify: true } }")) {
            assertThat(run.printed()).containsExactly("encrypted");
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused() {
        try (ScriptRun run = run("127.0.0.1", "{ tls: { ca: __ENV.CA }, timeout: '300ms' }")) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("sql.query: no connection to 127.0.0.1:")
                    .endsWith("the certificate of the server is for another host:"
                            + " No subject alternative names matching IP address 127.0.0.1 found");
        }
    }
}
