package io.mockarty.resolver.http;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.mock.MockDsl.request;
import static io.mockarty.mock.MockDsl.status;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.mock.InvalidMockException;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.RawClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    private final MockartyServer server = MockartyServer.start();
    private final RawClient client = new RawClient(server.port());

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** The connection is still good for another request, so the framing was right. */
    private void connectionGoesOn() {
        server.stub(get("/next").respond(ok().text("next")));
        assertThat(client.get("/next").read().text()).isEqualTo("next");
    }

    @Test
    void sends_the_length_and_nothing_twice() {
        server.stub(get("/").respond(ok().text("hello")));
        RawClient.Answer answer = client.get("/").read();
        assertThat(answer.header("Content-Length")).isEqualTo("5");
        assertThat(answer.headers()).doesNotContainKey("Transfer-Encoding");
        connectionGoesOn();
    }

    @Test
    void head_has_the_headers_of_get_and_no_body() {
        server.stub(get("/").respond(ok().header("X-A", "1").text("hello")));
        RawClient.Answer answer = client.send(head("HEAD", "/")).readHead();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("5");
        assertThat(answer.header("X-A")).isEqualTo("1");
        connectionGoesOn();
    }

    @Test
    void options_lists_the_methods() {
        server.stub(get("/a").respond(ok()));
        server.stub(post("/a").respond(ok()));
        RawClient.Answer answer = client.send(head("OPTIONS", "/a")).read();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).contains("GET", "POST", "OPTIONS");
        connectionGoesOn();
    }

    @Test
    void options_of_everything_gets_an_answer() {
        assertThat(client.send(head("OPTIONS", "*")).read().status()).isBetween(200, 404);
        connectionGoesOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PURGE", "M-SEARCH", "PROPFIND", "A", "TRACE"})
    void custom_methods_are_methods(String method) {
        server.stub(request(method, "/a").respond(ok().text("custom")));
        assertThat(client.send(head(method, "/a")).read().text()).isEqualTo("custom");
        connectionGoesOn();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void statuses_without_body_have_none(int status) {
        server.stub(get("/").respond(status(status).text("must not be sent")));
        RawClient.Answer answer = client.get("/").read();
        assertThat(answer.status()).isEqualTo(status);
        connectionGoesOn();
    }

    @Test
    void an_empty_answer_has_the_length_0() {
        server.stub(get("/").respond(ok()));
        assertThat(client.get("/").read().header("Content-Length")).isEqualTo("0");
        connectionGoesOn();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 299, 418, 451, 599})
    void any_final_status_is_sent(int status) {
        server.stub(get("/").respond(status(status).text("as told")));
        RawClient.Answer answer = client.get("/").read();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("as told");
        connectionGoesOn();
    }

    @Test
    void a_mock_cannot_break_the_framing() {
        server.stub(get("/").respond(ok().header("Content-Length", "3")
                .header("Transfer-Encoding", "chunked")
                .header("Trailer", "X-A")
                .header("Upgrade", "websocket")
                .header("Connection", "upgrade")
                .text("hello")));
        RawClient.Answer answer = client.get("/").read();
        assertThat(answer.text()).isEqualTo("hello");
        assertThat(answer.header("Content-Length")).isEqualTo("5");
        assertThat(answer.headers()).doesNotContainKey("Transfer-Encoding");
        connectionGoesOn();
    }

    @Test
    void a_mock_cannot_break_the_framing_of_head_204_and_empty_answers() {
        server.stub(get("/").respond(ok().header("Content-Length", "30")));
        server.stub(get("/204").respond(status(204).header("Content-Length", "30")));
        assertThat(client.get("/").read().header("Content-Length")).isEqualTo("0");
        assertThat(client.send(head("HEAD", "/")).readHead().status()).isEqualTo(200);
        assertThat(client.get("/204").read().status()).isEqualTo(204);
        connectionGoesOn();
    }

    @Test
    void a_mock_may_close_the_connection() {
        server.stub(get("/").respond(ok().header("Connection", "close").text("bye")));
        RawClient.Answer answer = client.get("/").read();
        assertThat(answer.text()).isEqualTo("bye");
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void a_header_with_several_values_is_sent_as_several_fields() {
        server.stub(get("/").respond(ok().header("Set-Cookie", "a=1", "b=2")));
        assertThat(client.get("/").read().header("set-cookie")).isEqualTo("a=1,b=2");
    }

    @Test
    void a_request_cannot_write_headers_into_the_answer() {
        server.stub(post("/").respond(ok().header("X-Echo", "$.req.v").text("ok")));
        String body = "{\"v\":\"a\\r\\nX-Evil: 1\\u010d\\u010aX-Evil: 2\\u0000\"}";
        RawClient.Answer answer = client.send(
                        head("POST", "/", "Content-Type: application/json", "Content-Length: " + body.length()) + body)
                .read();
        assertThat(answer.headers()).doesNotContainKey("X-Evil");
        assertThat(answer.text()).isEqualTo("ok");
        connectionGoesOn();
    }

    @Test
    void header_values_beyond_latin_1_are_sent_as_utf8() {
        server.stub(get("/").respond(ok().header("X-Name", "世界")));
        String latin1 = client.get("/").read().header("X-Name");
        assertThat(new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .isEqualTo("世界");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X Y", "X:Y", "", "X\nY", "é", "X\u010aY"})
    void a_header_name_that_is_none_gets_a_sane_answer(String name) {
        try {
            server.stub(
                    get("/").respond(ok().headers(Map.of(name, List.of("1"))).text("body")));
        } catch (InvalidMockException e) {
            return; // refused when it is saved, which is better still
        }
        RawClient.Answer answer = client.get("/").read();
        assertThat(answer.status()).isIn(200, 500);
        connectionGoesOn();
    }

    @Test
    void sends_20_megabytes_byte_for_byte() {
        String large = "abcdefghij".repeat(2 << 20);
        server.stub(get("/").respond(ok().text(large)));
        assertThat(client.get("/").read().text()).isEqualTo(large);
        connectionGoesOn();
    }

    @Test
    void unknown_paths_and_namespaces_say_where_mocks_are() {
        try (MockartyServer rootless =
                MockartyServer.builder().rootNamespace(null).start()) {
            RawClient.Answer answer = RawClient.exchange(rootless.port(), head("GET", "/users?x=1"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).contains("\"not_found\"", "/users", "/stubs/{namespace}/");
            answer = RawClient.exchange(rootless.port(), head("GET", "/stubs/nowhere/users"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).contains("\"not_found\"", "nowhere");
        }
    }

    @Test
    void no_match_is_404_with_the_nearest_miss() {
        server.stub(get("/users").withHeader("X-Tier", "gold").respond(ok()));
        RawClient.Answer answer = client.get("/users").read();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("\"not_found\"", "X-Tier", "gold");
        connectionGoesOn();
    }
}
