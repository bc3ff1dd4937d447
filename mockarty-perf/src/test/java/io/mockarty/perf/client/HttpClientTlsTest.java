package io.mockarty.perf.client;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mockarty.request.Headers;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.tls.Tls;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpClientTlsTest {

    private final Tls tls = Tls.selfSigned("localhost", "h2.test");
    private final MockartyServer server = MockartyServer.builder().https(0, tls).start();
    private final Deadlines deadlines = new Deadlines();

    @AfterEach
    void stop() {
        server.close();
        deadlines.close();
    }

    private HttpClient client(SSLSocketFactory factory, List<String> versions) {
        Map<String, String> hosts = Map.of(
                "h2.test", "127.0.0.1:" + server.httpsUrl().getPort(),
                "other.test", "127.0.0.1:" + server.httpsUrl().getPort());
        return new HttpClient(
                new ClientSettings(
                        hosts, host -> false, address -> false, true, () -> factory, versions, List.of(), true),
                deadlines);
    }

    private HttpClient trusting() {
        return client(tls.clientContext().getSocketFactory(), List.of());
    }

    private HttpCall call(String method, String path, byte @Nullable [] body) {
        HttpHeaders headers = new HttpHeaders().add("X-Mine", "m");
        URI uri = URI.create("https://h2.test" + server.httpsUrl().getPath() + path);
        return new HttpCall(method, uri, headers, body, Duration.ofSeconds(20));
    }

    @Test
    void servers_that_prefer_http_2_get_it() throws Exception {
        server.stub(get("/hello").respond(ok().header("X-Two", "a").text("hi there")));
        server.stub(post("/echo").respond(ok().text("$.req.n")));
        try (HttpClient client = trusting()) {
            HttpAnswer first = client.send(call("GET", "/hello", null));
            assertThat(first.protocol()).isEqualTo("HTTP/2.0");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.reason()).isEqualTo("OK");
            assertThat(first.headers().first("X-Two")).isEqualTo("a");
            assertThat(new String(first.body(), StandardCharsets.UTF_8)).isEqualTo("hi there");
            assertThat(first.timings().tls()).isPositive();
            assertThat(first.timings().connecting()).isPositive();
            assertThat(first.timings().waiting()).isPositive();
            assertThat(first.peer().address()).isEqualTo("127.0.0.1");
            assertThat(first.peer().port()).isEqualTo(server.httpsUrl().getPort());
            assertThat(first.peer().tlsVersion()).isEqualTo("TLSv1.3");
            assertThat(first.received()).isGreaterThan(8);

            byte[] json = "{\"n\": 5}".getBytes(StandardCharsets.UTF_8);
            HttpAnswer second = client.send(call("POST", "/echo", json));
            assertThat(new String(second.body(), StandardCharsets.UTF_8)).isEqualTo("5");
            assertThat(second.timings().tls()).isZero();
            assertThat(second.sent()).isGreaterThanOrEqualTo(json.length);
            assertThat(client.send(call("DELETE", "/nowhere", null)).status()).isEqualTo(404);
        }
    }

    @Test
    void only_what_was_given_is_sent_over_http_2() throws Exception {
        server.stub(get("/hello").respond(ok().text("hi")));
        try (HttpClient client = trusting()) {
            client.send(call("GET", "/hello", null));
        }
        Headers headers = server.journal().all().get(0).request().headers();
        assertThat(headers.first("X-Mine")).isEqualTo("m");
        assertThat(headers.first("Accept-Encoding")).isNull();
        assertThat(headers.first("User-Agent")).isNull();
    }

    @Test
    void a_get_with_a_body_goes_over_http_1() throws Exception {
        server.stub(get("/hello").respond(ok().text("hi")));
        try (HttpClient client = trusting()) {
            HttpAnswer answer = client.send(call("GET", "/hello", new byte[] {'{', '}'}));
            assertThat(answer.protocol()).isEqualTo("HTTP/1.1");
            assertThat(answer.timings().tls()).isPositive();
            assertThat(answer.peer().tlsVersion()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void versions_of_tls_can_be_chosen() throws Exception {
        server.stub(get("/hello").respond(ok().text("hi")));
        SSLSocketFactory factory = tls.clientContext().getSocketFactory();
        try (HttpClient client = client(factory, List.of("TLSv1.2"))) {
            assertThat(client.send(call("GET", "/hello", null)).peer().tlsVersion())
                    .isEqualTo("TLSv1.2");
        }
    }

    @Test
    void certificates_of_strangers_and_of_others_are_refused() {
        try (HttpClient client = client((SSLSocketFactory) SSLSocketFactory.getDefault(), List.of())) {
            HttpFailure stranger =
                    catchThrowableOfType(HttpFailure.class, () -> client.send(call("GET", "/hello", null)));
            assertThat(stranger.code()).isEqualTo(1310);
        }
        try (HttpClient client = trusting()) {
            HttpCall toOther = new HttpCall(
                    "GET", URI.create("https://other.test/"), new HttpHeaders(), null, Duration.ofSeconds(20));
            HttpFailure wrongName = catchThrowableOfType(HttpFailure.class, () -> client.send(toOther));
            assertThat(wrongName.code()).isEqualTo(1311);
        }
    }

    @Test
    void what_is_no_tls_is_told() throws Exception {
        try (RawServer plain =
                        RawServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n").then(talk -> {});
                HttpClient client = trusting()) {
            HttpCall call = new HttpCall(
                    "GET",
                    URI.create("https://127.0.0.1:" + plain.port() + "/"),
                    new HttpHeaders(),
                    null,
                    Duration.ofMillis(500));
            HttpFailure failure = catchThrowableOfType(HttpFailure.class, () -> client.send(call));
            assertThat(failure.code()).isIn(1300, 1050);
        }
    }

    @Test
    void servers_without_http_2_keep_their_connections_of_http_1() throws Exception {
        try (SSLServerSocket listener = (SSLServerSocket) tls.sslContext()
                        .getServerSocketFactory()
                        .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
                HttpClient client = trusting()) {
            Thread serving = new Thread(() -> {
                try (SSLSocket socket = (SSLSocket) listener.accept()) {
                    for (int i = 0; i < 2; i++) {
                        socket.getInputStream().read(new byte[8192]);
                        socket.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                        .getBytes(StandardCharsets.US_ASCII));
                    }
                    socket.getInputStream().read();
                } catch (java.io.IOException e) {
                    Thread.currentThread().interrupt();
                }
            });
            serving.setDaemon(true);
            serving.start();
            HttpCall call = new HttpCall(
                    "GET",
                    URI.create("https://localhost:" + listener.getLocalPort() + "/"),
                    new HttpHeaders(),
                    null,
                    Duration.ofSeconds(20));
            assertThat(client.send(call).timings().tls()).isPositive();
            HttpAnswer second = client.send(call);
            assertThat(second.timings().tls()).isZero();
            assertThat(second.protocol()).isEqualTo("HTTP/1.1");
        }
    }
}
