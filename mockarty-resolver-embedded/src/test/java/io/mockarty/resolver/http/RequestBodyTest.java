package io.mockarty.resolver.http;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.RawClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private static final int LIMIT = 1 << 20;

    private final MockartyServer server = MockartyServer.builder()
            .limits(HttpLimits.defaults().withMaxBodyBytes(LIMIT))
            .journalBodyBytes(LIMIT)
            .start();
    private final RawClient client = new RawClient(server.port());

    @BeforeEach
    void stub() {
        server.stub(post("/echo").respond(ok().text("$.req.n")));
        server.stub(post("/any").respond(ok().text("any")));
        server.stub(get("/").respond(ok().text("fine")));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private RawClient send(String path, byte[] body, String... headers) {
        return client.send(head("POST", path, headers)).send(body);
    }

    private byte[] lastBody() {
        return server.journal()
                .all()
                .get(server.journal().all().size() - 1)
                .request()
                .body()
                .bytes();
    }

    private void serverGoesOn() {
        assertThat(RawClient.exchange(server.port(), head("GET", "/")).text()).isEqualTo("fine");
    }

    private static void isEnvelope(RawClient.Answer answer, int status, String message) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        Map<?, ?> body = (Map<?, ?>) Json.parse(answer.body());
        assertThat(body.get("code")).isEqualTo("validation");
        assertThat((String) body.get("error")).contains(message);
        assertThat((String) body.get("request_id")).isNotEmpty();
    }

    @Test
    void reads_a_body_in_chunks_with_extensions_and_trailers() {
        client.send(head("POST", "/echo", "Transfer-Encoding: chunked")
                + "3;name=value\r\n{\"n\r\n5;q=\"a b\"\r\n\": 12\r\n1\r\n}\r\n0\r\nX-Sum: 1\r\n\r\n"
                + head("GET", "/"));
        assertThat(client.read().text()).isEqualTo("12");
        assertThat(client.read().text()).isEqualTo("fine");
    }

    @Test
    void reads_chunks_that_arrive_byte_by_byte() {
        String request = head("POST", "/echo", "Transfer-Encoding: chunked") + "4\r\n{\"n\"\r\n3\r\n:7}\r\n0\r\n\r\n";
        request.chars().forEach(c -> client.send(String.valueOf((char) c)));
        assertThat(client.read().text()).isEqualTo("7");
    }

    @Test
    void ends_a_connection_with_broken_chunks() {
        client.send(head("POST", "/echo", "Transfer-Encoding: chunked") + "f".repeat(20) + "\r\n");
        assertThat(client.readToEnd()).doesNotStartWith("HTTP/1.1 200");
        serverGoesOn();
    }

    @Test
    void refuses_a_request_with_two_framings() {
        client.send(head("POST", "/any", "Transfer-Encoding: chunked", "Content-Length: 3") + "0\r\n\r\n");
        assertThat(client.readToEnd()).startsWith("HTTP/1.1 400");
        serverGoesOn();
    }

    @Test
    void refuses_lengths_that_are_none() {
        for (String length : new String[] {"-1", "abc", "1, 2", "99999999999999999999", "+3"}) {
            try (RawClient other = new RawClient(server.port())) {
                other.send(head("POST", "/any", "Content-Length: " + length) + "abc");
                assertThat(other.readToEnd()).as(length).startsWith("HTTP/1.1 4");
            }
        }
        serverGoesOn();
    }

    @Test
    void keeps_every_byte_of_bodies_of_any_length() {
        for (int length : new int[] {1, 511, 512, 513, 16_364, 16_365, 65_535, 65_536, 65_537, 300_000, LIMIT}) {
            byte[] body = new byte[length];
            for (int i = 0; i < length; i++) {
                body[i] = (byte) (i * 31 + (i >> 8));
            }
            assertThat(send("/any", body, "Content-Length: " + length).read().text())
                    .isEqualTo("any");
            assertThat(lastBody()).as("%d bytes", length).isEqualTo(body);
        }
    }

    @Test
    void tells_the_client_to_go_on_before_it_sends_a_body() {
        client.send(head("POST", "/echo", "Content-Length: 7", "Expect: 100-continue"));
        assertThat(client.readHead().status()).isEqualTo(100);
        client.send("{\"n\":3}");
        assertThat(client.read().text()).isEqualTo("3");
        assertThat(client.get("/").read().text()).isEqualTo("fine");
    }

    @Test
    void refuses_a_body_that_is_too_large_before_it_is_sent() {
        client.send(head("POST", "/any", "Content-Length: " + (LIMIT + 1), "Expect: 100-continue"));
        isEnvelope(client.read(), 413, "request body: larger than the limit (expected: at most 1048576 bytes)");
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void inflates_gzip_and_deflate() throws IOException {
        byte[] json = "{\"n\": 8}".getBytes(StandardCharsets.UTF_8);
        byte[] gzip = gzip(json);
        assertThat(send("/echo", gzip, "Content-Encoding: gzip", "Content-Length: " + gzip.length)
                        .read()
                        .text())
                .isEqualTo("8");
        assertThat(lastBody()).isEqualTo(json);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(json);
        }
        byte[] deflate = deflated.toByteArray();
        assertThat(send("/echo", deflate, "Content-Encoding: deflate", "Content-Length: " + deflate.length)
                        .read()
                        .text())
                .isEqualTo("8");
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void answers_broken_gzip_with_400() {
        isEnvelope(
                send(
                                "/echo",
                                "{\"n\": 8}".getBytes(StandardCharsets.UTF_8),
                                "Content-Encoding: gzip",
                                "Content-Length: 8")
                        .read(),
                400,
                "Content-Encoding");
        assertThat(client.get("/").read().text()).isEqualTo("fine");
    }

    @Test
    void answers_a_zip_bomb_with_413() throws IOException {
        byte[] bomb = gzip(new byte[100 << 20]);
        isEnvelope(
                send("/any", bomb, "Content-Encoding: gzip", "Content-Length: " + bomb.length)
                        .read(),
                413,
                "larger than the limit");
        serverGoesOn();
    }

    @Test
    void answers_100_megabytes_with_413_that_a_raw_client_can_read() {
        client.send(head("POST", "/any", "Content-Length: " + (100 << 20)));
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < 100; i++) {
            client.send(megabyte);
        }
        isEnvelope(client.read(), 413, "larger than the limit");
        assertThat(client.get("/").read().text()).isEqualTo("fine");
        serverGoesOn();
    }

    @Test
    void answers_100_megabytes_in_chunks_with_413() {
        client.send(head("POST", "/any", "Transfer-Encoding: chunked"));
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < 100; i++) {
            client.send("100000\r\n").send(megabyte).send("\r\n");
        }
        client.send("0\r\n\r\n");
        isEnvelope(client.read(), 413, "larger than the limit");
        serverGoesOn();
    }

    @Test
    void answers_100_megabytes_with_413_that_the_client_of_the_jdk_can_read() throws Exception {
        byte[] megabyte = new byte[1 << 20];
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/any"))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofByteArrays(
                        () -> Collections.nCopies(100, megabyte).iterator()))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("larger than the limit");
        serverGoesOn();
    }

    @Test
    void leaves_a_body_alone_that_is_not_utf8() {
        byte[] body = {'{', (byte) 0xFF, (byte) 0xFE, '}'};
        assertThat(send("/any", body, "Content-Length: 4").read().text()).isEqualTo("any");
        assertThat(lastBody()).isEqualTo(body);
    }

    @Test
    void survives_a_client_that_leaves_in_the_middle_of_a_body() {
        for (int i = 0; i < 10; i++) {
            try (RawClient other = new RawClient(server.port())) {
                other.send(head("POST", "/any", "Content-Length: 100") + "abc");
            }
        }
        serverGoesOn();
    }
}
