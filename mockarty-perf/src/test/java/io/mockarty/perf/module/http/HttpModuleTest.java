package io.mockarty.perf.module.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mockarty.perf.schedule.VirtualUser.Outcome;
import io.mockarty.perf.script.ScriptRun;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpModuleTest {

    private static HttpServer server;
    private static ExecutorService threads;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/echo", HttpModuleTest::echo);
        server.createContext("/status", exchange -> {
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring("/status/".length()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.createContext("/redirect", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo/after");
            exchange.getResponseHeaders().add("Set-Cookie", "hop=1; Path=/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/gzip", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write("{\"zipped\": [1, {\"name\": \"b\", \"n\": 2}]}".getBytes(StandardCharsets.UTF_8));
            }
        });
        server.createContext("/slow", exchange -> {
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    private static void echo(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        StringBuilder text = new StringBuilder(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestURI())
                .append('\n');
        for (String name : new String[] {"Content-type", "Authorization", "Cookie", "X-custom", "Content-encoding"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                text.append(name).append('=').append(value).append('\n');
            }
        }
        text.append(new String(body, StandardCharsets.UTF_8));
        byte[] answer = text.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("x-two", "a");
        exchange.getResponseHeaders().add("x-two", "b");
        exchange.getResponseHeaders().add("Set-Cookie", "session=s1; Path=/; HttpOnly");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : answer.length);
        if (!head) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static ScriptRun script(String body) {
        return ScriptRun.of("import http, { url, file } from 'k6/http'; const base = __ENV.URL;\n"
                        + "export default function () {\n" + body + "\n}")
                .env("URL", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void a_get_is_answered_and_counted() {
        try (ScriptRun run = script("""
                const r = http.get(base + '/echo/users/42?q=1', { headers: { 'X-Custom': 'me' }, tags: { kind: 'k' } });
                console.log(r.status, r.status_text, r.proto, r.body, r.headers['X-Two'], r.cookies.session[0].value, r.error_code);
                console.log(r.timings.duration > 0, r.request.method, r.remote_ip, JSON.stringify(Object.keys(r)).length > 20);
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "200 200 OK HTTP/1.1 GET /echo/users/42?q=1\nX-custom=me\n a, b s1 0",
                            "true GET 127.0.0.1 true");
            assertThat(run.sum("http_reqs")).isEqualTo(1);
            assertThat(run.values("http_req_failed")).containsExactly(0.0);
            assertThat(run.values("http_req_response_time").get(0))
                    .isGreaterThanOrEqualTo(run.values("http_req_duration").get(0));
            assertThat(run.sum("data_received")).isGreaterThan(100);
            assertThat(run.routes().get(0).route()).isEqualTo("GET /echo/users/{id}");
            assertThat(run.samples().get(run.samples().size() - 3).tags().asMap())
                    .containsEntry("kind", "k")
                    .containsEntry("status", "200")
                    .containsEntry("method", "GET")
                    .containsEntry("expected_response", "true");
        }
    }

    @Test
    void bodies_are_strings_forms_files_and_buffers() {
        try (ScriptRun run = script("""
                console.log(http.post(base + '/echo', JSON.stringify({ a: 1 }), { headers: { 'Content-Type': 'application/json' } }).body);
                console.log(http.put(base + '/echo', { 'a b': 'c&d', e: ['1', '2'] }).body);
                console.log(http.post(base + '/echo', { f: file('content', 'a.txt', 'text/plain'), g: 'v' }).body);
                console.log(http.request('PURGE', base + '/echo', new Uint8Array([104, 105]).buffer).body);
                console.log(http.del(base + '/echo', null, { auth: 'basic' }).status, http.head(base + '/echo').body, http.options(base + '/echo').status);
                console.log(http.post(base + '/echo', 'text', { compression: 'gzip' }).body.includes('Content-encoding=gzip'));
                """)) {
            var lines = run.printed();
            assertThat(lines.get(0)).isEqualTo("POST /echo\nContent-type=application/json\n{\"a\":1}");
            assertThat(lines.get(1))
                    .contains("Content-type=application/x-www-form-urlencoded")
                    .endsWith("a+b=c%26d&e=1&e=2");
            assertThat(lines.get(2))
                    .contains("filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\ncontent\r\n")
                    .contains("name=\"g\"\r\n\r\nv\r\n");
            assertThat(lines.get(3)).startsWith("PURGE /echo").endsWith("hi");
            assertThat(lines.get(4)).isEqualTo("200  200");
            assertThat(lines.get(5)).isEqualTo("true");
        }
    }

    @Test
    void redirects_are_followed_and_cookies_kept_for_an_iteration() {
        try (ScriptRun run = script("""
                const r = http.post(base + '/redirect', 'x', { tags: { name: 'login' } });
                console.log(r.url.endsWith('/echo/after'), r.body.split('\\n').slice(0, 2).join('|'));
                console.log(http.post(base + '/redirect', 'x', { redirects: 0 }).status);
                const jar = http.cookieJar();
                jar.set(base, 'mine', 'm');
                const kept = jar.cookiesForURL(base + '/x');
                console.log(kept.hop, kept.session, kept.mine);
                console.log(http.get(base + '/echo', { cookies: { own: 'o' }, jar: new http.CookieJar() }).body.split('\\n')[1]);
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "true GET /echo/after|Cookie=hop=1", "302", "[\"1\"] [\"s1\"] [\"m\"]", "Cookie=own=o");
            assertThat(run.printed().get(0)).isEqualTo("true GET /echo/after|Cookie=hop=1");
            assertThat(run.routes().get(0).route()).isEqualTo("POST login");
        }
    }

    @Test
    void json_is_selected_from_compressed_bodies() {
        try (ScriptRun run = script("""
                const r = http.get(base + '/gzip');
                console.log(r.json().zipped[1].name, r.json('zipped.0'), r.json('zipped.#'), r.json('zipped.1.n'), r.json('nope'),
                    r.json('zipped.#(name=="b").n'));
                try { http.get(base + '/echo').json(); } catch (e) { console.log(e.constructor.name !== undefined); }
                """)) {
            assertThat(run.printed()).containsExactly("b 1 2 2 undefined 2", "true");
        }
    }

    @Test
    void failures_have_the_codes_of_k6_and_do_not_throw() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (ScriptRun run = script("const closed = 'http://127.0.0.1:" + closed + "/';" + """
                for (const target of [closed, 'http://no.such.host.invalid/', base + '/status/404', base + '/status/503']) {
                    const r = http.get(target);
                    console.log(r.status, r.error_code, r.error !== '');
                }
                const r = http.get(base + '/slow', { timeout: '150ms' });
                console.log(r.status, r.error_code, r.error);
                console.log(http.get(base + '/status/404', { responseCallback: http.expectedStatuses(404) }).status);
                """)) {
            assertThat(run.printed())
                    .contains(
                            "0 1212 true",
                            "0 1101 true",
                            "404 1404 false",
                            "503 1503 false",
                            "0 1050 request timeout: 127.0.0.1:"
                                    + server.getAddress().getPort(),
                            "404");
            assertThat(run.values("http_req_failed")).containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 0.0);
        }
    }

    @Test
    void batches_go_in_parallel_and_keep_their_names() {
        try (ScriptRun run = script("""
                const [a, b] = http.batch([base + '/echo/1', ['POST', base + '/echo/2', 'body']]);
                const named = http.batch({ one: { method: 'GET', url: base + '/status/204' }, two: base + '/status/500' });
                console.log(a.status, b.body.split('\\n')[0], named.one.status, named.two.status);
                """)) {
            assertThat(run.printed()).containsExactly("200 POST /echo/2 204 500");
            assertThat(run.sum("http_reqs")).isEqualTo(4);
        }
    }

    @Test
    void asynchronous_requests_are_promises() {
        try (ScriptRun run = ScriptRun.of("""
                        import http from 'k6/http';
                        export default async function () {
                            const both = await Promise.all([http.asyncRequest('GET', __ENV.URL + '/echo'), http.asyncRequest('GET', __ENV.URL + '/status/204')]);
                            console.log(both.map((r) => r.status).join());
                        }
                        """)
                .env("URL", "http://127.0.0.1:" + server.getAddress().getPort())) {
            assertThat(run.printed()).containsExactly("200,204");
        }
    }

    @Test
    void template_urls_are_counted_without_their_values() {
        try (ScriptRun run = script("const id = 7; console.log(http.get(http.url`${base}/echo/${id}`).status);")) {
            assertThat(run.printed()).containsExactly("200");
            assertThat(run.samples().get(0).tags().get("name")).isEqualTo("${}/echo/${}");
        }
    }

    @Test
    void bad_arguments_are_told_with_what_was_expected() {
        try (ScriptRun run = script("""
                for (const call of [() => http.get('/relative'), () => http.get('ftp://x/'), () => http.get(), () => http.get(base, { timeout: 'x' }),
                        () => http.get(base, { timeout: -1 }), () => http.get(base, { timeout: true }),
                        () => http.get(base, { auth: 'ntlm' }), () => http.get(base, { headers: { a: 'b\\r\\nc: d' } })]) {
                    try { call(); } catch (e) { console.log(e.message); }
                }
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "url: \"/relative\" (expected: an absolute URL that begins with http:// or https://)",
                            "url: \"ftp://x/\" (expected: an absolute URL that begins with http:// or https://)",
                            "url: null (expected: a string such as https://host/path)",
                            "timeout: x (expected: milliseconds, or a duration such as \"10s\")",
                            "timeout: -1 (expected: milliseconds, or a duration such as \"10s\")",
                            "timeout: true (expected: milliseconds, or a duration such as \"10s\")",
                            "auth: \"ntlm\" (expected: basic or digest; NTLM is not spoken here)",
                            "headers.a: a value with a line break (expected: one line)");
        }
    }

    @Test
    void broken_servers_are_failures_and_closed_connections_are_opened_again() throws Exception {
        try (ServerSocket broken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String[] answers = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\n",
                "HTTP/1.0 200 OK\r\n\r\nuntil the end"
            };
            threads.execute(() -> {
                for (String answer : answers) {
                    try (Socket socket = broken.accept()) {
                        socket.getInputStream().read(new byte[8192]);
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            try (ScriptRun run = script("for (let i = 0; i < 5; i++) { const r = http.get('http://127.0.0.1:"
                    + broken.getLocalPort() + "/'); console.log(r.status, r.error_code, r.body); }")) {
                assertThat(run.printed().stream().filter(line -> !line.startsWith("warn")))
                        .containsExactly(
                                "200 0 ok", "0 1220 null", "0 1000 null", "200 0 abcde", "200 0 until the end");
            }
        }
    }

    @Test
    void a_request_that_hangs_is_cut_off() throws InterruptedException {
        try (ScriptRun run = script("console.log('begins'); http.get(base + '/slow'); console.log('went on');")) {
            run.load();
            Outcome[] outcome = new Outcome[1];
            Thread thread = new Thread(() -> outcome[0] = run.iterate());
            thread.start();
            while (run.lines().isEmpty()) {
                Thread.onSpinWait();
            }
            run.cancel();
            thread.join(10_000);
            assertThat(outcome[0]).isEqualTo(Outcome.INTERRUPTED);
        }
    }
}
