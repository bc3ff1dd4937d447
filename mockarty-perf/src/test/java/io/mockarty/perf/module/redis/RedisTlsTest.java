package io.mockarty.perf.module.redis;

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
class RedisTlsTest {

    @TempDir
    static Path directory;

    private static TestCertificate certificate;
    private static TestRedis redis;

    @BeforeAll
    static void start() throws Exception {
        certificate = TestCertificate.in(directory);
        redis = TestRedis.start(directory, certificate);
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    private static ScriptRun run(String url, String options) {
        return ScriptRun.of("""
                        import redis from 'mockarty/redis';
                        const client = redis.open(__ENV.URL, OPTIONS);
                        export default function () {
                            const { value, error } = client.set('key', 'secret');
                            console.log(error ?? value);
                        }
                        """.replace("OPTIONS", options)).env("URL", url).env("CA", certificate.ca());
    }

    @Test
    void a_certificate_of_the_given_authority_is_trusted() {
        try (ScriptRun run = run(redis.secureUrl("localhost"), "{ tls: { ca: __ENV.CA } }")) {
            assertThat(run.printed()).containsExactly("OK");
        }
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_refused() {
        try (ScriptRun run = run(redis.secureUrl("localhost"), "{}")) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("redis SET: no connection to localhost:")
                    .endsWith("the certificate of the server is not trusted:"
                            + " unable to find valid certification path to requested target"
                            + " (expected: tls: { ca: open('ca.pem') } with the authority that issued it)");
        }
    }

    @Test
    void a_script_may_trust_any_certificate() {
        try (ScriptRun run = run(redis.secureUrl("127.0.0.1"), "{ tls: { insecureSkipTlsVerify: true } }")) {
            assertThat(run.printed()).containsExactly("OK");
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused() {
        try (ScriptRun run = run(redis.secureUrl("127.0.0.1"), "{ tls: { ca: __ENV.CA } }")) {
            assertThat(run.printed())
                    .singleElement()
                    .asString()
                    .startsWith("redis SET: no connection to 127.0.0.1:")
                    .endsWith("the certificate of the server is for another host:"
                            + " No subject alternative names matching IP address 127.0.0.1 found");
        }
    }
}
