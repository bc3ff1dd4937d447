package io.mockarty.resolver.http;

import static io.mockarty.mock.MockDsl.any;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.request.MockRequest;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.RawClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestTargetTest {

    private final MockartyServer server = MockartyServer.start();

    @BeforeEach
    void stub() {
        server.stub(any("/*").respond(ok().text("any")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockRequest received(String target) {
        return received(head("GET", target).getBytes(StandardCharsets.UTF_8));
    }

    private MockRequest received(byte[] request) {
        try (RawClient client = new RawClient(server.port()).send(request)) {
            assertThat(client.read().status()).isEqualTo(200);
        }
        return server.journal().all().get(server.journal().all().size() - 1).request();
    }

    @Test
    void an_escaped_slash_does_not_split_a_segment() {
        assertThat(received("/a%2Fb/c%2fd").segments()).containsExactly("a/b", "c/d");
        server.stub(get("/x/:id/y").respond(ok().text("$.pathParam.id")));
        assertThat(RawClient.exchange(server.port(), head("GET", "/x/1%2F2/y")).text())
                .isEqualTo("1/2");
    }

    @Test
    void escapes_are_decoded_once() {
        assertThat(received("/%2541/%c3%a9?q=%2541").segments()).containsExactly("%41", "é");
        assertThat(received("/?q=%2541+b").query().get("q")).containsExactly("%41 b");
    }

    @Test
    void broken_escapes_are_refused_and_the_server_goes_on() {
        for (String target : new String[] {"/%zz", "/%4", "/%", "/?q=%zz", "/?q=%"}) {
            try (RawClient client = new RawClient(server.port()).get(target)) {
                assertThat(client.readToEnd()).as(target).startsWith("HTTP/1.1 400");
            }
        }
        received("/fine");
    }

    @Test
    void a_query_may_have_thousands_of_parameters() {
        assertThat(received("/?" + "a=1&".repeat(10_000)).query().get("a")).hasSize(10_000);
    }

    @Test
    void unescaped_utf8_is_read_as_utf8() {
        MockRequest request = received("/café/世界?q=ü&r=1");
        assertThat(request.segments()).containsExactly("café", "世界");
        assertThat(request.query().get("q")).containsExactly("ü");
    }

    @Test
    void bytes_that_are_not_utf8_do_no_harm() {
        byte[] request = head("GET", "/a~b/%FF").getBytes(StandardCharsets.ISO_8859_1);
        request[6] = (byte) 0xFF;
        assertThat(received(request).segments()).containsExactly("a\uFFFDb", "\uFFFD");
    }

    @Test
    void path_parameters_are_not_touched() {
        assertThat(received("/a;v=1/b;x;y=2?q=1;2").path()).isEqualTo("/a;v=1/b;x;y=2");
        assertThat(received("/a;v=1/b?q=1;2").query().get("q")).containsExactly("1;2");
    }

    @Test
    void empty_segments_and_dots_are_kept() {
        assertThat(received("/a//b/").path()).isEqualTo("/a//b/");
        assertThat(received("//a").path()).isEqualTo("//a");
        assertThat(received("//").path()).isEqualTo("//");
        assertThat(received("/a/../b/.").path()).isEqualTo("/a/../b/.");
    }

    @Test
    void an_absolute_form_means_its_path() {
        assertThat(received("http://test/a/b?c=d").target()).isEqualTo("/a/b?c=d");
        assertThat(received("http://test").target()).isEqualTo("/");
        assertThat(received("http://test?c=d").target()).isEqualTo("/?c=d");
        assertThat(received("HTTP://test:80/a").target()).isEqualTo("/a");
    }

    @Test
    void a_url_inside_a_path_or_query_is_nothing_special() {
        assertThat(received("/fetch/http://example.org/x").target()).isEqualTo("/fetch/http://example.org/x");
        assertThat(received("/fetch?u=http://example.org/x?y=/z").target())
                .isEqualTo("/fetch?u=http://example.org/x?y=/z");
    }

    @Test
    void an_empty_query_is_no_query() {
        assertThat(received("/a?").target()).isEqualTo("/a");
        assertThat(received("/a?b").query()).containsKey("b");
    }

    @Test
    void a_long_url_is_read_whole() {
        String path = "/" + "a".repeat(30_000) + "?q=" + "b".repeat(20_000);
        assertThat(received(path).target()).isEqualTo(path);
    }

    @Test
    void a_url_longer_than_the_head_may_be_is_refused_and_the_server_goes_on() {
        try (RawClient client = new RawClient(server.port())) {
            client.sendUntilClosed("GET /" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readToEnd())
                    .satisfiesAnyOf(
                            text -> assertThat(text).startsWith("HTTP/1.1 4"),
                            text -> assertThat(text).isEmpty());
        }
        received("/fine");
    }

    @Test
    void a_head_with_10_000_fields_is_refused_and_the_server_goes_on() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            fields.append("X-").append(i).append(": 1\r\n");
        }
        try (RawClient client = new RawClient(server.port())) {
            client.sendUntilClosed("GET / HTTP/1.1\r\n" + fields + "\r\n");
            assertThat(client.readToEnd())
                    .satisfiesAnyOf(
                            text -> assertThat(text).startsWith("HTTP/1.1 4"),
                            text -> assertThat(text).isEmpty());
        }
        received("/fine");
    }

    @Test
    void a_field_longer_than_the_head_may_be_is_refused_and_the_server_goes_on() {
        try (RawClient client = new RawClient(server.port())) {
            client.sendUntilClosed("GET / HTTP/1.1\r\nX: " + "a".repeat(200_000) + "\r\n\r\n");
            assertThat(client.readToEnd())
                    .satisfiesAnyOf(
                            text -> assertThat(text).startsWith("HTTP/1.1 4"),
                            text -> assertThat(text).isEmpty());
        }
        received("/fine");
    }

    @Test
    void names_of_fields_may_be_in_any_case_and_repeat() {
        MockRequest request = received(
                head("GET", "/", "x-TAG: 1", "X-Tag: 2", "x-tag:3", "X-Empty:").getBytes(StandardCharsets.UTF_8));
        assertThat(request.headers().all("X-TAG")).containsExactly("1", "2", "3");
        assertThat(request.headers().first("x-empty")).isEmpty();
    }

    @Test
    void nonsense_is_refused_and_the_server_goes_on() {
        for (String nonsense :
                new String[] {"\0\0\0\0\r\n\r\n", "hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"}) {
            try (RawClient client = new RawClient(server.port()).send(nonsense)) {
                assertThat(client.readToEnd())
                        .as(nonsense)
                        .satisfiesAnyOf(
                                text -> assertThat(text).startsWith("HTTP/1.1 4"),
                                text -> assertThat(text).isEmpty());
            }
        }
        received("/fine");
    }
}
