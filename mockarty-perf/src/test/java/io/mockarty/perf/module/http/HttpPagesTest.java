package io.mockarty.perf.module.http;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mockarty.perf.script.ScriptRun;
import io.mockarty.resolver.MockartyServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpPagesTest {

    private final MockartyServer server = MockartyServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private ScriptRun script(String body) {
        return ScriptRun.of("import http from 'k6/http'; const base = __ENV.URL;\nexport default function () {\n" + body
                        + "\n}")
                .env("URL", server.baseUrl());
    }

    @Test
    void forms_are_filled_in_and_links_followed() {
        String path = server.baseUrl().getPath();
        server.stub(get("/login")
                .respond(ok().header("Content-Type", "text/html").text("""
                <h1>Log in</h1><form method="post" action="session?from=%s">
                <input name="user"><input type="hidden" name="token" value="t&1"><input type="submit" name="go" value="Go"></form>
                <form id="search" action="%s/search?old=1"><input name="q" value="a b"></form>
                <a href="help">Help</a><a class="next" href="%s/next">Next</a>""".formatted("here", path, path))));
        server.stub(post("/session").respond(ok().text("in")));
        server.stub(get("/search").respond(ok().text("found")));
        server.stub(get("/help").respond(ok().text("helped")));
        server.stub(get("/next").respond(ok().text("went on")));
        try (ScriptRun run = script("""
                const page = http.get(base + '/login');
                console.log(page.html('h1').text(), page.html().find('input').size());
                console.log(page.submitForm({ fields: { user: 'ann' } }).body, page.submitForm({ formSelector: '#search', params: { tags: { name: 's' } } }).body);
                console.log(page.clickLink().body, page.clickLink({ selector: '.next' }).body);
                try { page.clickLink({ selector: '.none' }); } catch (e) { console.log(e.message.split(' in ')[0]); }
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "Log in 4",
                            "in found",
                            "helped went on",
                            "clickLink: no link found for selector \".none\"");
            var requests = server.journal().all();
            assertThat(requests.get(1).request().body().text()).isEqualTo("user=ann&token=t%261&go=Go");
            assertThat(requests.get(1).request().query().get("from")).containsExactly("here");
            assertThat(requests.get(2).request().query().get("q")).containsExactly("a b");
            assertThat(requests.get(2).request().query()).doesNotContainKey("old");
        }
    }

    @Test
    void redirects_keep_or_change_the_method_and_end_at_the_limit() {
        server.stub(post("/moved").respond(status(307).header("Location", "target")));
        server.stub(post("/target").respond(ok().text("$.req.n")));
        server.stub(get("/loop").respond(status(301).header("Location", "loop")));
        server.stub(post("/see").respond(status(303).header("Location", "seen")));
        server.stub(get("/seen").respond(ok().text("seen")));
        try (ScriptRun run = script("""
                const json = { headers: { 'Content-Type': 'application/json' } };
                console.log(http.post(base + '/moved', '{"n": 4}', json).body, http.post(base + '/see', 'x').body);
                console.log(http.get(base + '/loop').status, http.get(base + '/loop', { redirects: 2 }).url.endsWith('/loop'));
                """)) {
            assertThat(run.printed()).containsExactly("4 seen", "301 true");
            assertThat(run.sum("http_reqs")).isEqualTo(2 + 2 + 11 + 3);
            assertThat(run.values("http_req_failed")).doesNotContain(1.0);
        }
    }

    @Test
    void digests_answer_the_challenge_of_the_server() throws Exception {
        HttpServer guarded = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        guarded.createContext("/", exchange -> {
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            boolean right = given != null && isRight(given);
            if (given == null) {
                exchange.getResponseHeaders()
                        .add("WWW-Authenticate", "Digest realm=\"us\", qop=\"auth\", nonce=\"n1\", opaque=\"o\"");
            }
            exchange.sendResponseHeaders(right ? 200 : given == null ? 401 : 403, -1);
            exchange.close();
        });
        guarded.start();
        String address = "127.0.0.1:" + guarded.getAddress().getPort();
        try (ScriptRun run = script("console.log(http.get('http://ann:s3cret@" + address
                + "/a?b=c', { auth: 'digest' }).status, http.get('http://ann:wrong@" + address
                + "/a', { auth: 'digest' }).status);")) {
            assertThat(run.printed()).containsExactly("200 403");
            assertThat(run.samples().get(0).tags().get("url")).isEqualTo("http://****:****@" + address + "/a?b=c");
        } finally {
            guarded.stop(0);
        }
    }

    /** The computation of RFC 7616, section 3.4.1. */
    private static boolean isRight(String given) {
        String first = md5("ann:us:s3cret");
        String second = md5("GET:" + field(given, "uri"));
        String expected = md5(first + ":n1:" + field(given, "nc") + ":" + field(given, "cnonce") + ":auth:" + second);
        return expected.equals(field(given, "response"))
                && field(given, "opaque").equals("o");
    }

    private static String field(String header, String name) {
        Matcher field = Pattern.compile("\\b" + name + "=\"?([^\",]*)").matcher(header);
        return field.find() ? field.group(1) : "";
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void deflated_answers_are_read_with_and_without_the_head_of_zlib() throws Exception {
        HttpServer deflating = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        deflating.createContext("/", exchange -> {
            Deflater deflater =
                    new Deflater(9, exchange.getRequestURI().getPath().equals("/bare"));
            deflater.setInput("deflated".getBytes(StandardCharsets.US_ASCII));
            deflater.finish();
            byte[] content = new byte[100];
            int length = deflater.deflate(content);
            deflater.end();
            exchange.getResponseHeaders().add("Content-Encoding", "deflate");
            exchange.getResponseHeaders()
                    .add("Set-Cookie", "c=v; Expires=Wed, 21 Oct 2065 07:28:00 GMT; Max-Age=60; Secure");
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(content, 0, length);
            exchange.close();
        });
        deflating.start();
        String url = "http://127.0.0.1:" + deflating.getAddress().getPort();
        try (ScriptRun run = script("console.log(http.get('" + url + "/bare').body, http.get('" + url
                + "/zlib').body); const c = http.get('" + url
                + "/').cookies.c[0]; console.log(c.value, c.expires, c.max_age, c.secure, c.http_only);")) {
            assertThat(run.printed()).containsExactly("deflated deflated", "v 3023335680000 60 true false");
        } finally {
            deflating.stop(0);
        }
    }
}
