package io.mockarty.resolver.http;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.post;
import static io.mockarty.resolver.RawClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.Await;
import io.mockarty.resolver.MockartyServer;
import io.mockarty.resolver.RawClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private final MockartyServer server = MockartyServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answers_many_requests_on_one_connection() {
        server.stub(get("/n/:n").respond(ok().text("$.pathParam.n")));
        try (RawClient client = new RawClient(server.port())) {
            for (int i = 0; i < 50; i++) {
                assertThat(client.get("/n/" + i).read().text()).isEqualTo(Integer.toString(i));
            }
        }
    }

    @Test
    void answers_pipelined_requests_in_order() {
        server.stub(get("/n/:n").respond(ok().text("$.pathParam.n")));
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            requests.append(head("GET", "/n/" + i));
        }
        try (RawClient client = new RawClient(server.port()).send(requests.toString())) {
            for (int i = 0; i < 100; i++) {
                assertThat(client.read().text()).isEqualTo(Integer.toString(i));
            }
        }
    }

    @Test
    void answers_pipelined_requests_in_order_when_the_first_is_delayed() {
        server.stub(get("/slow").respond(ok().text("slow").delay(Duration.ofMillis(200))));
        server.stub(post("/fast").respond(ok().text("$.req.n")));
        String second = head("POST", "/fast", "Content-Length: 7", "Content-Type: application/json") + "{\"n\":2}";
        try (RawClient client =
                new RawClient(server.port()).send(head("GET", "/slow") + second + head("GET", "/slow"))) {
            assertThat(client.read().text()).isEqualTo("slow");
            assertThat(client.read().text()).isEqualTo("2");
            assertThat(client.read().text()).isEqualTo("slow");
        }
    }

    @Test
    void reads_pipelined_requests_that_arrive_in_pieces() {
        server.stub(post("/echo").respond(ok().text("$.req.n")));
        List<String> bodies = new ArrayList<>();
        try (RawClient client = new RawClient(server.port())) {
            String one = head("POST", "/echo", "Content-Length: 7", "Content-Type: application/json") + "{\"n\":4}";
            String all = one + one.replace("4}", "5}") + one.replace("4}", "6}");
            for (int i = 0; i < all.length(); i += 7) {
                client.send(all.substring(i, Math.min(all.length(), i + 7)));
            }
            for (int i = 0; i < 3; i++) {
                bodies.add(client.read().text());
            }
        }
        assertThat(bodies).containsExactly("4", "5", "6");
    }

    @Test
    void closes_the_connection_when_the_client_asks() {
        server.stub(get("/").respond(ok().text("bye")));
        for (String connection : List.of("close", "Close", "te, close", "keep-alive, close")) {
            try (RawClient client = new RawClient(server.port()).get("/", "Connection: " + connection)) {
                RawClient.Answer answer = client.read();
                assertThat(answer.text()).isEqualTo("bye");
                assertThat(answer.header("Connection")).as(connection).isEqualTo("close");
                assertThat(client.isClosedByServer()).isTrue();
            }
        }
    }

    @Test
    void closes_the_connection_of_http_1_0_after_the_answer() {
        server.stub(get("/").respond(ok().text("old")));
        try (RawClient client = new RawClient(server.port()).send("GET / HTTP/1.0\r\n\r\n")) {
            assertThat(client.read().text()).isEqualTo("old");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void keeps_a_connection_of_http_1_0_that_asks_for_it() {
        server.stub(get("/").respond(ok().text("old")));
        try (RawClient client = new RawClient(server.port())) {
            for (int i = 0; i < 3; i++) {
                RawClient.Answer answer = client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                        .read();
                assertThat(answer.text()).isEqualTo("old");
                assertThat(answer.header("Connection")).isEqualToIgnoringCase("keep-alive");
            }
        }
    }

    @Test
    void cuts_a_client_that_stalls_in_the_head_of_a_request() {
        try (MockartyServer strict = strict();
                RawClient client = new RawClient(strict.port()).send("G")) {
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void cuts_a_client_that_stalls_in_a_body() {
        try (MockartyServer strict = strict();
                RawClient client = new RawClient(strict.port())) {
            client.send(head("POST", "/", "Content-Length: 10") + "1");
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void cuts_a_client_that_stalls_in_a_body_that_is_too_large() {
        HttpLimits limits = HttpLimits.defaults().withMaxBodyBytes(5).withRequestTimeout(Duration.ofMillis(100));
        try (MockartyServer strict = MockartyServer.builder().limits(limits).start();
                RawClient client = new RawClient(strict.port())) {
            client.send(head("POST", "/", "Content-Length: 10") + "1");
            assertThat(client.read().status()).isEqualTo(413);
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void cuts_an_idle_connection_before_and_after_a_request() {
        try (MockartyServer strict = strict();
                RawClient silent = new RawClient(strict.port());
                RawClient used = new RawClient(strict.port())) {
            strict.stub(get("/").respond(ok().text("hi")));
            assertThat(used.get("/").read().text()).isEqualTo("hi");
            assertThat(used.isClosedByServer()).isTrue();
            assertThat(silent.isClosedByServer()).isTrue();
        }
    }

    @Test
    void does_not_count_the_delay_of_an_answer_as_idleness() {
        try (MockartyServer strict = strict();
                RawClient client = new RawClient(strict.port())) {
            strict.stub(get("/").respond(ok().text("late").delay(Duration.ofMillis(500))));
            assertThat(client.get("/").read().text()).isEqualTo("late");
        }
    }

    private static MockartyServer strict() {
        HttpLimits limits = HttpLimits.defaults()
                .withRequestTimeout(Duration.ofMillis(100))
                .withIdleTimeout(Duration.ofMillis(200));
        return MockartyServer.builder().limits(limits).start();
    }

    @Test
    void survives_clients_that_leave_while_their_answers_are_pending() {
        server.stub(get("/slow").respond(ok().text("x".repeat(100_000)).delay(Duration.ofMillis(100))));
        for (int i = 0; i < 20; i++) {
            try (RawClient client = new RawClient(server.port())) {
                client.get("/slow");
            }
        }
        Await.until("all requests were read", () -> server.journal().all().size() == 20);
        assertThat(RawClient.exchange(server.port(), head("GET", "/slow")).status())
                .isEqualTo(200);
    }

    @Test
    void sends_a_large_answer_to_a_slow_reader_while_others_are_served() {
        String large = "0123456789".repeat(2_000_000);
        server.stub(get("/large").respond(ok().text(large)));
        server.stub(get("/small").respond(ok().text("small")));
        try (RawClient slow = new RawClient(server.port()).get("/large")) {
            Await.until("the request arrived", () -> !server.journal().all().isEmpty());
            for (int i = 0; i < 20; i++) {
                assertThat(RawClient.exchange(server.port(), head("GET", "/small"))
                                .text())
                        .isEqualTo("small");
            }
            assertThat(slow.read().text()).hasSize(large.length()).isEqualTo(large);
        }
    }
}
