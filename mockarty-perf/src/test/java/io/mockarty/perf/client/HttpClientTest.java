package io.mockarty.perf.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class HttpClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final Deadlines deadlines = new Deadlines();
    private final HttpClient client = new HttpClient(ClientSettings.plain(), deadlines);

    @AfterEach
    void close() {
        client.close();
        deadlines.close();
    }

    private static HttpCall call(String method, String url, byte @Nullable [] body, Duration timeout) {
        return new HttpCall(method, URI.create(url), new HttpHeaders(), body, timeout);
    }

    private static HttpCall get(String url) {
        return call("GET", url, null, Duration.ofSeconds(20));
    }

    private HttpFailure failure(HttpCall call) {
        return catchThrowableOfType(HttpFailure.class, () -> client.send(call));
    }

    private static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void sends_what_it_is_told_and_measures_each_phase() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 201 Made it\r\nx-a: 1\r\nX-A:  caf\u00c3\u00a9 \r\nContent-Length: 5\r\n\r\nhello")) {
            HttpHeaders headers = new HttpHeaders().add("X-Name", "caf\u00e9").add("Accept", "*/*");
            HttpAnswer answer = client.send(new HttpCall(
                    "POST",
                    URI.create(server.url() + "/a%20b?c=d"),
                    headers,
                    "body".getBytes(StandardCharsets.UTF_8),
                    Duration.ofSeconds(20)));

            String request = "POST /a%20b?c=d HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                    + "\r\nX-Name: caf\u00c3\u00a9\r\nAccept: */*\r\nContent-Length: 4\r\n\r\nbody";
            assertThat(server.requests()).containsExactly(request);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.reason()).isEqualTo("Made it");
            assertThat(answer.headers().all("X-a")).containsExactly("1", "caf\u00e9");
            assertThat(text(answer)).isEqualTo("hello");
            assertThat(answer.sent()).isEqualTo(request.length());
            assertThat(answer.received()).isEqualTo(70);
            assertThat(answer.peer().address()).isEqualTo("127.0.0.1");
            assertThat(answer.peer().port()).isEqualTo(server.port());
            HttpTimings timings = answer.timings();
            assertThat(timings.connecting()).isPositive();
            assertThat(timings.sending()).isPositive();
            assertThat(timings.waiting()).isPositive();
            assertThat(timings.tls()).isZero();
            assertThat(timings.duration()).isEqualTo(timings.sending() + timings.waiting() + timings.receiving());
        }
    }

    @Test
    void keeps_a_connection_and_reads_every_kind_of_body_from_it() throws Exception {
        try (RawServer server = new RawServer()) {
            server.then(talk -> {
                for (String answer : List.of(
                        OK,
                        "HTTP/1.1 204 No Content\r\n\r\n",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;a=b\r\nwiki\r\n5\r\npedia\r\n0\r\nX: trailer\r\n\r\n",
                        "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n",
                        "HTTP/1.1 200 OK\nContent-Length: 2\n\nlf")) {
                    talk.request();
                    talk.write(answer);
                }
                talk.awaitEnd();
            });

            assertThat(text(client.send(get(server.url())))).isEqualTo("ok");
            HttpAnswer second = client.send(get(server.url()));
            assertThat(second.status()).isEqualTo(204);
            assertThat(second.timings().connecting()).isZero();
            assertThat(text(client.send(get(server.url())))).isEqualTo("wikipedia");
            HttpAnswer hinted = client.send(get(server.url()));
            assertThat(hinted.status()).isEqualTo(404);
            assertThat(hinted.reason()).isEmpty();
            HttpAnswer head = client.send(call("HEAD", server.url(), null, Duration.ofSeconds(20)));
            assertThat(head.body()).isEmpty();
            assertThat(text(client.send(get(server.url())))).isEqualTo("lf");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void large_bodies_arrive_whole_in_both_directions() throws Exception {
        String large = "0123456789".repeat(500_000);
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: " + large.length() + "\r\n\r\n" + large)) {
            byte[] body = large.getBytes(StandardCharsets.US_ASCII);
            HttpAnswer answer = client.send(call("PUT", server.url(), body, Duration.ofSeconds(20)));
            assertThat(answer.body()).isEqualTo(body);
            assertThat(server.requests().get(0))
                    .endsWith(large.substring(0, 100))
                    .hasSizeGreaterThan(5_000_000);
        }
    }

    @Test
    void a_connection_that_the_server_closed_is_opened_again() throws Exception {
        try (RawServer server = RawServer.answering(OK, OK, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nend", OK)) {
            for (int i = 0; i < 4; i++) {
                assertThat(client.send(get(server.url())).status()).isEqualTo(200);
            }
            assertThat(server.connections()).isEqualTo(4);
        }
    }

    @Test
    void a_post_is_not_sent_over_a_connection_that_the_server_closed_while_it_was_idle() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = new RawServer();
                HttpClient careful = new HttpClient(ClientSettings.plain(), deadlines, 0)) {
            server.then(talk -> {
                talk.request();
                talk.write(OK);
                talk.socket().close();
                closed.countDown();
            });
            server.then(talk -> {
                talk.request();
                talk.write(OK);
                talk.request();
                talk.write(OK);
            });
            byte[] body = {1};
            careful.send(call("POST", server.url(), body, Duration.ofSeconds(20)));
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
            careful.send(call("POST", server.url(), body, Duration.ofSeconds(20)));
            careful.send(call("POST", server.url(), body, Duration.ofSeconds(20)));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nhalf | 1220 | after 4 of 9 bytes of the body",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n9\\r\\nhalf | 1220 | after 4 of 9 bytes",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nxyz\\r\\n | 1000 | chunk is \"xyz\"",
                "HTTP/1.1 200 OK\\r\\nX-Half: | 1220 | before the end of its answer",
                "SSH-2.0-OpenSSH_9.9\\r\\n | 1000 | \"SSH-2.0-OpenSSH_9.9\"",
                "HTTP/1.1 abc\\r\\n\\r\\n | 1000 | status of the answer is \"abc\"",
                "'' | 1220 | before its answer",
            })
    void broken_answers_are_failures_that_say_what_is_wrong(String answer, int code, String message) throws Exception {
        try (RawServer server = RawServer.answering(answer.replace("\\r", "\r").replace("\\n", "\n"))) {
            HttpFailure failure = failure(get(server.url()));
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure).hasMessageContaining(message);
        }
    }

    @Test
    void heads_without_end_are_refused() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nX: " + "x".repeat(1_100_000),
                "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(10_001) + "\r\n",
                "HTTP/1.1 200 OK\r\nX: " + "x".repeat(60_000) + "\r\nContent-Length: 1\r\n\r\n1")) {
            assertThat(failure(get(server.url()))).hasMessageContaining("longer than 1048576 bytes");
            assertThat(failure(get(server.url()))).hasMessageContaining("more than 10000 headers");
            assertThat(text(client.send(get(server.url())))).isEqualTo("1");
        }
    }

    @Test
    void a_slow_answer_is_a_timeout_however_it_drips() throws Exception {
        try (RawServer server = new RawServer()) {
            server.then(talk -> {
                talk.request();
                talk.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
                byte[] drop = new byte[1000];
                while (true) {
                    talk.socket().getOutputStream().write(drop);
                }
            });
            server.then(RawServer.Talk::awaitEnd);
            HttpFailure dripping = failure(call("GET", server.url(), null, Duration.ofMillis(20)));
            assertThat(dripping.code()).isEqualTo(1050);
            HttpFailure silent = failure(call("GET", server.url(), null, Duration.ofMillis(60)));
            assertThat(silent.code()).isEqualTo(1050);
            assertThat(silent.timings().duration()).isGreaterThan(50_000_000);
            assertThat(silent).hasMessage("request timeout: 127.0.0.1:" + server.port());
        }
    }

    @Test
    void closing_the_client_ends_a_request_that_waits() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer()) {
            server.then(talk -> {
                talk.request();
                asked.countDown();
                talk.awaitEnd();
            });
            CompletableFuture<HttpFailure> failing = CompletableFuture.supplyAsync(() -> failure(get(server.url())));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            client.close();
            assertThat(failing.get(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(client.isClosed()).isTrue();
            assertThatThrownBy(() -> client.send(get(server.url()))).isInstanceOf(HttpFailure.class);
        }
    }

    @Test
    void streams_hand_out_what_arrives_until_they_are_ended() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        try (RawServer server = new RawServer()) {
            server.then(talk -> {
                talk.request();
                talk.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
                awaiting(more);
                talk.write("3\r\n2nd\r\n");
                talk.awaitEnd();
            });
            HttpClient.StreamedAnswer answer = client.stream(get(server.url()));
            InputStream body = answer.body();
            assertThat(answer.head().status()).isEqualTo(200);
            assertThat(body.readNBytes(5)).asString().isEqualTo("first");
            more.countDown();
            assertThat(body.readNBytes(3)).asString().isEqualTo("2nd");
            CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> {
                try {
                    return body.read() < 0;
                } catch (IOException e) {
                    return true;
                }
            });
            answer.end().run();
            assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void awaiting(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nobody went on");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void hosts_that_are_not_there_have_codes_of_their_own() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        HttpFailure refused = failure(get("http://127.0.0.1:" + closed));
        assertThat(refused.code()).isEqualTo(1212);
        assertThat(refused).hasMessageContaining("dial 127.0.0.1:" + closed);
        HttpFailure unknown = failure(get("http://no.such.host.invalid/"));
        assertThat(unknown.code()).isEqualTo(1101);
        assertThat(unknown).hasMessage("lookup no.such.host.invalid: no such host");
    }

    @Test
    void settings_lead_hosts_elsewhere_and_block_others() throws Exception {
        try (RawServer server = RawServer.answering(OK, OK, OK, OK)) {
            ClientSettings settings = new ClientSettings(
                    Map.of(
                            "shop.test",
                            "127.0.0.1:" + server.port(),
                            "*.cdn.test",
                            "127.0.0.1:" + server.port(),
                            "port.test:81",
                            "127.0.0.1:" + server.port()),
                    host -> host.equals("evil.test"),
                    address -> address[0] == 10,
                    false,
                    ClientSettings.plain().tls(),
                    List.of(),
                    List.of(),
                    true);
            try (HttpClient special = new HttpClient(settings, deadlines)) {
                for (String url : List.of("http://shop.test/a", "http://img.cdn.test:8080/", "http://port.test:81/")) {
                    assertThat(special.send(get(url)).status()).isEqualTo(200);
                }
                special.send(get("http://SHOP.test/a"));
                assertThat(server.requests()).hasSize(4);
                assertThat(server.requests().get(0)).contains("Host: shop.test\r\n");
                assertThat(server.requests().get(1)).contains("Host: img.cdn.test:8080\r\n");
                assertThat(server.connections()).isEqualTo(4);
                assertThat(catchThrowableOfType(HttpFailure.class, () -> special.send(get("http://evil.test/")))
                                .code())
                        .isEqualTo(1111);
                assertThat(catchThrowableOfType(HttpFailure.class, () -> special.send(get("http://10.1.2.3/")))
                                .code())
                        .isEqualTo(1110);
            }
        }
    }
}
