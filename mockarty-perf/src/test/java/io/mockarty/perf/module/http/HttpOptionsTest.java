package io.mockarty.perf.module.http;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.perf.module.TestKeys;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import io.mockarty.request.Headers;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.tls.ClientAuth;
import io.mockarty.resolver.tls.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpOptionsTest {

    private final Tls tls = Tls.selfSigned();
    private final MockartyServer server = MockartyServer.builder().https(0, tls).start();

    @BeforeEach
    void stub() {
        server.stub(get("/hello")
                .respond(ok().header("Set-Cookie", "seen=yes; Path=/").text("hello")));
        server.stub(post("/missing").respond(status(404)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ScriptRun script(String body) {
        return ScriptRun.of("import http from 'k6/http'; const base = __ENV.URL;\nexport default function () {\n" + body
                        + "\n}")
                .env("URL", server.baseUrl())
                .env("HTTPS", server.httpsUrl())
                .env("PORT", server.port());
    }

    private Headers received() {
        var all = server.journal().all();
        return all.get(all.size() - 1).request().headers();
    }

    @Test
    void servers_that_want_to_know_who_the_client_is_are_shown_its_certificate(@TempDir Path directory)
            throws IOException {
        Path trusted = Files.writeString(directory.resolve("clients.pem"), TestKeys.ALICE);
        Tls strict = tls.withClientAuth(ClientAuth.NEED, trusted);
        try (MockartyServer careful = MockartyServer.builder().https(0, strict).start()) {
            careful.stub(get("/hello").respond(ok().text("hello")));
            String body = "const r = http.get(__ENV.CAREFUL + '/hello'); console.log(r.status, r.error_code > 0);";
            try (ScriptRun run = script(body)
                    .env("CAREFUL", careful.httpsUrl())
                    .option("insecureSkipTLSVerify", true)
                    .option("tlsAuth", List.of(Map.of("cert", TestKeys.ALICE, "key", TestKeys.SEC_1)))) {
                assertThat(run.printed()).containsExactly("200 false");
            }
            try (ScriptRun run =
                    script(body).env("CAREFUL", careful.httpsUrl()).option("insecureSkipTLSVerify", true)) {
                assertThat(run.printed()).last().isEqualTo("0 true");
            }
        }
    }

    @Test
    void encryption_may_go_unverified_and_is_reported() {
        String body = "const r = http.get(__ENV.HTTPS + '/hello');"
                + " console.log(r.status, r.error_code, r.proto, r.tls_version, r.tls_cipher_suite.startsWith('TLS_'), r.status_text);";
        try (ScriptRun run = script(body)) {
            assertThat(run.printed().stream().filter(line -> !line.startsWith("warn")))
                    .containsExactly("0 1310   false ");
        }
        try (ScriptRun run = script(body).option("insecureSkipTLSVerify", true)) {
            assertThat(run.printed()).containsExactly("200 0 HTTP/2.0 tls1.3 true 200 OK");
            assertThat(run.samples().get(0).tags().asMap())
                    .containsEntry("proto", "HTTP/2.0")
                    .containsEntry("tls_version", "tls1.3");
        }
        try (ScriptRun run = script(body)
                .option("insecureSkipTLSVerify", true)
                .option("tlsVersion", Map.of("min", "tls1.2", "max", "tls1.2"))) {
            assertThat(run.printed()).containsExactly("200 0 HTTP/2.0 tls1.2 true 200 OK");
        }
    }

    @Test
    void hosts_lead_elsewhere_and_agents_have_names() {
        String path = server.baseUrl().getPath();
        try (ScriptRun run = script("console.log(http.get('http://shop.test" + path + "/hello').status);")
                .option("hosts", Map.of("shop.test", "127.0.0.1:" + server.port()))
                .option("userAgent", "me/1")) {
            assertThat(run.printed()).containsExactly("200");
            assertThat(received().first("Host")).isEqualTo("shop.test");
            assertThat(received().first("User-Agent")).isEqualTo("me/1");
        }
        try (ScriptRun run = script(
                        "console.log(http.get('http://a.evil.test/').error_code, http.get('http://10.1.1.1/').error_code);")
                .option("blockHostnames", List.of("*.evil.test"))
                .option("blacklistIPs", List.of("10.0.0.0/8"))) {
            assertThat(run.printed()).contains("1111 1110");
        }
    }

    @Test
    void cookies_last_for_an_iteration_unless_they_are_to_stay() {
        String body = "http.get(base + '/hello'); console.log(JSON.stringify(http.cookieJar().cookiesForURL(base)));";
        String before = "console.log(JSON.stringify(http.cookieJar().cookiesForURL(base)));" + body;
        try (ScriptRun run = script(before)) {
            assertThat(run.printed()).containsExactly("{}", "{\"seen\":[\"yes\"]}");
            assertThat(run.printed()).containsExactly("{}", "{\"seen\":[\"yes\"]}");
        }
        try (ScriptRun run = script(before).option("noCookiesReset", true)) {
            run.printed();
            assertThat(run.printed()).containsExactly("{\"seen\":[\"yes\"]}", "{\"seen\":[\"yes\"]}");
            assertThat(received().first("Cookie")).isEqualTo("seen=yes");
        }
    }

    @Test
    void bodies_may_be_discarded_but_for_those_that_are_wanted() {
        try (ScriptRun run = script("""
                console.log(http.get(base + '/hello').body, http.get(base + '/hello', { responseType: 'text' }).body,
                    http.get(base + '/hello', { responseType: 'binary' }).body.byteLength);
                """).option("discardResponseBodies", true)) {
            assertThat(run.printed()).containsExactly("null hello 5");
        }
    }

    @Test
    void failures_throw_when_the_options_say_so() {
        try (ScriptRun run = script(
                        "try { http.get('http://127.0.0.1:1/'); } catch (e) { console.log(e.message); } http.get('http://no.such.invalid/');")
                .option("throw", true)) {
            assertThat(run.iterate()).isEqualTo(Outcome.FAILED);
            assertThat(run.lines().get(0)).startsWith("GET http://127.0.0.1:1/: dial 127.0.0.1:1:");
        }
    }

    @Test
    void statuses_are_judged_by_the_callback_of_the_script_or_of_the_request() {
        try (ScriptRun run = ScriptRun.of("""
                        import http from 'k6/http';
                        http.setResponseCallback(http.expectedStatuses(404, { min: 200, max: 299 }));
                        export default function () {
                            const url = __ENV.URL + '/missing';
                            http.post(url);
                            http.post(url, null, { responseCallback: http.expectedStatuses(200) });
                            http.post(url, null, { responseCallback: null });
                        }
                        """).env("URL", server.baseUrl())) {
            run.iterate();
            assertThat(run.values("http_req_failed")).containsExactly(0.0, 1.0);
            assertThat(run.samples().stream()
                            .filter(sample -> sample.metric().name().equals("http_reqs"))
                            .map(sample -> String.valueOf(sample.tags().asMap().get("expected_response"))))
                    .containsExactly("true", "false", "null");
        }
    }

    @Test
    void responses_look_like_plain_objects() {
        try (ScriptRun run = script("""
                const r = http.get(base + '/hello');
                console.log(typeof r, r.nothing === undefined, 'status' in r, r.json !== undefined, Object.keys(r).includes('timings'));
                const { status, body } = r;
                console.log(status, body, { ...r }.status, JSON.parse(JSON.stringify(r)).status, r.headers['Content-Type'].startsWith('text/plain'));
                r.mine = 5;
                console.log(r.mine, r.request.headers['User-Agent'][0].startsWith('mockarty/'), r.timings.waiting >= 0, String(http.get(new URL(base + '/hello')).status));
                """)) {
            assertThat(run.printed())
                    .containsExactly("object true true true true", "200 hello 200 200 true", "5 true true 200");
        }
    }
}
